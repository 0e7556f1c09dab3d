// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/schemasubset.h"

#include "server/tools/stringformat.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr int deepestSchema = 16;

constexpr std::array knownTypes{
    "array"_L1, "boolean"_L1, "integer"_L1, "null"_L1, "number"_L1, "object"_L1, "string"_L1};

bool isKnownType(const QJsonValue &name)
{
    return std::ranges::any_of(knownTypes,
                               [&](QLatin1StringView type) { return name.toString() == type; });
}

bool isTextList(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() && std::ranges::all_of(list, [](const auto &e) { return e.isString(); });
}

bool isType(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    if (value.isArray())
        return !list.isEmpty() && std::ranges::all_of(list, isKnownType);
    return isKnownType(value);
}

bool isCount(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0;
}

bool isAnything(const QJsonValue &)
{
    return true;
}

bool isFullList(const QJsonValue &value)
{
    return value.isArray() && !value.toArray().isEmpty();
}

bool isPattern(const QJsonValue &value)
{
    return value.isString() && compiledPattern(value.toString()).isValid();
}

bool isFormat(const QJsonValue &value)
{
    return stringFormat(value.toString()).has_value();
}

bool isObject(const QJsonValue &value)
{
    return value.isObject();
}

bool isObjectOrBool(const QJsonValue &value)
{
    return value.isObject() || value.isBool();
}

bool isNumber(const QJsonValue &value)
{
    return value.isDouble();
}

bool isText(const QJsonValue &value)
{
    return value.isString();
}

struct Keyword
{
    QLatin1StringView name;
    bool (*accepts)(const QJsonValue &) = nullptr;
};

constexpr std::array keywords{
    Keyword{"additionalProperties"_L1, isObjectOrBool},
    Keyword{"anyOf"_L1, isFullList},
    Keyword{"const"_L1, isAnything},
    Keyword{"default"_L1, isAnything},
    Keyword{"description"_L1, isText},
    Keyword{"enum"_L1, isFullList},
    Keyword{"examples"_L1, isFullList},
    Keyword{"format"_L1, isFormat},
    Keyword{"items"_L1, isObject},
    Keyword{"maxItems"_L1, isCount},
    Keyword{"maxLength"_L1, isCount},
    Keyword{"maximum"_L1, isNumber},
    Keyword{"minItems"_L1, isCount},
    Keyword{"minLength"_L1, isCount},
    Keyword{"minimum"_L1, isNumber},
    Keyword{"oneOf"_L1, isFullList},
    Keyword{"pattern"_L1, isPattern},
    Keyword{"properties"_L1, isObject},
    Keyword{"required"_L1, isTextList},
    Keyword{"title"_L1, isText},
    Keyword{"type"_L1, isType},
};

tl::unexpected<Error> refusal(const QString &place, const QString &problem)
{
    return failure(ErrorCode::InvalidData, u"The schema at %1 %2"_s.arg(place, problem));
}

Result<> acceptKeywords(const QJsonObject &schema, const QString &place)
{
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        const auto known = std::ranges::find_if(
            keywords, [&](const Keyword &keyword) { return it.key() == keyword.name; });
        if (known == keywords.end())
            return refusal(place,
                           u"uses \"%1\", which the argument check does not know."_s.arg(it.key()));
        if (!known->accepts(it.value()))
            return refusal(
                place,
                u"has a value for \"%1\" that the argument check does not know."_s.arg(it.key()));
    }
    return {};
}

Result<> acceptPart(const QJsonValue &part, const QString &place, int depth);

Result<> acceptParts(const QJsonObject &schema, const QString &place, int depth)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (auto accepted = acceptPart(it.value(), place + u'.' + it.key(), depth); !accepted)
            return accepted;
    }
    for (const auto keyword : {"anyOf"_L1, "oneOf"_L1}) {
        const QJsonArray branches = schema[keyword].toArray();
        for (const QJsonValue branch : branches) {
            if (auto accepted = acceptPart(branch, place + u'.' + keyword, depth); !accepted)
                return accepted;
        }
    }
    for (const auto keyword : {"items"_L1, "additionalProperties"_L1}) {
        if (!schema[keyword].isObject())
            continue;
        if (auto accepted = acceptPart(schema[keyword], place + u'.' + keyword, depth); !accepted)
            return accepted;
    }
    return {};
}

Result<> acceptPart(const QJsonValue &part, const QString &place, int depth)
{
    if (!part.isObject())
        return refusal(place, u"is not an object."_s);
    if (depth > deepestSchema)
        return refusal(place, u"is nested too deeply."_s);
    const QJsonObject schema = part.toObject();
    if (auto accepted = acceptKeywords(schema, place); !accepted)
        return accepted;
    return acceptParts(schema, place, depth + 1);
}

} // namespace

Result<> acceptSchema(const QJsonObject &inputSchema)
{
    if (inputSchema["type"_L1] != "object"_L1)
        return refusal(u"the top"_s, u"must have the type \"object\"."_s);
    return acceptPart(inputSchema, u"the top"_s, 0);
}

QStringList allowedTypes(const QJsonObject &schema)
{
    const QJsonValue type = schema["type"_L1];
    if (type.isString())
        return {type.toString()};
    QStringList types;
    for (const QJsonValue name : type.toArray())
        types.append(name.toString());
    return types;
}

QRegularExpression compiledPattern(QString pattern)
{
    // In ECMA-262, which JSON Schema refers to, "$" does not match before a last newline.
    if (pattern.endsWith(u'$') && !pattern.endsWith(u"\\$"))
        pattern.replace(pattern.size() - 1, 1, u"\\z"_s);
    return QRegularExpression(pattern);
}

} // namespace fairlead::tools
