// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/initialize.h"

#include "server/base/text.h"
#include "server/mcp/methods/capabilities.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestClient = 100;

RpcError wrongParams(const QString &message)
{
    return {RpcCode::InvalidParams, message};
}

} // namespace

std::variant<ClientHello, RpcError> readInitialize(const QJsonObject &params)
{
    const QJsonValue wanted = params["protocolVersion"_L1];
    const QJsonValue info = params["clientInfo"_L1];
    const QJsonValue capabilities = params["capabilities"_L1];
    if (!wanted.isString())
        return wrongParams(u"initialize needs \"protocolVersion\", such as \"%1\"."_s.arg(
            revisionName(newestSessionRevision)));
    if (!info.isUndefined() && !info.isObject())
        return wrongParams(u"\"clientInfo\" must be an object."_s);
    if (!capabilities.isUndefined() && !capabilities.isObject())
        return wrongParams(u"\"capabilities\" must be an object."_s);

    const QString client = info["name"_L1].toString() + u' ' + info["version"_L1].toString();
    return ClientHello{.revision = negotiatedRevision(wanted.toString()),
                       .client = cleanedLine(client, longestClient).trimmed(),
                       .capabilities = capabilities.toObject()};
}

QJsonObject initializeResult(const ServerProfile &server, Revision revision)
{
    QJsonObject result{{u"protocolVersion"_s, revisionName(revision)},
                       {u"capabilities"_s, capabilities(server, revision)},
                       {u"serverInfo"_s, serverInfo(revision)}};
    if (!server.instructions.isEmpty())
        result["instructions"_L1] = server.instructions;
    return result;
}

} // namespace fairlead::mcp
