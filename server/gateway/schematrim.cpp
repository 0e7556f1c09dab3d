// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/schematrim.h"

#include "server/base/text.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr int deepest = 32;
constexpr qsizetype longestText = 2 * 1024;

tl::unexpected<Error> refused(const QString &reason)
{
    return failure(ErrorCode::InvalidData, reason);
}

bool isHidden(const QString &text)
{
    return cleanedText(text, text.size()) != text;
}

/** For readers; everything else has to stay as it is. */
bool isText(const QString &keyword)
{
    constexpr std::array texts{"description"_L1, "title"_L1};
    return std::ranges::find(texts, keyword) != texts.end();
}

/** What no client of ours needs: we repeat arguments in headers ourselves. */
bool isForNobody(const QString &keyword)
{
    constexpr std::array words{"$comment"_L1, "$id"_L1, "x-mcp-header"_L1};
    return std::ranges::find(words, keyword) != words.end();
}

bool isLocal(const QJsonValue &reference)
{
    return !reference.isString() || reference.toString().startsWith(u'#');
}

Result<QJsonValue> cleaned(const QJsonValue &value, int depth, bool isMapOfNames);

Result<QJsonValue> cleanedList(const QJsonArray &list, int depth)
{
    QJsonArray clean;
    for (const auto &part : list) {
        const auto cleanPart = cleaned(part, depth + 1, false);
        if (!cleanPart)
            return cleanPart;
        clean.append(*cleanPart);
    }
    return clean;
}

/** `isMapOfNames`: its keys are a person's names for something, not keywords. */
Result<QJsonValue> cleanedObject(const QJsonObject &object, int depth, bool isMapOfNames)
{
    QJsonObject clean;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString &key = it.key();
        if (isHidden(key))
            return refused(u"its schema has hidden characters"_s);
        const bool isKeyword = !isMapOfNames;
        if (isKeyword && (key == "$ref"_L1 || key == "$dynamicRef"_L1) && !isLocal(it.value()))
            return refused(u"its schema refers to another document"_s);
        if (isKeyword && isForNobody(key))
            continue;
        if (isKeyword && isText(key) && it->isString()) {
            clean[key] = cleanedText(it->toString(), longestText);
            continue;
        }
        const bool namesFollow = isKeyword
            && (key == "properties"_L1 || key == "$defs"_L1 || key == "definitions"_L1
                || key == "patternProperties"_L1 || key == "dependentSchemas"_L1);
        const auto cleanPart = cleaned(it.value(), depth + 1, namesFollow);
        if (!cleanPart)
            return cleanPart;
        clean[key] = *cleanPart;
    }
    return clean;
}

Result<QJsonValue> cleaned(const QJsonValue &value, int depth, bool isMapOfNames)
{
    if (depth > deepest)
        return refused(u"its schema is nested more than 32 deep"_s);
    if (value.isArray())
        return cleanedList(value.toArray(), depth);
    if (value.isObject())
        return cleanedObject(value.toObject(), depth, isMapOfNames);
    if (value.isString() && isHidden(value.toString()))
        return refused(u"its schema has hidden characters"_s);
    return value;
}

/** Every "#/$defs/Name" in it. */
void collectReferences(const QJsonValue &value, QSet<QString> &found)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const auto &part : list)
            collectReferences(part, found);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "$ref"_L1)
            found.insert(it->toString());
        collectReferences(it.value(), found);
    }
}

/** Without the definitions of this keyword that are not used, also not by those that are. */
QJsonObject withoutUnused(QJsonObject schema, QLatin1StringView keyword)
{
    const QJsonObject all = schema.value(keyword).toObject();
    if (all.isEmpty())
        return schema;
    schema.remove(keyword);
    QSet<QString> references;
    collectReferences(schema, references);
    QJsonObject used;
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (auto it = all.begin(); it != all.end(); ++it) {
            const QString place = u"#/%1/%2"_s.arg(keyword, it.key());
            const bool isUsed = std::ranges::any_of(references, [&](const QString &reference) {
                return reference == place || reference.startsWith(place + u'/');
            });
            if (!isUsed || used.contains(it.key()))
                continue;
            used[it.key()] = it.value();
            collectReferences(it.value(), references);
            hasGrown = true;
        }
    }
    if (!used.isEmpty())
        schema[keyword] = used;
    return schema;
}

bool hasEscapes(const QJsonObject &definitions)
{
    const QStringList names = definitions.keys();
    return std::ranges::any_of(names, [](const QString &name) {
        return name.contains(u'/') || name.contains(u'~') || name.contains(u'%');
    });
}

} // namespace

Result<QJsonObject> cleanedSchema(const QJsonObject &schema)
{
    const auto clean = cleaned(schema, 0, false);
    if (!clean)
        return failure(clean.error());
    QJsonObject trimmed = clean->toObject();
    for (const auto keyword : {"$defs"_L1, "definitions"_L1}) {
        // A name that is written otherwise in a reference could look unused.
        if (!hasEscapes(trimmed.value(keyword).toObject()))
            trimmed = withoutUnused(trimmed, keyword);
    }
    return trimmed;
}

} // namespace fairlead::gateway
