// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/offeredtool.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/gateway/schematrim.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qsizetype mostTools = 200;
constexpr qsizetype longestUpstreamName = 128;
constexpr qsizetype longestListedName = 64;
constexpr qsizetype longestPrefix = 24;
constexpr qsizetype longestTitle = 120;
constexpr qsizetype longestDescription = 4 * 1024;
constexpr qsizetype longestDefinition = 64 * 1024;
constexpr qsizetype shownName = 64;
constexpr qsizetype hashDigits = 8;

tl::unexpected<Error> refused(const QString &reason)
{
    return failure(ErrorCode::InvalidData, reason);
}

/** What a person approves: nothing else of the definition reaches a client or a call. */
QByteArray canonical(const QJsonObject &json)
{
    QJsonObject pinned;
    for (const auto key : {"annotations"_L1,
                           "description"_L1,
                           "inputSchema"_L1,
                           "name"_L1,
                           "outputSchema"_L1,
                           "title"_L1}) {
        if (json.contains(key))
            pinned[key] = json[key];
    }
    // QJsonObject keeps its keys sorted.
    return QJsonDocument(pinned).toJson(QJsonDocument::Compact);
}

Result<> checkedName(const QJsonValue &name)
{
    const QString text = name.toString();
    if (text.isEmpty() || text.size() > longestUpstreamName)
        return refused(u"its name is empty or longer than 128 characters"_s);
    if (!isPlainName(text, longestUpstreamName))
        return refused(u"its name has hidden characters"_s);
    return {};
}

QString withHash(const QString &name, const QString &of)
{
    const QString hash = QString::fromLatin1(sha256Hex(of.toUtf8()).first(hashDigits));
    return name.left(longestListedName - hashDigits - 1) + u'_' + hash;
}

} // namespace

QByteArray fingerprint(const QByteArray &definition)
{
    return sha256Hex(definition);
}

QString listedName(const QString &prefix, const QString &name)
{
    const QString whole = prefix + u'_' + name;
    QString listed = whole;
    for (QChar &c : listed) {
        const bool isAllowed =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-');
        if (!isAllowed)
            c = u'_';
    }
    // Two names that differ only in what was replaced or cut stay two names.
    return listed == whole && listed.size() <= longestListedName ? listed : withHash(listed, whole);
}

QString prefixFrom(const QString &name)
{
    QString prefix;
    for (const QChar c : name.toLower()) {
        const bool isPlain = c.unicode() < 0x80 && c.isLetterOrNumber();
        if (isPlain)
            prefix += c;
        else if (!prefix.isEmpty() && !prefix.endsWith(u'_'))
            prefix += u'_';
    }
    prefix.truncate(longestPrefix);
    while (prefix.endsWith(u'_'))
        prefix.chop(1);
    return prefix.isEmpty() ? u"mcp"_s : prefix;
}

Result<OfferedTool> offeredTool(const QJsonObject &json)
{
    if (const auto checked = checkedName(json["name"_L1]); !checked)
        return failure(checked.error());
    OfferedTool tool;
    tool.definition = canonical(json);
    if (tool.definition.size() > longestDefinition)
        return refused(u"its definition is larger than 64 KiB"_s);
    if (json["inputSchema"_L1]["type"_L1] != "object"_L1)
        return refused(u"its input schema is none of an object"_s);
    const auto headers = headerParameters(json["inputSchema"_L1].toObject());
    if (!headers)
        return failure(headers.error());
    const auto input = cleanedSchema(json["inputSchema"_L1].toObject());
    if (!input)
        return failure(input.error());
    tool.name = json["name"_L1].toString();
    tool.annotations = json["annotations"_L1].toObject();
    QString title = json["title"_L1].toString();
    if (title.isEmpty())
        title = tool.annotations["title"_L1].toString();
    tool.title = cleanedLine(title, longestTitle);
    tool.description = cleanedText(json["description"_L1].toString(), longestDescription);
    tool.inputSchema = *input;
    tool.headers = *headers;
    if (json["outputSchema"_L1].isObject()) {
        const auto output = cleanedSchema(json["outputSchema"_L1].toObject());
        if (!output)
            return failure(output.error());
        tool.outputSchema = *output;
    }
    return tool;
}

Result<OfferedTool> offeredToolFrom(const QByteArray &definition)
{
    return offeredTool(QJsonDocument::fromJson(definition).object());
}

ToolOffer offerFrom(const QJsonArray &tools)
{
    ToolOffer offer;
    QSet<QString> names;
    for (const auto &json : tools) {
        const QString name = json[u"name"_s].toString();
        const auto refuse = [&](const QString &reason) {
            if (offer.refused.size() < mostTools)
                offer.refused.append({cleanedLine(name, shownName), reason});
        };
        auto tool = offeredTool(json.toObject());
        if (!tool)
            refuse(tool.error().message);
        else if (names.contains(name))
            refuse(u"there is another one with its name"_s);
        else if (offer.tools.size() >= mostTools)
            refuse(u"the server has more than 200 tools"_s);
        else
            offer.tools.append(std::move(*tool));
        names.insert(name);
    }
    return offer;
}

} // namespace fairlead::gateway
