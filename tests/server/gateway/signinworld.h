// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/gateway/mcpprovider.h"
#include "server/gateway/upstreaminvoker.h"
#include "server/net/networkhttpclient.h"
#include "server/oauth/serverstore.h"
#include "server/providers/providers.h"
#include "server/providers/signinasking.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/stores.h"
#include "tests/server/gateway/protectedupstream.h"

namespace fairlead::gateway {

/** One life of the program over a folder, as far as remote MCP servers need it; the browser is the
 * test's. */
class SignInWorld final
{
public:
    struct Options
    {
        QString document = {}; ///< where the one that describes Fairlead is
        QString proxy = {};
        std::optional<mcp::Revision> revision = {}; ///< that all servers are known to speak
    };
    explicit SignInWorld(const QString &folder)
        : SignInWorld(folder, Options())
    {}
    SignInWorld(const QString &folder, const Options &options);
    ~SignInWorld();
    Q_DISABLE_COPY_MOVE(SignInWorld)

    using Begun = providers::BrowserSignIn::Begun;

    [[nodiscard]] Result<providers::ConnectionReport> connect(const QUrl &url,
                                                              const QByteArray &token = {});
    [[nodiscard]] QCoro::Task<Result<Begun>> beginning(QUrl url);
    [[nodiscard]] Result<Begun> begin(const QUrl &url);
    [[nodiscard]] Result<Begun> beginAgain(const QString &connectionId);
    [[nodiscard]] Result<providers::SignIn> arrive(const providers::Arrival &arrival);
    [[nodiscard]] QCoro::Task<Result<providers::SignIn>> arriving(providers::Arrival arrival);
    [[nodiscard]] Result<> useClient(const QUrl &url, const oauth::Client &client);
    /** As it stands now; the time that has passed counts. */
    [[nodiscard]] providers::SignIn now(const providers::SignIn &signIn);

    [[nodiscard]] QStringList listed() const;
    /** What srv_echo answers to "hello", or the words of the failure. */
    [[nodiscard]] QString call();
    [[nodiscard]] QCoro::Task<QString> calling();
    /** The same by a client that can send its person to pages: `person`. */
    [[nodiscard]] QCoro::Task<QString> callingWithAPerson();

    /** What a tool answers, or the words of the failure. */
    [[nodiscard]] QCoro::Task<QString> answered(QString tool,
                                                std::shared_ptr<tools::ClientPort> client);

    [[nodiscard]] QList<connections::Connection> connections() const;
    [[nodiscard]] connections::ConnectionState stateOfFirst() const;

    fakes::FakeClock clock;
    std::shared_ptr<fakes::FakeClientPort> person;

private:
    net::NetworkHttpClient m_network;
    net::StreamingClient m_http;
    fakes::Stores m_stores;
    tools::ToolRegistry m_registry;
    PinnedTools m_pins;
    oauth::ServerStore m_servers;
    RemoteSignIn m_signIn;
    Upstreams m_upstreams;
    UpstreamInvoker m_invoker;
    providers::Providers m_providers;
    McpProvider *m_provider = nullptr; // owned by m_providers
    providers::BrowserSignIn m_signIns;
    providers::SignInAsking m_asking;
    tools::Caller m_caller;
};

} // namespace fairlead::gateway
