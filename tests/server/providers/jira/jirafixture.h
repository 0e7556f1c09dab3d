// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/oauth/grants.h"
#include "server/providers/jira/jiraprovider.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/tools/promptregistry.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/fakekeychain.h"

#include <QTemporaryDir>

#include <memory>

namespace fairlead::tests {

/** A Jira provider with its registry over a real store, a real vault and a fake network, or the
 * network that is handed in. */
class JiraFixture
{
public:
    JiraFixture();
    explicit JiraFixture(net::HttpClient &network);

    /** Saves a connection to https://{site} for the fixture's user. */
    connections::Connection connect(const QString &site = QStringLiteral("company.atlassian.net"));
    /** The same by the gateway, as a sign-in in the browser makes it. */
    connections::Connection connectCloud(const QString &site, const QString &cloudId);
    [[nodiscard]] connections::Connection current(const connections::Connection &connection) const;

    /** Runs a tool to its end, as the fixture's user. */
    tools::ToolResult call(const QString &tool, const QJsonObject &arguments);
    tools::ToolResult call(const QString &tool,
                           const QJsonObject &arguments,
                           const CancellationToken &cancellation);
    /** The only text. */
    [[nodiscard]] static QString textOf(const tools::ToolResult &result);

    [[nodiscard]] Result<providers::ConnectionReport> signIn(const QString &site,
                                                             const QString &email,
                                                             const QByteArray &token);

private:
    void build(net::HttpClient &network);

    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<connections::Connections> m_connections;
    std::unique_ptr<oauth::Clients> m_clients;
    std::unique_ptr<oauth::TokenEndpoint> m_endpoint;
    std::unique_ptr<oauth::Grants> m_grants;
    std::unique_ptr<connections::Credentials> m_credentials;
    std::unique_ptr<providers::jira::JiraProvider> m_provider;
    QString m_userId;

public:
    fakes::FakeHttpClient http;
    providers::ApprovedFolders files; ///< none, until a test approves one
    tools::ToolRegistry registry;
    tools::ResourceRegistry resources;
    tools::PromptRegistry prompts;

    [[nodiscard]] QString userId() const { return m_userId; }
    [[nodiscard]] connections::Connections &stored() { return *m_connections; }
    [[nodiscard]] connections::Credentials &credentials() { return *m_credentials; }
    [[nodiscard]] oauth::Grants &grants() { return *m_grants; }
    [[nodiscard]] oauth::Clients &clients() { return *m_clients; }
    [[nodiscard]] providers::jira::JiraProvider &provider() { return *m_provider; }
    [[nodiscard]] fakes::FakeClock &clock() { return m_clock; }
    [[nodiscard]] store::Database &database() { return *m_database; }
};

} // namespace fairlead::tests
