// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/schemacheck.h"

#include <QJsonArray>

#include <cmath>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Findings = QMap<QString, QString>;

QString memberName(const QString &parent, const QString &name)
{
    return parent.isEmpty() ? name : parent + u'.' + name;
}

bool hasType(const QString &type, const QJsonValue &value)
{
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "integer"_L1)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "object"_L1)
        return value.isObject();
    return true;
}

void check(const QJsonObject &schema, const QJsonValue &value, const QString &at, Findings &found);

void checkObject(const QJsonObject &schema,
                 const QJsonObject &object,
                 const QString &at,
                 Findings &found)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    const QJsonValue others = schema["additionalProperties"_L1];
    for (const auto &required : schema["required"_L1].toArray()) {
        if (!object.contains(required.toString()))
            found.insert(memberName(at, required.toString()),
                         u"%1 is required."_s.arg(required.toString()));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = memberName(at, it.key());
        if (properties.contains(it.key()))
            check(properties[it.key()].toObject(), it.value(), name, found);
        else if (others.isObject())
            check(others.toObject(), it.value(), name, found);
        else if (others == QJsonValue(false))
            found.insert(name, u"Unrecognized field \"%1\"."_s.arg(it.key()));
    }
}

void check(const QJsonObject &schema, const QJsonValue &value, const QString &at, Findings &found)
{
    // Jira reads null as "not given" for every optional member.
    if (value.isNull())
        return;
    const QString type = schema["type"_L1].toString();
    if (!hasType(type, value)) {
        found.insert(at, u"The value must be of type %1."_s.arg(type));
        return;
    }
    const QJsonArray allowed = schema["enum"_L1].toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        found.insert(at, u"The value \"%1\" is not allowed."_s.arg(value.toString()));
    if (schema.contains("maxLength"_L1) && value.toString().size() > schema["maxLength"_L1].toInt())
        found.insert(at, u"The value is too long."_s);
    if (value.isObject())
        checkObject(schema, value.toObject(), at, found);
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        check(schema["items"_L1].toObject(), items[i], at + u"[%1]"_s.arg(i), found);
}

} // namespace

QMap<QString, QString> checkSchema(const QJsonObject &schema, const QJsonValue &value)
{
    Findings found;
    check(schema, value, {}, found);
    return found;
}

QString checkParameter(const QJsonObject &schema, const QString &text)
{
    const QString type = schema["type"_L1].toString();
    bool isValid = true;
    if (type == "integer"_L1)
        text.toLongLong(&isValid);
    else if (type == "boolean"_L1)
        isValid = text == "true"_L1 || text == "false"_L1;
    if (!isValid)
        return u"The value \"%1\" is not a valid %2."_s.arg(text, type);
    const QJsonArray allowed = schema["enum"_L1].toArray();
    if (!allowed.isEmpty() && !allowed.contains(text))
        return u"The value \"%1\" is not allowed."_s.arg(text);
    return {};
}

} // namespace fairlead::sandbox
