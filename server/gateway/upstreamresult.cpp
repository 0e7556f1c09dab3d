// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamresult.h"

#include "server/base/text.h"
#include "server/mcp/jsonrpc/rawmember.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using tools::Content;

constexpr qsizetype longestText = 8 * 1024 * 1024;
constexpr qsizetype longestName = 256;
constexpr qsizetype longestAddress = 4 * 1024;
constexpr qsizetype mostParts = 1000;

Content mediaFrom(Content::Kind kind, const QJsonObject &json)
{
    return {.kind = kind,
            .text = {},
            .data = QByteArray::fromBase64(json["data"_L1].toString().toLatin1()),
            .mimeType = cleanedLine(json["mimeType"_L1].toString(), longestName)};
}

Content resourceFrom(const QJsonObject &resource)
{
    return {.kind = Content::Kind::Resource,
            .text = cleanedText(resource["text"_L1].toString(), longestText),
            .data = QByteArray::fromBase64(resource["blob"_L1].toString().toLatin1()),
            .mimeType = cleanedLine(resource["mimeType"_L1].toString(), longestName),
            .uri = cleanedLine(resource["uri"_L1].toString(), longestAddress)};
}

Content contentFrom(const QJsonObject &json)
{
    const QString type = json["type"_L1].toString();
    if (type == "text"_L1)
        return Content::fromText(cleanedText(json["text"_L1].toString(), longestText));
    if (type == "image"_L1)
        return mediaFrom(Content::Kind::Image, json);
    if (type == "audio"_L1)
        return mediaFrom(Content::Kind::Audio, json);
    if (type == "resource"_L1)
        return resourceFrom(json["resource"_L1].toObject());
    if (type == "resource_link"_L1) {
        return {.kind = Content::Kind::ResourceLink,
                .text = {},
                .data = {},
                .mimeType = cleanedLine(json["mimeType"_L1].toString(), longestName),
                .uri = cleanedLine(json["uri"_L1].toString(), longestAddress),
                .name = cleanedLine(json["name"_L1].toString(), longestName)};
    }
    return Content::fromText(
        u"(A part of type “%1” was left out.)"_s.arg(cleanedLine(type, longestName)));
}

} // namespace

Result<tools::ToolResult> upstreamResult(const UpstreamReply &reply,
                                         const QString &source,
                                         bool hasOutputSchema)
{
    const QJsonObject &result = reply.result;
    // Since 2026-07-28; what asks for input was answered before.
    const QString type = result["resultType"_L1].toString();
    if (!type.isEmpty() && type != "complete"_L1) {
        return failure(ErrorCode::InvalidData,
                       u"%1 answered with a kind of result (“%2”) that this Fairlead does not "
                       "know. Update Fairlead."_s.arg(source, cleanedLine(type, longestName)));
    }
    const bool hasStructured = result["structuredContent"_L1].isObject();
    if (!result["content"_L1].isArray() && !hasStructured)
        return failure(ErrorCode::InvalidData,
                       u"%1 did not answer with the result of a tool."_s.arg(source));
    tools::ToolResult answer;
    answer.isError = result["isError"_L1].toBool();
    const QJsonArray parts = result["content"_L1].toArray();
    for (const auto &part : parts) {
        if (answer.content.size() >= mostParts)
            break;
        answer.content.append(contentFrom(part.toObject()));
        answer.content.last().source = source;
    }
    if (!hasStructured)
        return answer;
    const QJsonObject structured = result["structuredContent"_L1].toObject();
    const QByteArray asItCame = mcp::rawMember(reply.text, {"result"_L1, "structuredContent"_L1});
    if (hasOutputSchema) {
        answer.structured = structured;
        answer.structuredText = asItCame;
    } else if (answer.content.isEmpty()) {
        const QByteArray json = asItCame.isEmpty()
            ? QJsonDocument(structured).toJson(QJsonDocument::Compact)
            : asItCame;
        answer.content.append(Content::fromText(cleanedText(QString::fromUtf8(json), longestText)));
        answer.content.last().source = source;
    }
    return answer;
}

} // namespace fairlead::gateway
