// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/restworld.h"

#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/providers/jira/jiraproxy.h"
#include "server/providers/notion/notionproxy.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

using connections::Connection;
using fakes::LocalHttpServer;

constexpr int callsPerKey = 3;

void require(const Result<> &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

/** A service of which only the rules matter here. */
class RuledProvider final : public providers::Provider
{
public:
    RuledProvider(QString type, QString name, std::optional<providers::ProxyRules> rules)
        : m_type(std::move(type))
        , m_name(std::move(name))
        , m_rules(std::move(rules))
    {}

    [[nodiscard]] QString type() const override { return m_type; }
    [[nodiscard]] QString displayName() const override { return m_name; }
    void addTools(tools::ToolRegistry &) override {}
    [[nodiscard]] std::optional<providers::ProxyRules> proxyRules() const override
    {
        return m_rules;
    }
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn) override
    {
        co_return failure(ErrorCode::Internal, u"Nobody asks this."_s);
    }
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(Connection,
                                                                        CancellationToken) override
    {
        co_return failure(ErrorCode::Internal, u"Nobody asks this."_s);
    }

private:
    QString m_type;
    QString m_name;
    std::optional<providers::ProxyRules> m_rules;
};

} // namespace

RestWorld::RestWorld()
    : m_endpoint(m_http, clock)
    , m_limit(m_fakeTools, callsPerKey)
    , m_log(m_limit, clock)
    , m_service([this](QTcpSocket &socket, const LocalHttpServer::Received &received) {
        m_answer(socket, received);
    })
{
    m_database = fakes::openTestDatabase(m_folder.path());
    secrets::VaultOptions options;
    options.keyFile = m_folder.filePath(u"test.key"_s);
    require(durableWrite(options.keyFile, randomBytes(32)));
    m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
    require(m_vault->open());
    m_users = std::make_unique<accounts::Users>(*m_database, clock);
    m_owner = m_users->create(u"Anna"_s, {}).value();
    anna = m_owner.id;
    ben = m_users->create(u"Ben"_s, {}).value().id;
    m_keys = std::make_unique<accounts::McpKeys>(*m_database, clock);
    require(m_keys->load());
    m_tokens = std::make_unique<accounts::ManagementTokens>(*m_vault, *m_database, clock);
    m_connections = std::make_unique<connections::Connections>(*m_database, *m_vault, clock);
    m_clients = std::make_unique<oauth::Clients>(*m_database, *m_vault, clock);
    m_grants =
        std::make_unique<oauth::Grants>(*m_database, *m_vault, *m_clients, m_endpoint, clock);
    m_credentials = std::make_unique<connections::Credentials>(*m_connections, *m_grants);
    m_providers.add(
        std::make_unique<RuledProvider>(u"jira"_s, u"Jira"_s, providers::jira::proxyRules()));
    m_providers.add(
        std::make_unique<RuledProvider>(u"notion"_s, u"Notion"_s, providers::notion::proxyRules()));
    m_providers.add(std::make_unique<RuledProvider>(u"todoist"_s, u"Todoist"_s, std::nullopt));
    m_authenticator = std::make_unique<api::ApiAuthenticator>(
        api::ApiAuthenticator::Sources{.keys = *m_keys,
                                       .users = *m_users,
                                       .tokens = *m_tokens,
                                       .otherTokens = nullptr,
                                       .controlToken = m_controlToken,
                                       .owner = m_owner,
                                       .clock = clock});
    m_router = std::make_unique<http::Router>(*m_authenticator);
    m_proxyApi = std::make_unique<api::ProxyApi>(api::ProxyApi::Parts{.connections = *m_connections,
                                                                      .credentials = *m_credentials,
                                                                      .providers = m_providers,
                                                                      .http = m_http,
                                                                      .limit = m_limit,
                                                                      .log = m_log,
                                                                      .approvals = approvals});
    m_proxyApi->addRoutes(*m_router);
    m_tokenApi = std::make_unique<api::TokenApi>(api::TokenApi::Parts{.connections = *m_connections,
                                                                      .credentials = *m_credentials,
                                                                      .grants = *m_grants,
                                                                      .providers = m_providers,
                                                                      .log = m_log});
    m_tokenApi->addRoutes(*m_router);
    QObject::connect(&m_log,
                     &tools::CallLog::toolCalled,
                     &m_log,
                     [this](const tools::CallRecord &record) { log.append(record); });
    answerWith("200 OK"_ba, "{}"_ba);
}

RestWorld::~RestWorld() = default;

void RestWorld::answerWith(const QByteArray &statusLine,
                           const QByteArray &body,
                           const QByteArray &headers)
{
    m_answer = [bytes = LocalHttpServer::answer(statusLine, body, headers)](
                   QTcpSocket &socket, const auto &) { socket.write(bytes); };
}

Connection RestWorld::connect(const QString &userId, const QString &provider, const QString &name)
{
    Connection connection;
    connection.userId = userId;
    connection.provider = provider;
    connection.name = name;
    connection.site = QUrl(u"https://"_s + name);
    connection.apiBase = m_service.url({});
    connection.account = u"anna@example.com"_s;
    connection.method = provider == "notion"_L1 ? connections::SignInMethod::IntegrationToken
                                                : connections::SignInMethod::ApiToken;
    return m_connections->save(connection, Secret("entered-token"_ba)).value();
}

Connection RestWorld::signIn(const QString &userId)
{
    require(m_clients->use(u"jira"_s, {.id = u"client"_s, .secret = Secret("client-secret"_ba)}));
    oauth::AuthorizationServer server;
    server.service = u"jira"_s;
    server.displayName = u"Atlassian"_s;
    server.tokenEndpoint = m_service.url(u"/oauth/token"_s);
    m_grants->addServer(server);
    oauth::TokenSet tokens;
    tokens.accessToken = Secret("access-1"_ba);
    tokens.refreshToken = Secret("refresh-1"_ba);
    tokens.receivedAt = clock.now();
    tokens.lifetime = std::chrono::hours(1);
    tokens.scopes = QStringList{u"read:jira-work"_s, u"offline_access"_s};
    Connection connection;
    connection.userId = userId;
    connection.provider = u"jira"_s;
    connection.name = u"signed-in.example"_s;
    connection.site = QUrl(u"https://signed-in.example"_s);
    connection.apiBase = m_service.url(u"/ex/jira/CID"_s);
    connection.account = u"anna@example.com"_s;
    connection.method = connections::SignInMethod::OAuth;
    connection.grantId = m_grants->add(userId, u"jira"_s, u"client"_s, tokens).value();
    return m_connections->saveGranted(connection).value();
}

QByteArray RestWorld::keyOf(const QString &userId,
                            tools::KeyAccess access,
                            tools::KeyRights rights,
                            const QStringList &connectionIds,
                            tools::KeyAsking asks)
{
    const auto created = m_keys->create({.userId = userId,
                                         .name = u"Script"_s,
                                         .access = access,
                                         .connectionIds = connectionIds,
                                         .expiresAt = {},
                                         .rights = rights,
                                         .toolsets = {},
                                         .asks = asks});
    require(created.map([](const auto &) {}));
    return created->secret.reveal();
}

QByteArray RestWorld::Answer::header(QByteArrayView name) const
{
    for (const auto &[each, value] : response.headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

RestWorld::Answer RestWorld::ask(const QByteArray &method,
                                 const QByteArray &path,
                                 const QJsonObject &body,
                                 const QByteArray &credential,
                                 QList<http::Header> headers)
{
    const QList<QByteArray> target = path.split('?');
    http::Request request;
    request.method = method;
    request.path = target.first();
    if (target.size() > 1)
        request.query.append({"connection"_ba, target.last().split('=').last()});
    const QByteArray right =
        credential.isEmpty() ? m_tokens->issue(anna)->token.reveal() : credential;
    headers.append({"authorization"_ba, "Bearer " + right});
    headers.append({"user-agent"_ba, "script/1.0"_ba});
    if (method == "POST") {
        headers.append({"content-type"_ba, "application/json"_ba});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    request.headers = headers;
    fakes::FakeExchange exchange(request);
    m_router->dispatch(&exchange);
    if (!QTest::qWaitFor([&exchange] { return exchange.isAnswered(); }, 20'000))
        qFatal("No answer");
    return {.response = *exchange.response(),
            .json = QJsonDocument::fromJson(exchange.body()).object()};
}

RestWorld::Answer RestWorld::proxy(const QJsonObject &body, const QByteArray &credential)
{
    return ask("POST"_ba, "/api/jira/proxy"_ba, body, credential);
}

std::unique_ptr<fakes::FakeExchange> RestWorld::start(const QByteArray &path,
                                                      const QJsonObject &body)
{
    http::Request request;
    request.method = "POST"_ba;
    request.path = path;
    request.headers = {{"authorization"_ba, "Bearer " + m_tokens->issue(anna)->token.reveal()},
                       {"content-type"_ba, "application/json"_ba}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto exchange = std::make_unique<fakes::FakeExchange>(request);
    m_router->dispatch(exchange.get());
    return exchange;
}

Connection RestWorld::current(const Connection &connection) const
{
    return m_connections->find(connection.userId, connection.id).value();
}

} // namespace fairlead::tests
