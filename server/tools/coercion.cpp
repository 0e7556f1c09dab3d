// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/coercion.h"

#include "server/tools/schemasubset.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

/** Beyond 2^53 a double no longer holds every whole number. */
constexpr double largestExact = 9007199254740992.0;

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
}

bool isArray(const QJsonValue &value)
{
    return value.isArray();
}

bool isBoolean(const QJsonValue &value)
{
    return value.isBool();
}

bool isNull(const QJsonValue &value)
{
    return value.isNull();
}

bool isNumber(const QJsonValue &value)
{
    return value.isDouble();
}

bool isObject(const QJsonValue &value)
{
    return value.isObject();
}

bool isText(const QJsonValue &value)
{
    return value.isString();
}

using Coerced = std::optional<QJsonValue>;

Coerced toNumber(const QJsonValue &value, const QJsonObject &)
{
    bool ok = false;
    const double number = value.toString().trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? Coerced(number) : std::nullopt;
}

Coerced toInteger(const QJsonValue &value, const QJsonObject &items)
{
    bool ok = false;
    const qint64 number = value.toString().trimmed().toLongLong(&ok);
    if (ok)
        return QJsonValue(number);
    const Coerced other = toNumber(value, items);
    return other && isWhole(*other) ? other : std::nullopt;
}

Coerced toBoolean(const QJsonValue &value, const QJsonObject &)
{
    const QString text = value.toString().trimmed().toLower();
    if (text == "true"_L1)
        return QJsonValue(true);
    return text == "false"_L1 ? Coerced(QJsonValue(false)) : std::nullopt;
}

Coerced toObject(const QJsonValue &value, const QJsonObject &)
{
    const auto document = QJsonDocument::fromJson(value.toString().toUtf8());
    return document.isObject() ? Coerced(document.object()) : std::nullopt;
}

Coerced toArray(const QJsonValue &value, const QJsonObject &items)
{
    if (!value.isString())
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (document.isArray())
        return QJsonValue(document.array());
    const QStringList types = allowedTypes(items);
    if (types.isEmpty() || types.contains(u"string"_s))
        return QJsonValue(QJsonArray{value});
    return std::nullopt;
}

Coerced toText(const QJsonValue &value, const QJsonObject &)
{
    if (!isWhole(value) || std::abs(value.toDouble()) > largestExact)
        return std::nullopt;
    return QJsonValue(QString::number(value.toInteger()));
}

Coerced toNothing(const QJsonValue &, const QJsonObject &)
{
    return std::nullopt;
}

struct Type
{
    QLatin1StringView name;
    bool (*holds)(const QJsonValue &) = nullptr;
    Coerced (*coerce)(const QJsonValue &, const QJsonObject &items) = nullptr;
};

constexpr std::array types{
    Type{"array"_L1, isArray, toArray},
    Type{"boolean"_L1, isBoolean, toBoolean},
    Type{"integer"_L1, isWhole, toInteger},
    Type{"null"_L1, isNull, toNothing},
    Type{"number"_L1, isNumber, toNumber},
    Type{"object"_L1, isObject, toObject},
    Type{"string"_L1, isText, toText},
};

} // namespace

bool isOfType(const QJsonValue &value, const QString &type)
{
    for (const Type &known : types) {
        if (type == known.name)
            return known.holds(value);
    }
    return false;
}

std::optional<QJsonValue> coerced(const QJsonValue &value,
                                  const QString &type,
                                  const QJsonObject &items)
{
    for (const Type &known : types) {
        if (type == known.name)
            return known.coerce(value, items);
    }
    return std::nullopt;
}

} // namespace fairlead::tools
