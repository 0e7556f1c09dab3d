// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/jirafixture.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

using connections::Connection;

JiraFixture::JiraFixture()
{
    build(http);
}

JiraFixture::JiraFixture(net::HttpClient &network)
{
    build(network);
}

void JiraFixture::build(net::HttpClient &network)
{
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
    providers::jira::JiraProvider::Options jiraOptions;
    jiraOptions.files = &files;
    m_provider = std::make_unique<providers::jira::JiraProvider>(
        network, *m_connections, *m_credentials, m_clock, std::move(jiraOptions));
    m_provider->addTools(registry);
    m_provider->addResources(resources);
    m_provider->addPrompts(prompts);
}

Connection JiraFixture::connect(const QString &site)
{
    m_clock.advance(std::chrono::seconds(1)); // connections are listed by age
    Connection connection;
    connection.userId = m_userId;
    connection.provider = u"jira"_s;
    connection.name = site;
    connection.site = QUrl(u"https://"_s + site);
    connection.apiBase = connection.site;
    connection.account = u"mia@example.com"_s;
    return m_connections->save(connection, Secret("token"_ba)).value();
}

Connection JiraFixture::connectCloud(const QString &site, const QString &cloudId)
{
    Connection connection = connect(site);
    connection.apiBase = QUrl(u"https://api.atlassian.com/ex/jira/"_s + cloudId);
    return m_connections->save(connection, Secret("token"_ba)).value();
}

Connection JiraFixture::current(const Connection &connection) const
{
    return m_connections->find(m_userId, connection.id).value();
}

tools::ToolResult JiraFixture::call(const QString &tool, const QJsonObject &arguments)
{
    return call(tool, arguments, {});
}

tools::ToolResult JiraFixture::call(const QString &tool,
                                    const QJsonObject &arguments,
                                    const CancellationToken &cancellation)
{
    tools::ToolCall toolCall;
    toolCall.tool = tool;
    toolCall.arguments = arguments;
    toolCall.caller.userId = m_userId;
    toolCall.cancellation = cancellation;
    const auto result = QCoro::waitFor(registry.invoke(toolCall));
    return result ? *result : tools::ToolResult::fromError(result.error());
}

QString JiraFixture::textOf(const tools::ToolResult &result)
{
    QStringList texts;
    for (const tools::Content &content : result.content) {
        if (content.kind == tools::Content::Kind::Text)
            texts.append(content.text);
    }
    return texts.size() == 1 ? texts.first() : QString();
}

Result<providers::ConnectionReport> JiraFixture::signIn(const QString &site,
                                                        const QString &email,
                                                        const QByteArray &token)
{
    return QCoro::waitFor(m_provider->connectWithToken({.userId = m_userId,
                                                        .baseUrl = site,
                                                        .username = email,
                                                        .token = Secret(token),
                                                        .cancellation = {}}));
}

} // namespace fairlead::tests
