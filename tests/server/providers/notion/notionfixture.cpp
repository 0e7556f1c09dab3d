// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/notion/notionfixture.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/providers/notion/notionaddress.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

using connections::Connection;
using connections::SignInMethod;
using providers::notion::NotionAddress;
using providers::notion::NotionProvider;

NotionFixture::NotionFixture()
{
    build(http, QUrl(u"https://api.notion.com"_s));
}

NotionFixture::NotionFixture(net::HttpClient &network, const QUrl &apiBase)
{
    build(network, apiBase);
}

void NotionFixture::build(net::HttpClient &network, const QUrl &apiBase)
{
    m_apiBase = apiBase;
    m_database = fakes::openTestDatabase(m_folder.path());
    secrets::VaultOptions options;
    options.keyFile = m_folder.filePath(u"test.key"_s);
    if (!durableWrite(options.keyFile, randomBytes(32)))
        qFatal("The test's key cannot be written");
    m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
    if (!m_vault->open())
        qFatal("The test's vault cannot be opened");
    accounts::Users users(*m_database, m_clock);
    m_userId = users.create(u"Mia"_s, {}).value().id;
    m_connections = std::make_unique<connections::Connections>(*m_database, *m_vault, m_clock);
    m_clients = std::make_unique<oauth::Clients>(*m_database, *m_vault, m_clock);
    m_endpoint = std::make_unique<oauth::TokenEndpoint>(network, m_clock);
    m_grants =
        std::make_unique<oauth::Grants>(*m_database, *m_vault, *m_clients, *m_endpoint, m_clock);
    m_credentials = std::make_unique<connections::Credentials>(*m_connections, *m_grants);
    NotionProvider::Options provider;
    provider.apiBase = apiBase;
    provider.files = &files;
    provider.watchInterval = std::chrono::seconds(0);
    m_provider = std::make_unique<NotionProvider>(
        network, *m_connections, *m_credentials, m_clock, std::move(provider));
    m_provider->addTools(registry);
    m_provider->addResources(resources);
    m_grants->addServer(*m_provider->authorizationServer());
}

Connection NotionFixture::connect(const QString &name, const QString &workspace)
{
    m_clock.advance(std::chrono::seconds(1)); // connections are listed by age
    Connection connection;
    connection.userId = m_userId;
    connection.provider = u"notion"_s;
    connection.name = name;
    connection.site = NotionAddress::siteOf(workspace);
    connection.apiBase = m_apiBase;
    connection.account = u"mia@example.com"_s;
    connection.method = SignInMethod::IntegrationToken;
    return m_connections->save(connection, Secret("ntn_secret"_ba)).value();
}

Connection NotionFixture::grant(const QByteArray &accessToken, const QByteArray &refreshToken)
{
    const oauth::Client client{u"client"_s, Secret("client-secret"_ba)};
    if (!m_clients->use(u"notion"_s, client))
        qFatal("The test's OAuth app cannot be stored");
    oauth::TokenSet tokens;
    tokens.accessToken = Secret(accessToken);
    tokens.refreshToken = Secret(refreshToken);
    tokens.receivedAt = m_clock.now();
    Connection connection = connect();
    connection.method = SignInMethod::OAuth;
    connection.grantId = m_grants->add(m_userId, u"notion"_s, client.id, tokens).value();
    return m_connections->saveGranted(connection).value();
}

Connection NotionFixture::current(const Connection &connection) const
{
    return m_connections->find(m_userId, connection.id).value();
}

tools::Caller NotionFixture::caller() const
{
    tools::Caller caller;
    caller.userId = m_userId;
    return caller;
}

tools::ToolResult NotionFixture::call(const QString &tool, const QJsonObject &arguments)
{
    return call(tool, arguments, {});
}

tools::ToolResult NotionFixture::call(const QString &tool,
                                      const QJsonObject &arguments,
                                      const CancellationToken &cancellation)
{
    tools::ToolCall toolCall;
    toolCall.tool = tool;
    toolCall.arguments = arguments;
    toolCall.caller = caller();
    toolCall.cancellation = cancellation;
    const auto result = QCoro::waitFor(registry.invoke(toolCall));
    return result ? *result : tools::ToolResult::fromError(result.error());
}

QString NotionFixture::textOf(const tools::ToolResult &result)
{
    QStringList texts;
    for (const tools::Content &content : result.content) {
        if (content.kind == tools::Content::Kind::Text)
            texts.append(content.text);
    }
    return texts.size() == 1 ? texts.first() : QString();
}

Result<providers::ConnectionReport> NotionFixture::signIn(const QByteArray &token)
{
    return QCoro::waitFor(m_provider->connectWithToken({.userId = m_userId,
                                                        .baseUrl = {},
                                                        .username = {},
                                                        .token = Secret(token),
                                                        .cancellation = {}}));
}

} // namespace fairlead::tests
