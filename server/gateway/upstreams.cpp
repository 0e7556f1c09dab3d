// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreams.h"

#include "server/base/text.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/knownservers.h"
#include "server/gateway/tooleffect.h"
#include "server/gateway/upstreamresult.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

using connections::Connection;

// Whoever waits for a tool mostly gives up before; what nobody waits for must end, too.
constexpr std::chrono::milliseconds callTime{5 * 60'000};

QCoro::Task<Result<Secret>> always(Secret authorization)
{
    co_return authorization;
}

/** "Bearer T" as this server wants it. */
Secret inSchemeOf(const QUrl &url, Secret authorization)
{
    const KnownServer *known = knownServerAt(url);
    constexpr QByteArrayView usual("Bearer ");
    if (known == nullptr || !authorization.reveal().startsWith(usual))
        return authorization;
    return Secret(known->tokenScheme.toLatin1() + ' ' + authorization.reveal().mid(usual.size()));
}

Error unknown()
{
    return {.code = ErrorCode::NotFound,
            .message = u"There is no such MCP server. List the connections to see their ids."_s};
}

} // namespace

void Upstreams::ReleasedLater::operator()(UpstreamClient *client) const
{
    client->close();
    client->deleteLater();
}

Upstreams::Upstreams(const Parts &parts)
    : m_parts(parts)
{
    connect(&parts.connections, &connections::Connections::changed, this, &Upstreams::follow);
}

Upstreams::~Upstreams() = default;

void Upstreams::start()
{
    m_isStarted = true;
    follow();
}

void Upstreams::close()
{
    m_isStarted = false;
    m_upstreams.clear();
}

void Upstreams::follow()
{
    if (!m_isStarted)
        return;
    const auto all = m_parts.connections.listAll();
    if (!all)
        return; // asked again with the next change
    const bool hasGone =
        std::erase_if(m_upstreams,
                      [&](const auto &entry) {
                          return std::ranges::find(*all, entry.first, &Connection::id)
                              == all->end();
                      })
        > 0;
    for (const Connection &connection : *all) {
        if (connection.provider == provider && !m_upstreams.contains(connection.id))
            add(connection);
    }
    if (hasGone)
        Q_EMIT toolsChanged();
}

void Upstreams::add(const Connection &connection)
{
    const auto prefix = m_parts.pins.prefixOf(connection.id);
    if (!prefix || prefix->isEmpty())
        return; // it is only just being connected: renew() follows
    UpstreamTarget target{.url = connection.apiBase, .name = connection.name, .authorize = {}};
    target.authorize = [this, user = connection.userId, id = connection.id](
                           const CancellationToken &cancellation) {
        return authorize(user, id, cancellation);
    };
    Upstream upstream{.connection = connection, .prefix = *prefix};
    upstream.client.reset(new UpstreamClient(m_parts.http, std::move(target), m_parts.clock));
    readTools(upstream);
    listen(upstream);
    UpstreamClient &client = *upstream.client;
    m_upstreams.insert_or_assign(connection.id, std::move(upstream));
    client.keepConnected();
}

void Upstreams::listen(const Upstream &upstream)
{
    const QString id = upstream.connection.id;
    connect(upstream.client.get(), &UpstreamClient::toolsChanged, this, [this, id] {
        QCoro::connect(refresh(id), this, [](const auto &) {});
    });
    connect(upstream.client.get(),
            &UpstreamClient::connectFailed,
            this,
            [this, id](const Error &error) { m_parts.connections.noteFailure(id, error); });
}

QCoro::Task<Result<Secret>> Upstreams::authorize(QString userId,
                                                 QString connectionId,
                                                 CancellationToken cancellation)
{
    const auto connection = m_parts.connections.find(userId, connectionId);
    if (!connection)
        co_return failure(connection.error());
    const auto token = co_await m_parts.credentials.token(*connection, cancellation);
    if (!token)
        co_return failure(token.error());
    if (token->isEmpty())
        co_return Secret();
    co_return inSchemeOf(connection->apiBase,
                         connections::Credentials::authorizationOf(*connection, *token));
}

Upstreams::ClientPointer Upstreams::tryOut(const QUrl &url,
                                           const QString &name,
                                           const Secret &authorization) const
{
    const Secret inScheme = inSchemeOf(url, authorization);
    UpstreamTarget target{.url = url, .name = name, .authorize = {}};
    target.authorize = [inScheme](const CancellationToken &) { return always(inScheme); };
    return ClientPointer(new UpstreamClient(m_parts.http, std::move(target), m_parts.clock));
}

void Upstreams::renew(const QString &connectionId)
{
    m_upstreams.erase(connectionId);
    follow();
    Q_EMIT toolsChanged();
}

void Upstreams::reload(const QString &connectionId)
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        return;
    readTools(known->second);
    Q_EMIT toolsChanged();
}

QCoro::Task<Result<>> Upstreams::refresh(QString connectionId)
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        co_return failure(unknown());
    const auto listed = co_await known->second.client->listTools({});
    if (!listed) {
        m_parts.connections.noteFailure(connectionId, listed.error());
        co_return failure(listed.error());
    }
    m_parts.connections.noteSuccess(connectionId);
    co_return takeOffer(connectionId, offerFrom(*listed));
}

Result<> Upstreams::takeOffer(const QString &connectionId, const ToolOffer &offer)
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        return failure(unknown()); // it was removed meanwhile
    Upstream &upstream = known->second;
    const auto noted =
        m_parts.pins.noteOffer(connectionId, offer.tools, PinnedTools::Approval::Needed);
    if (!noted)
        return noted;
    for (const RefusedTool &tool : offer.refused) {
        if (!upstream.refused.contains(tool))
            qCWarning(lcGateway).noquote()
                << upstream.connection.name << "offers a tool that is left out," << tool.name
                << "because" << tool.reason;
    }
    upstream.refused = offer.refused;
    const QStringList before = namesOf(upstream);
    readTools(upstream);
    const auto pinned = m_parts.pins.list(connectionId).value_or(QList<PinnedTool>());
    const bool isNeeded = std::ranges::any_of(pinned, [](const PinnedTool &tool) {
        return tool.state() == PinnedTool::State::New || tool.state() == PinnedTool::State::Changed;
    });
    if (isNeeded)
        Q_EMIT approvalNeeded(connectionId);
    if (before != namesOf(upstream))
        Q_EMIT toolsChanged();
    return {};
}

QStringList Upstreams::namesOf(const Upstream &upstream)
{
    QStringList names;
    for (const auto &[name, tool] : upstream.tools)
        names.append(name);
    return names;
}

void Upstreams::readTools(Upstream &upstream)
{
    upstream.tools.clear();
    const auto pinned = m_parts.pins.list(upstream.connection.id);
    if (!pinned) {
        qCWarning(lcGateway).noquote() << pinned.error().message;
        return;
    }
    for (const PinnedTool &tool : *pinned) {
        if (auto ready = usable(upstream, tool))
            upstream.tools.emplace(ready->definition.name, std::move(*ready));
    }
}

std::optional<Upstreams::UsableTool> Upstreams::usable(const Upstream &upstream,
                                                       const PinnedTool &pinned) const
{
    if (pinned.state() != PinnedTool::State::Approved || !pinned.isOn)
        return std::nullopt;
    const auto tool = offeredToolFrom(pinned.approved);
    if (!tool)
        return std::nullopt;
    const Trust trust =
        knownServerAt(upstream.connection.apiBase) != nullptr ? Trust::Known : Trust::Stranger;
    UsableTool ready{.upstreamName = tool->name, .definition = {}, .headers = tool->headers};
    ready.definition.name = listedName(upstream.prefix, tool->name);
    ready.definition.title = tool->title;
    ready.definition.description = tool->description;
    ready.definition.inputSchema = tool->inputSchema;
    ready.definition.outputSchema = tool->outputSchema;
    ready.definition.effect =
        pinned.effect.value_or(judgedEffect(tool->name, tool->annotations, trust));
    ready.definition.idempotent = tool->annotations["idempotentHint"_L1].toBool();
    ready.definition.service = upstream.prefix;
    return ready;
}

QList<tools::ToolDefinition> Upstreams::tools(const tools::Caller &caller) const
{
    QList<tools::ToolDefinition> all;
    for (const auto &[id, upstream] : m_upstreams) {
        const bool isTheirs = upstream.connection.userId == caller.userId
            && (caller.connectionIds.isEmpty() || caller.connectionIds.contains(id));
        if (!isTheirs)
            continue;
        for (const auto &[name, tool] : upstream.tools)
            all.append(tool.definition);
    }
    std::ranges::sort(all, {}, &tools::ToolDefinition::name);
    return all;
}

const Upstreams::Upstream *Upstreams::owner(const tools::Caller &caller, const QString &tool) const
{
    for (const auto &[id, upstream] : m_upstreams) {
        const bool isTheirs = upstream.connection.userId == caller.userId
            && (caller.connectionIds.isEmpty() || caller.connectionIds.contains(id));
        if (isTheirs && upstream.tools.contains(tool))
            return &upstream;
    }
    return nullptr;
}

bool Upstreams::hasTool(const tools::Caller &caller, const QString &name) const
{
    return owner(caller, name) != nullptr;
}

QCoro::Task<Result<tools::ToolResult>> Upstreams::call(tools::ToolCall call)
{
    const Upstream *upstream = owner(call.caller, call.tool);
    if (upstream == nullptr)
        co_return failure(unknown());
    const QString id = upstream->connection.id;
    const QString name = upstream->connection.name;
    const UsableTool tool = upstream->tools.at(call.tool);
    call.caller.noteConnection(id, name);
    UpstreamRequest request{.method = u"tools/call"_s, .time = callTime};
    request.params = {{u"name"_s, tool.upstreamName}, {u"arguments"_s, call.arguments}};
    request.headers = headersOf(tool.headers, call.arguments);
    request.cancellation = call.cancellation;
    request.reportProgress = call.reportProgress;
    const auto result = co_await upstream->client->request(std::move(request));
    if (!result) {
        m_parts.connections.noteFailure(id, result.error());
        co_return failure(result.error());
    }
    m_parts.connections.noteSuccess(id);
    co_return upstreamResult(*result, name, tool.definition.outputSchema.has_value());
}

UpstreamView Upstreams::viewOf(const Connection &connection) const
{
    UpstreamView view{.connection = connection};
    view.prefix = m_parts.pins.prefixOf(connection.id).value_or(QString());
    view.tools = m_parts.pins.list(connection.id).value_or(QList<PinnedTool>());
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

} // namespace fairlead::gateway
