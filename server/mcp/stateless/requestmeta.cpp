// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/requestmeta.h"

#include "server/base/text.h"
#include "server/mcp/methods/loggingmethod.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestClient = 100;
constexpr qsizetype longestRevision = 64;
constexpr auto revisionKey = "io.modelcontextprotocol/protocolVersion"_L1;
constexpr auto capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"_L1;
constexpr auto clientKey = "io.modelcontextprotocol/clientInfo"_L1;
constexpr auto logLevelKey = "io.modelcontextprotocol/logLevel"_L1;

RpcError wrongMeta(QLatin1StringView key, const QString &form)
{
    return {RpcCode::InvalidParams, u"\"_meta\" needs \"%1\", %2."_s.arg(key, form)};
}

} // namespace

std::optional<QString> namedRevision(const QJsonObject &params)
{
    const QJsonValue revision = params["_meta"_L1][revisionKey];
    return revision.isString() ? std::optional(revision.toString()) : std::nullopt;
}

std::variant<RequestMeta, RpcError> readRequestMeta(const QJsonObject &params)
{
    const QJsonObject meta = params["_meta"_L1].toObject();
    const auto name = namedRevision(params);
    if (!name)
        return wrongMeta(revisionKey, u"such as \"%1\""_s.arg(revisionName(newestRevision)));
    const auto revision = revisionFromName(*name);
    if (!revision || hasSessions(*revision))
        return unsupportedRevision(*name);
    if (!meta[capabilitiesKey].isObject())
        return wrongMeta(capabilitiesKey, u"an object"_s);
    if (meta.contains(clientKey) && !meta[clientKey].isObject())
        return wrongMeta(clientKey, u"an object"_s);
    const auto logLevel = logLevelFromName(meta[logLevelKey].toString());
    if (meta.contains(logLevelKey) && !logLevel)
        return wrongMeta(logLevelKey, u"one of the eight levels"_s);

    const QJsonValue info = meta[clientKey];
    const QString client = info["name"_L1].toString() + u' ' + info["version"_L1].toString();
    return RequestMeta{.revision = *revision,
                       .client = cleanedLine(client, longestClient).trimmed(),
                       .capabilities = meta[capabilitiesKey].toObject(),
                       .progressToken = RequestId::fromJson(meta["progressToken"_L1]),
                       .logLevel = logLevel};
}

RpcError unsupportedRevision(const QString &requested)
{
    return {
        RpcCode::UnsupportedRevision,
        u"Unsupported protocol revision. Known here are %1."_s.arg(revisionNames().join(u", "_s)),
        {{u"supported"_s, QJsonArray::fromStringList(revisionNames())},
         {u"requested"_s, cleanedLine(requested, longestRevision)}}};
}

} // namespace fairlead::mcp
