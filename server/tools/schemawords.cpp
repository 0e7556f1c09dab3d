// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/schemawords.h"

#include "server/base/text.h"
#include "server/tools/schemasubset.h"
#include "server/tools/stringformat.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestValue = 80;
constexpr qsizetype mostChoices = 30;

QString joinedByOr(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(u""_s);
    return parts.first(parts.size() - 1).join(u", "_s) + u" or "_s + parts.last();
}

QString number(const QJsonValue &value)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1));
}

/** " from 1 to 100", " of at least 1", … or nothing. */
QString range(const QJsonObject &schema,
              QLatin1StringView lowest,
              QLatin1StringView highest,
              QLatin1StringView both)
{
    const QJsonValue low = schema[lowest];
    const QJsonValue high = schema[highest];
    if (low.isUndefined() && high.isUndefined())
        return {};
    if (high.isUndefined())
        return u" of at least "_s + number(low);
    if (low.isUndefined())
        return u" of at most "_s + number(high);
    return both + number(low) + u" to "_s + number(high);
}

QString describeText(const QJsonObject &schema)
{
    if (const auto format = stringFormat(schema["format"_L1].toString()))
        return describeFormat(*format);
    QString words = u"text"_s;
    if (schema["minLength"_L1] == 1 && !schema.contains("maxLength"_L1))
        words += u" that is not empty"_s;
    else if (const auto length = range(schema, "minLength"_L1, "maxLength"_L1, " of "_L1);
             !length.isEmpty())
        words += length + u" characters"_s;
    if (schema.contains("pattern"_L1))
        words += u" that matches "_s + schema["pattern"_L1].toString();
    return words;
}

QString describeList(const QJsonObject &schema)
{
    QString words = u"a list"_s;
    if (const auto length = range(schema, "minItems"_L1, "maxItems"_L1, " of "_L1);
        !length.isEmpty())
        words += length + u" values"_s;
    if (schema.contains("items"_L1))
        words += u", each "_s + describeSchema(schema["items"_L1].toObject());
    return words;
}

QString describeInteger(const QJsonObject &schema)
{
    return u"a whole number"_s + range(schema, "minimum"_L1, "maximum"_L1, " from "_L1);
}

QString describeNumber(const QJsonObject &schema)
{
    return u"a number"_s + range(schema, "minimum"_L1, "maximum"_L1, " from "_L1);
}

QString describeBoolean(const QJsonObject &)
{
    return u"true or false"_s;
}

QString describeObject(const QJsonObject &)
{
    return u"an object"_s;
}

QString describeNull(const QJsonObject &)
{
    return u"null"_s;
}

struct TypeWords
{
    QLatin1StringView type;
    QString (*describe)(const QJsonObject &) = nullptr;
};

constexpr std::array typeWords{
    TypeWords{"array"_L1, describeList},
    TypeWords{"boolean"_L1, describeBoolean},
    TypeWords{"integer"_L1, describeInteger},
    TypeWords{"null"_L1, describeNull},
    TypeWords{"number"_L1, describeNumber},
    TypeWords{"object"_L1, describeObject},
    TypeWords{"string"_L1, describeText},
};

QString describeType(const QString &type, const QJsonObject &schema)
{
    for (const TypeWords &words : typeWords) {
        if (type == words.type)
            return words.describe(schema);
    }
    return type;
}

QString describeChoices(const QJsonArray &choices)
{
    QStringList parts;
    for (const QJsonValue choice : choices) {
        if (parts.size() == mostChoices) {
            parts.append(u"%1 more"_s.arg(choices.size() - mostChoices));
            break;
        }
        parts.append(describeValue(choice));
    }
    return choices.size() == 1 ? parts.first() : u"one of "_s + joinedByOr(parts);
}

} // namespace

QString describeValue(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return cleanedLine(QString::fromUtf8(json.chopped(1).sliced(1)), longestValue);
}

QString describeSchema(const QJsonObject &schema)
{
    if (schema.contains("const"_L1))
        return describeValue(schema["const"_L1]);
    if (schema.contains("enum"_L1))
        return describeChoices(schema["enum"_L1].toArray());
    QStringList parts;
    for (const auto keyword : {"anyOf"_L1, "oneOf"_L1}) {
        const QJsonArray branches = schema[keyword].toArray();
        for (const QJsonValue branch : branches)
            parts.append(describeSchema(branch.toObject()));
    }
    if (parts.isEmpty()) {
        const QStringList types = allowedTypes(schema);
        for (const QString &type : types)
            parts.append(describeType(type, schema));
    }
    return parts.isEmpty() ? u"something else"_s : joinedByOr(parts);
}

} // namespace fairlead::tools
