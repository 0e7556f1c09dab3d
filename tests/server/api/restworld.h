// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/apiauthenticator.h"
#include "server/api/proxyapi.h"
#include "server/api/tokenapi.h"
#include "server/net/networkhttpclient.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakeexchange.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/faketools.h"
#include "tests/fakes/localhttpserver.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace fairlead::tests {

/**
 * The routes for calls to services, with all that stands behind them, and a service on this
 * computer that keeps what reaches it. Two users, Anna and Ben.
 */
class RestWorld final
{
public:
    RestWorld();
    ~RestWorld();
    Q_DISABLE_COPY_MOVE(RestWorld)

    /** What the service answers, as bytes, from now on. */
    void answerWith(fakes::LocalHttpServer::Answer answer) { m_answer = std::move(answer); }
    void answerWith(const QByteArray &statusLine,
                    const QByteArray &body,
                    const QByteArray &headers = "Content-Type: application/json\r\n");
    [[nodiscard]] const QList<fakes::LocalHttpServer::Received> &received() const
    {
        return m_service.received();
    }

    /** A connection with an API token, its address at the service. */
    connections::Connection connect(const QString &userId,
                                    const QString &provider,
                                    const QString &name);
    /** A Jira connection signed in in the browser; the access token is "access-1". */
    connections::Connection signIn(const QString &userId);
    [[nodiscard]] QByteArray keyOf(const QString &userId,
                                   tools::KeyAccess access = tools::KeyAccess::Full,
                                   tools::KeyRights rights = tools::KeyRight::Proxy,
                                   const QStringList &connectionIds = {},
                                   tools::KeyAsking asks = tools::KeyAsking::Never);

    struct Answer
    {
        http::Response response;
        QJsonObject json;

        [[nodiscard]] int status() const { return response.status; }
        [[nodiscard]] QString code() const { return json[QLatin1StringView("code")].toString(); }
        [[nodiscard]] QString detail() const
        {
            return json[QLatin1StringView("detail")].toString();
        }
        [[nodiscard]] QByteArray header(QByteArrayView name) const;
    };
    /** Sends it and waits for the answer. Without a credential: Anna's management token. */
    [[nodiscard]] Answer ask(const QByteArray &method,
                             const QByteArray &path,
                             const QJsonObject &body = {},
                             const QByteArray &credential = {},
                             QList<http::Header> headers = {});
    [[nodiscard]] Answer proxy(const QJsonObject &body, const QByteArray &credential = {});
    /** The same, still under way. */
    [[nodiscard]] std::unique_ptr<fakes::FakeExchange> start(const QByteArray &path,
                                                             const QJsonObject &body);

    [[nodiscard]] connections::Connection current(const connections::Connection &connection) const;

    fakes::FakeClock clock;
    tools::Approvals approvals{clock};
    QString anna;
    QString ben;
    QList<tools::CallRecord> log;

private:
    QTemporaryDir m_folder;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<accounts::Users> m_users;
    std::unique_ptr<accounts::McpKeys> m_keys;
    std::unique_ptr<accounts::ManagementTokens> m_tokens;
    accounts::ControlToken m_controlToken;
    accounts::User m_owner;
    std::unique_ptr<connections::Connections> m_connections;
    net::NetworkHttpClient m_http;
    std::unique_ptr<oauth::Clients> m_clients;
    oauth::TokenEndpoint m_endpoint;
    std::unique_ptr<oauth::Grants> m_grants;
    std::unique_ptr<connections::Credentials> m_credentials;
    providers::Providers m_providers;
    fakes::FakeTools m_fakeTools;
    tools::CallLimit m_limit;
    tools::CallLog m_log;
    std::unique_ptr<api::ApiAuthenticator> m_authenticator;
    std::unique_ptr<http::Router> m_router;
    std::unique_ptr<api::ProxyApi> m_proxyApi;
    std::unique_ptr<api::TokenApi> m_tokenApi;
    fakes::LocalHttpServer::Answer m_answer;
    fakes::LocalHttpServer m_service;
};

} // namespace fairlead::tests
