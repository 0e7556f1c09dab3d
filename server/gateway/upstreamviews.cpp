// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person sees of the remote servers: the part of Upstreams that only reads.
#include "server/connections/connections.h"
#include "server/gateway/knownservers.h"
#include "server/gateway/tooleffect.h"
#include "server/gateway/upstreams.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

using connections::Connection;

tools::ToolEffect effectOf(const Connection &connection, const PinnedTool &tool)
{
    if (tool.effect)
        return *tool.effect;
    const auto read = offeredToolFrom(tool.offered.isEmpty() ? tool.approved : tool.offered);
    const auto trust =
        knownServerAt(connection.apiBase) != nullptr ? Trust::Known : Trust::Stranger;
    return judgedEffect(tool.name, read ? read->annotations : QJsonObject(), trust);
}

Error Upstreams::unknown()
{
    return {.code = ErrorCode::NotFound,
            .message = u"There is no such MCP server. List the connections to see their ids."_s};
}

UpstreamView Upstreams::viewOf(const Connection &connection) const
{
    UpstreamView view{.connection = connection};
    view.prefix = m_parts.pins.prefixOf(connection.id).value_or(QString());
    view.tools = m_parts.pins.list(connection.id).value_or(QList<PinnedTool>());
    view.limit = limit(connection.id).value_or(LimitStanding());
    const auto known = m_upstreams.find(connection.id);
    if (known != m_upstreams.end()) {
        view.standing = known->second.client->standing();
        view.refused = known->second.refused;
    }
    return view;
}

Result<UpstreamView> Upstreams::view(const QString &userId, const QString &id) const
{
    const auto connection = m_parts.connections.find(userId, id);
    if (!connection || connection->provider != provider)
        return failure(unknown());
    return viewOf(*connection);
}

std::optional<UpstreamGlance> Upstreams::glance(const QString &connectionId) const
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        return std::nullopt;
    const Upstream &upstream = known->second;
    return UpstreamGlance{.standing = upstream.client->standing(),
                          .inUse = static_cast<qsizetype>(upstream.tools.size()),
                          .waiting = upstream.waiting.size(),
                          .limit = limit(connectionId).value_or(LimitStanding())};
}

Result<QList<UpstreamView>> Upstreams::views(const QString &userId) const
{
    const auto all = m_parts.connections.list(userId);
    if (!all)
        return failure(all.error());
    QList<UpstreamView> views;
    for (const Connection &connection : *all) {
        if (connection.provider == provider)
            views.append(viewOf(connection));
    }
    return views;
}

QString Upstreams::fullDescription(const tools::Caller &caller, const QString &name) const
{
    const Upstream *upstream = owner(caller, name);
    return upstream == nullptr ? QString() : upstream->tools.at(name).fullDescription;
}

bool Upstreams::hasCutDescriptions(const tools::Caller &caller) const
{
    return std::ranges::any_of(usableBy(caller), [](const Upstream *upstream) {
        return std::ranges::any_of(upstream->tools, [](const auto &tool) {
            return !tool.second.fullDescription.isEmpty();
        });
    });
}

} // namespace fairlead::gateway
