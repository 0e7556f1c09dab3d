// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/signinworld.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

namespace {

net::NetworkHttpClient::Options networkOptions(const QString &proxy)
{
    net::NetworkHttpClient::Options options;
    options.proxy = proxy;
    return options;
}

} // namespace

SignInWorld::SignInWorld(const QString &folder, const Options &options)
    : person(std::make_shared<fakes::FakeClientPort>())
    , m_network(networkOptions(options.proxy))
    , m_http(net::StreamingClient::Options{.proxy = options.proxy, .extraCaFile = {}})
    , m_stores(folder, m_network, clock)
    , m_pins(*m_stores.database)
    , m_servers(*m_stores.database)
    , m_signIn({.http = m_network,
                .clients = *m_stores.clients,
                .grants = *m_stores.grants,
                .servers = m_servers,
                .document = options.document})
    , m_upstreams({.connections = *m_stores.connections,
                   .credentials = *m_stores.credentials,
                   .pins = m_pins,
                   .http = m_http,
                   .clock = clock,
                   .scopesOf = [this](const QString &id) { return m_signIn.scopesOf(id); },
                   .revision = options.revision})
    , m_invoker(m_registry, m_upstreams)
    , m_signIns({.providers = m_providers,
                 .connections = *m_stores.connections,
                 .clients = *m_stores.clients,
                 .grants = *m_stores.grants,
                 .endpoint = *m_stores.endpoint,
                 .clock = clock})
    , m_asking(m_invoker, *m_stores.connections, m_signIns)
{
    auto made = std::make_unique<McpProvider>(
        m_upstreams, m_pins, *m_stores.connections, m_signIn, [](const QString &) {
            return false;
        });
    m_provider = made.get();
    m_providers.add(std::move(made));
    m_signIns.setServerUrl(QUrl(u"http://127.0.0.1:8080"_s));
    if (const auto loaded = m_signIn.load(); !loaded)
        qFatal("%s", qUtf8Printable(loaded.error().message));
    person->opensPages = true;
    m_caller.userId = m_stores.user();
    m_caller.access = tools::KeyAccess::Full;
    m_upstreams.start();
}

SignInWorld::~SignInWorld()
{
    m_upstreams.close();
}

Result<providers::ConnectionReport> SignInWorld::connect(const QUrl &url, const QByteArray &token)
{
    return QCoro::waitFor(m_provider->connectWithToken({.userId = m_caller.userId,
                                                        .baseUrl = url.toString(),
                                                        .username = {},
                                                        .token = Secret(token),
                                                        .cancellation = {},
                                                        .name = u"srv"_s}));
}

QCoro::Task<Result<SignInWorld::Begun>> SignInWorld::beginning(QUrl url)
{
    return m_signIns.beginAt(
        u"mcp"_s, {.userId = m_caller.userId, .address = url.toString(), .name = u"srv"_s});
}

Result<SignInWorld::Begun> SignInWorld::begin(const QUrl &url)
{
    return QCoro::waitFor(beginning(url));
}

Result<SignInWorld::Begun> SignInWorld::beginAgain(const QString &connectionId)
{
    return QCoro::waitFor(
        m_signIns.beginAt(u"mcp"_s, {.userId = m_caller.userId, .connectionId = connectionId}));
}

Result<providers::SignIn> SignInWorld::arrive(const providers::Arrival &arrival)
{
    return QCoro::waitFor(m_signIns.arrive(u"mcp"_s, arrival));
}

QCoro::Task<Result<providers::SignIn>> SignInWorld::arriving(providers::Arrival arrival)
{
    return m_signIns.arrive(u"mcp"_s, std::move(arrival));
}

Result<> SignInWorld::useClient(const QUrl &url, const oauth::Client &client)
{
    return QCoro::waitFor(m_provider->useClient(url.toString(), client, {}));
}

providers::SignIn SignInWorld::now(const providers::SignIn &signIn)
{
    return m_signIns.find(signIn.userId, signIn.id).value();
}

QStringList SignInWorld::listed() const
{
    QStringList names;
    const auto tools = m_invoker.list(m_caller);
    for (const tools::ToolDefinition &tool : tools)
        names.append(tool.name);
    return names;
}

QCoro::Task<QString> SignInWorld::answered(QString tool, std::shared_ptr<tools::ClientPort> client)
{
    tools::ToolCall call;
    call.tool = tool;
    call.caller = m_caller;
    call.client = std::move(client);
    call.arguments = {{u"message"_s, u"hello"_s}};
    const auto result = co_await m_asking.invoke(std::move(call));
    if (!result)
        co_return QString(errorName(result.error().code));
    co_return result->content.first().text;
}

QCoro::Task<QString> SignInWorld::calling()
{
    return answered(u"srv_echo"_s, {});
}

QCoro::Task<QString> SignInWorld::callingWithAPerson()
{
    return answered(u"srv_echo"_s, person);
}

QString SignInWorld::call()
{
    return QCoro::waitFor(calling());
}

QList<connections::Connection> SignInWorld::connections() const
{
    return m_stores.connections->list(m_caller.userId).value();
}

connections::ConnectionState SignInWorld::stateOfFirst() const
{
    return connections().first().state;
}

} // namespace fairlead::gateway
