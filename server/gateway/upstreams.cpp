// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreams.h"

#include "server/base/text.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/knownservers.h"
#include "server/gateway/tooleffect.h"
#include "server/gateway/upstreaminvoker.h"
#include "server/gateway/upstreamresult.h"
#include "server/providers/signinend.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

using connections::Connection;

QCoro::Task<Result<Secret>> always(Secret authorization)
{
    co_return authorization;
}

constexpr qsizetype longestWords = 4096;

} // namespace

void Upstreams::ReleasedLater::operator()(UpstreamClient *client) const
{
    client->close();
    client->deleteLater();
}

Upstreams::Upstreams(const Parts &parts)
    : m_parts(parts)
    , m_paces(parts.clock, parts.paces)
{
    connect(&m_paces, &UpstreamPaces::low, this, &Upstreams::limitLow);
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
    m_calls.cancel();
    m_upstreams.clear();
    m_paces.save();
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
                          // One that belongs to somebody else now is let in for them.
                          const auto now = std::ranges::find(*all, entry.first, &Connection::id);
                          return now == all->end() || now->userId != entry.second.connection.userId;
                      })
        > 0;
    m_paces.keepOnly(*all);
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
    target.revision = m_parts.revision;
    target.authorize = [this, user = connection.userId, id = connection.id](
                           const CancellationToken &cancellation) {
        return authorize(user, id, cancellation);
    };
    target.authorizeAfter = [this, user = connection.userId, id = connection.id](
                                const Secret &refused, const CancellationToken &cancellation) {
        return authorizeAfter(user, id, refused, cancellation);
    };
    target.explain = [this, id = connection.id](const net::Response &response, const Error &usual) {
        return explained(id, response, usual);
    };
    target.pace = m_paces.of(connection);
    Upstream upstream{.connection = connection, .prefix = *prefix};
    upstream.client.reset(new UpstreamClient(m_parts.http, std::move(target), m_parts.clock));
    readTools(upstream);
    listen(upstream);
    UpstreamClient &client = *upstream.client;
    m_upstreams.insert_or_assign(connection.id, std::move(upstream));
    client.keepConnected();
}

std::optional<LimitStanding> Upstreams::limit(const QString &connectionId) const
{
    return m_paces.standing(connectionId);
}

void Upstreams::listen(const Upstream &upstream)
{
    const QString id = upstream.connection.id;
    connect(upstream.client.get(), &UpstreamClient::toolsChanged, this, [this, id] {
        QCoro::connect(refresh(id, {}), this, [](const auto &) {});
    });
    connect(upstream.client.get(),
            &UpstreamClient::connectFailed,
            this,
            [this, id](const Error &error) { m_parts.connections.noteFailure(id, error); });
}

Upstreams::ClientPointer Upstreams::tryOut(const QUrl &url,
                                           const QString &name,
                                           const Secret &authorization,
                                           std::shared_ptr<Heard> heard) const
{
    UpstreamTarget target{.url = url, .name = name, .authorize = {}};
    target.revision = m_parts.revision;
    target.authorize = [authorization](const CancellationToken &) { return always(authorization); };
    if (heard) {
        target.explain = [heard = std::move(heard)](const net::Response &response,
                                                    const Error &usual) {
            heard->challenge = oauth::challengeIn(response);
            const QString words =
                heard->challenge.description + QString::fromUtf8(response.body.left(longestWords));
            heard->isAboutTokens = providers::isOfAdministrator(words)
                && words.contains("token"_L1, Qt::CaseInsensitive);
            return usual;
        };
    }
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
    // Another instance may have connected it a moment ago.
    if (known == m_upstreams.end())
        follow();
    else
        readTools(known->second);
    Q_EMIT toolsChanged();
}

QCoro::Task<Result<>> Upstreams::refresh(QString connectionId, CancellationToken cancellation)
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        co_return failure(unknown());
    const auto listed = co_await known->second.client->listTools(cancellation);
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
    const QByteArrayList waitingBefore = upstream.waiting;
    readTools(upstream);
    // Once for each thing that waits, not again with each look at the list.
    if (!upstream.waiting.isEmpty() && upstream.waiting != waitingBefore)
        Q_EMIT approvalNeeded(connectionId);
    if (upstream.waiting != waitingBefore)
        Q_EMIT waitingChanged();
    if (before != namesOf(upstream))
        Q_EMIT toolsChanged();
    return {};
}

std::vector<const Upstreams::Upstream *> Upstreams::usableBy(const tools::Caller &caller) const
{
    std::vector<const Upstream *> usable;
    if (m_upstreams.empty()) // as for most people, on every call of any tool
        return usable;
    const auto connected = m_parts.connections.usableBy(caller, provider);
    for (const Connection &connection : connected.value_or(QList<Connection>())) {
        const auto known = m_upstreams.find(connection.id);
        if (known != m_upstreams.end())
            usable.push_back(&known->second);
    }
    return usable;
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
    upstream.waiting.clear();
    const auto pinned = m_parts.pins.list(upstream.connection.id);
    if (!pinned) {
        qCWarning(lcGateway).noquote() << pinned.error().message;
        return;
    }
    for (const PinnedTool &tool : *pinned) {
        if (tool.state() == PinnedTool::State::New || tool.state() == PinnedTool::State::Changed)
            upstream.waiting.append(tool.offered);
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
    ready.definition.description = listedDescription(ready.definition.name, tool->description);
    if (ready.definition.description != tool->description)
        ready.fullDescription = tool->description;
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
    // An organization's server may be called as one of the caller's own, which comes first.
    std::map<QString, tools::ToolDefinition> byName;
    for (const Upstream *upstream : usableBy(caller)) {
        for (const auto &[name, tool] : upstream->tools)
            byName.try_emplace(name, tool.definition);
    }
    QList<tools::ToolDefinition> all;
    for (const auto &[name, definition] : byName)
        all.append(definition);
    return all;
}

const Upstreams::Upstream *Upstreams::owner(const tools::Caller &caller, const QString &tool) const
{
    for (const Upstream *upstream : usableBy(caller)) {
        if (upstream->tools.contains(tool))
            return upstream;
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
    const CalledTool called{.server = name,
                            .name = tool.upstreamName,
                            .headers = tool.headers,
                            .hasOutputSchema = tool.definition.outputSchema.has_value()};
    const QPointer<UpstreamClient> client(upstream->client.get());
    auto result = co_await m_calls.run(client, called, std::move(call));
    if (result)
        m_parts.connections.noteSuccess(id);
    else
        m_parts.connections.noteFailure(id, result.error());
    co_return result;
}

} // namespace fairlead::gateway
