// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/base/tracecontext.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/oauth/grants.h"
#include "server/providers/authorizedhttp.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers;
using connections::Connection;

namespace {

constexpr net::CallRate rate{.perMinute = 180, .burst = 30};

bool isRefusal(const net::Response &response)
{
    return response.status == 401;
}

} // namespace

/** What AuthorizedHttp adds to a request. */
class TestAuthorizedHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = fakes::openTestDatabase(m_folder.path());
        secrets::VaultOptions options;
        options.keyFile = m_folder.filePath(u"test.key"_s);
        QVERIFY(durableWrite(options.keyFile, randomBytes(32)));
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        accounts::Users users(*m_database, m_clock);
        m_anna = users.create(u"Anna"_s, {}).value().id;
        m_connections = std::make_unique<connections::Connections>(*m_database, *m_vault, m_clock);
        m_clients = std::make_unique<oauth::Clients>(*m_database, *m_vault, m_clock);
        m_endpoint = std::make_unique<oauth::TokenEndpoint>(m_http, m_clock);
        m_grants = std::make_unique<oauth::Grants>(
            *m_database, *m_vault, *m_clients, *m_endpoint, m_clock);
        m_credentials = std::make_unique<connections::Credentials>(*m_connections, *m_grants);
    }

    void takesFromTheShareOfItsConnection()
    {
        const Connection connection = connectionTo(u"https://api.notion.com"_s);
        const net::Request sent = sentOver(connection, rate);
        QCOMPARE(sent.headers.last(), net::Header("Authorization"_ba, "Bearer token"_ba));
        QVERIFY(sent.budget);
        QCOMPARE(sent.budget->key, connection.id);
        QCOMPARE(sent.budget->rate, rate);
        QVERIFY(!sentOver(connection, {}).budget);
    }

    void spreadsNoCallsToThisComputer()
    {
        const Connection connection = connectionTo(u"http://127.0.0.1:8090"_s);
        const net::Request sent = sentOver(connection, rate);
        QVERIFY(sent.budget); // a 429 of its holds the calls back all the same
        QCOMPARE(sent.budget->key, connection.id);
        QVERIFY(sent.budget->rate.perMinute > 1'000'000);
    }

    void carriesTheTraceToWhereTheCredentialGoes()
    {
        const QString parent = u"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"_s;
        const CancellationSource call;
        call.setTrace(traceContextFrom({{u"traceparent"_s, parent},
                                        {u"tracestate"_s, u"a=1"_s},
                                        {u"baggage"_s, u"tenant=7"_s}}));
        const auto sent = sentOver(connectionTo(u"https://api.notion.com"_s), rate, call.token());
        const QList<net::Header> carried{{"traceparent"_ba, parent.toLatin1()},
                                         {"tracestate"_ba, "a=1"_ba},
                                         {"baggage"_ba, "tenant=7"_ba}};
        QCOMPARE(sent.headers.last(3), carried);
    }

private:
    [[nodiscard]] Connection connectionTo(const QString &address)
    {
        Connection connection;
        connection.userId = m_anna;
        connection.provider = u"notion"_s;
        connection.name = address;
        connection.site = QUrl(address);
        connection.apiBase = QUrl(address);
        connection.account = u"anna@example.com"_s;
        connection.method = connections::SignInMethod::IntegrationToken;
        return m_connections->save(connection, Secret("token"_ba)).value();
    }

    [[nodiscard]] net::Request sentOver(const Connection &connection,
                                        std::optional<net::CallRate> callRate,
                                        const CancellationToken &cancellation = {})
    {
        const QString address = connection.apiBase.toString() + u"/v1/users/me"_s;
        m_http.plan("GET"_ba, address, 200, "{}"_ba);
        AuthorizedHttp http(m_http, *m_credentials, connection, isRefusal, callRate);
        net::Request request{.url = QUrl(address)};
        request.cancellation = cancellation;
        const auto response = QCoro::waitFor(http.send(request));
        return response ? m_http.requests().last() : net::Request();
    }

    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    fakes::FakeHttpClient m_http;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    QString m_anna;
    std::unique_ptr<connections::Connections> m_connections;
    std::unique_ptr<oauth::Clients> m_clients;
    std::unique_ptr<oauth::TokenEndpoint> m_endpoint;
    std::unique_ptr<oauth::Grants> m_grants;
    std::unique_ptr<connections::Credentials> m_credentials;
};

QTEST_GUILESS_MAIN(TestAuthorizedHttp)
#include "tst_authorizedhttp.moc"
