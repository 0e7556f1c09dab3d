// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreammessages.h"

#include "server/base/mcpname.h"
#include "server/base/text.h"
#include "server/base/version.h"
#include "server/gateway/upstreamquestion.h"
#include "server/mcp/jsonrpc/jsoncheck.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qsizetype longestSentence = 1000;
constexpr qsizetype longestSessionId = 1024;
constexpr mcp::JsonLimits limits{.bytes = longestUpstreamMessage, .depth = 96, .values = 1'000'000};

QJsonObject clientInfo()
{
    return {{u"name"_s, u"fairlead"_s}, {u"version"_s, QString::fromLatin1(version)}};
}

Result<QJsonDocument> parsed(QByteArrayView json)
{
    if (const auto fault = mcp::checkJson(json, limits))
        return failure(ErrorCode::InvalidData, fault->message);
    return QJsonDocument::fromJson(json.toByteArray());
}

} // namespace

bool UpstreamReply::isModernFault() const
{
    constexpr std::array modern{mcp::RpcCode::HeaderMismatch,
                                mcp::RpcCode::MissingClientCapability,
                                mcp::RpcCode::UnsupportedRevision};
    return fault && std::ranges::any_of(modern, [this](mcp::RpcCode code) {
               return static_cast<int>(code) == fault->code;
           });
}

Result<QList<mcp::Message>> upstreamMessages(QByteArrayView json)
{
    const auto document = parsed(json);
    if (!document)
        return failure(document.error());
    if (!document->isArray())
        return QList<mcp::Message>{mcp::messageFromJson(document->object())};
    QList<mcp::Message> messages;
    const QJsonArray batch = document->array();
    for (const auto &value : batch)
        messages.append(mcp::messageFromJson(value));
    return messages;
}

UpstreamFault faultFrom(const QJsonObject &error)
{
    return {.code = error["code"_L1].toInt(),
            .message = cleanedLine(error["message"_L1].toString(), longestSentence),
            .data = error["data"_L1].toObject()};
}

std::optional<UpstreamFault> faultIn(QByteArrayView json)
{
    const auto document = parsed(json);
    const QJsonValue error = document ? document->object()["error"_L1] : QJsonValue();
    // OAuth answers {"error":"invalid_token"} and the like; that is no JSON-RPC.
    if (!error.isObject() || !error["code"_L1].isDouble())
        return std::nullopt;
    return faultFrom(error.toObject());
}

QJsonObject withMeta(QJsonObject params, mcp::Revision revision, const QJsonObject &capabilities)
{
    QJsonObject meta = params["_meta"_L1].toObject();
    meta["io.modelcontextprotocol/protocolVersion"_L1] = mcp::revisionName(revision);
    meta["io.modelcontextprotocol/clientInfo"_L1] = clientInfo();
    meta["io.modelcontextprotocol/clientCapabilities"_L1] = capabilities;
    params["_meta"_L1] = meta;
    return params;
}

QJsonObject initializeParams(mcp::Revision revision)
{
    return {{u"protocolVersion"_s, mcp::revisionName(revision)},
            {u"capabilities"_s, sessionCapabilities()},
            {u"clientInfo"_s, clientInfo()}};
}

QList<net::Header> mirroredHeaders(const QString &method,
                                   const QJsonObject &params,
                                   mcp::Revision revision)
{
    QList<net::Header> headers{{"MCP-Protocol-Version"_ba, mcp::revisionName(revision).toLatin1()},
                               {"Mcp-Method"_ba, encodedHeaderValue(method)}};
    if (const auto parameter = parameterInMcpName(method))
        headers.append({"Mcp-Name"_ba, encodedHeaderValue(params[*parameter].toString())});
    return headers;
}

std::optional<mcp::Revision> commonRevision(const QJsonArray &supported)
{
    std::optional<mcp::Revision> newest;
    for (const auto &name : supported) {
        const auto known = mcp::revisionFromName(name.toString());
        if (known && (!newest || *known > *newest))
            newest = known;
    }
    return newest;
}

bool isSessionId(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= longestSessionId
        && std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

} // namespace fairlead::gateway
