// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/gateway/mcpprovider.h"
#include "server/gateway/upstreaminvoker.h"
#include "server/oauth/serverstore.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"
#include "tests/server/gateway/scriptedupstream.h"

#include <QTest>

namespace fairlead::gateway {

/** A user with remote servers, over real stores. */
class UpstreamWorld final
{
public:
    explicit UpstreamWorld(const QString &folder)
        : m_stores(folder, m_network, m_clock)
        , pins(*m_stores.database)
        , upstreams({.connections = *m_stores.connections,
                     .credentials = *m_stores.credentials,
                     .pins = pins,
                     .http = m_http,
                     .clock = m_clock})
        , m_servers(*m_stores.database)
        , m_signIn({.http = m_network,
                    .clients = *m_stores.clients,
                    .grants = *m_stores.grants,
                    .servers = m_servers,
                    .document = {}})
        , provider(upstreams,
                   pins,
                   *m_stores.connections,
                   m_signIn,
                   [](const QString &prefix) {
                       return QStringLiteral("jira_search").startsWith(prefix);
                   })
        , invoker(registry, upstreams)
    {
        upstreams.start();
        caller.userId = m_stores.user();
        caller.access = tools::KeyAccess::Full;
    }
    ~UpstreamWorld()
    {
        upstreams.close();
        // What was under way ends in the event loop.
        if (!QTest::qWaitFor([this] { return m_http.isIdle(); }))
            qWarning("A request is still under way.");
    }

    Result<providers::ConnectionReport> add(const QUrl &url,
                                            const QString &name = QStringLiteral("srv"),
                                            const QByteArray &token = {})
    {
        return QCoro::waitFor(provider.connectWithToken({.userId = caller.userId,
                                                         .baseUrl = url.toString(),
                                                         .username = {},
                                                         .token = Secret(token),
                                                         .cancellation = {},
                                                         .name = name}));
    }
    QStringList listed() const
    {
        QStringList names;
        for (const tools::ToolDefinition &tool : invoker.list(caller))
            names.append(tool.name);
        return names;
    }
    PinnedTool::State stateOf(const QString &id, const QString &tool)
    {
        const QList<PinnedTool> all = pins.list(id).value();
        for (const PinnedTool &pinned : all) {
            if (pinned.name == tool)
                return pinned.state();
        }
        return PinnedTool::State::Gone;
    }
    QString call(const QString &tool, const QString &message = QStringLiteral("hello"))
    {
        tools::ToolCall call;
        call.tool = tool;
        call.caller = caller;
        call.arguments = {{QStringLiteral("message"), message}};
        const auto result = QCoro::waitFor(invoker.invoke(std::move(call)));
        if (!result)
            return QString(errorName(result.error().code));
        return result->isError ? QStringLiteral("ERROR ") + result->content.first().text
                               : result->content.first().text;
    }
    connections::Connections &connections() { return *m_stores.connections; }
    store::Database &database() { return *m_stores.database; }

private:
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_network;
    net::StreamingClient m_http;
    fakes::Stores m_stores;

public:
    tools::ToolRegistry registry;
    PinnedTools pins;
    Upstreams upstreams;

private:
    oauth::ServerStore m_servers;
    RemoteSignIn m_signIn;

public:
    McpProvider provider;
    UpstreamInvoker invoker;
    tools::Caller caller;
};

} // namespace fairlead::gateway
