// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/oauth/clients.h"
#include "server/oauth/grants.h"
#include "server/oauth/tokenendpoint.h"
#include "server/providers/approvedfolders.h"
#include "server/providers/notion/notionprovider.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/fakekeychain.h"

#include <QTemporaryDir>

#include <memory>

namespace fairlead::tests {

/** A Notion provider with its registries over a real store, a real vault and a fake network, or the
 * network that is handed in. */
class NotionFixture
{
public:
    NotionFixture();
    NotionFixture(net::HttpClient &network, const QUrl &apiBase);

    /** Saves a connection with a token to a workspace of this name for the fixture's user. */
    connections::Connection connect(const QString &name = QStringLiteral("Northwind"),
                                    const QString &workspace = northwind);
    /** The same, standing on a browser sign-in with these tokens. */
    connections::Connection grant(const QByteArray &accessToken, const QByteArray &refreshToken);
    [[nodiscard]] connections::Connection current(const connections::Connection &connection) const;

    /** Runs a tool to its end, as the fixture's user. */
    tools::ToolResult call(const QString &tool, const QJsonObject &arguments);
    tools::ToolResult call(const QString &tool,
                           const QJsonObject &arguments,
                           const CancellationToken &cancellation);
    /** The only text. */
    [[nodiscard]] static QString textOf(const tools::ToolResult &result);

    [[nodiscard]] Result<providers::ConnectionReport> signIn(const QByteArray &token);
    [[nodiscard]] tools::Caller caller() const;

    /** "d4b3…": a workspace's id without hyphens. */
    static inline const QString northwind = QStringLiteral("d4b3c2a10f1e4d2c8b3a4a5b6c7d8e9f");

private:
    void build(net::HttpClient &network, const QUrl &apiBase);

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
    std::unique_ptr<providers::notion::NotionProvider> m_provider;
    QUrl m_apiBase;
    QString m_userId;

public:
    fakes::FakeHttpClient http;
    providers::ApprovedFolders files; ///< none, until a test approves one
    tools::ToolRegistry registry;
    tools::ResourceRegistry resources;

    [[nodiscard]] QString userId() const { return m_userId; }
    [[nodiscard]] connections::Connections &stored() { return *m_connections; }
    [[nodiscard]] oauth::Clients &clients() { return *m_clients; }
    [[nodiscard]] providers::notion::NotionProvider &provider() { return *m_provider; }
};

} // namespace fairlead::tests
