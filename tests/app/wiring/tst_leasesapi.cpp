// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/mcp and /api/leases on a whole server: what a program gets, and who else does not. */
class TestLeasesApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_jira = connect(u"jira"_s, u"northwind.atlassian.net"_s, u"ada@northwind.example"_s);
        m_notion = connect(u"notion"_s, u"www.notion.so"_s, {});
        m_key = newKey(u"reports"_s);
        m_secret = m_key.secret.reveal();
    }

    void tellsWhoSomebodyIs()
    {
        const QJsonObject me = object(ask("GET"_ba, "/api/mcp/me"_ba), 200);
        QCOMPARE(me[u"user_id"_s].toString(), m_instance->server().defaultUser().id);
        QCOMPARE(me[u"name"_s].toString(), u"Default"_s);
        QVERIFY(me[u"organizations"_s].toArray().isEmpty());
        QCOMPARE(me[u"available_services"_s].toArray(), (QJsonArray{u"jira"_s, u"notion"_s}));
    }

    void lendsTheCredentialsOfEachService()
    {
        const auto answer = ask(
            "POST"_ba, lease, R"({"services": ["jira", "notion", "gmail"], "server_id": "r1"})"_ba);
        QVERIFY(answer.head.contains("Cache-Control: no-store"));
        const QJsonObject json = object(answer, 201);
        QVERIFY(json[u"lease_id"_s].toString().startsWith("lse_"_L1));
        const QJsonObject jira = json[u"credentials"_s][u"jira"_s].toObject();
        QCOMPARE(jira[u"url"_s].toString(), u"https://northwind.atlassian.net"_s);
        QCOMPARE(jira[u"email"_s].toString(), u"ada@northwind.example"_s);
        QCOMPARE(jira[u"api_token"_s].toString(), u"token-of-jira"_s);
        QCOMPARE(json[u"credentials"_s][u"notion"_s][u"access_token"_s].toString(),
                 u"token-of-notion"_s);
        QCOMPARE(json[u"missing_services"_s][0][u"service"_s].toString(), u"gmail"_s);
        QCOMPARE(json[u"ttl"_s].toInt(), 3600);
        QVERIFY(json[u"renewable"_s].toBool());
        QCOMPARE(json[u"max_renewals"_s].toInt(), 24);
        QCOMPARE(json[u"credential_scope"_s].toString(), u"personal"_s);
    }

    void readsRenewsAndGivesBack()
    {
        const QByteArray place = taken();
        QCOMPARE(object(ask("GET"_ba, place), 200)[u"renewals"_s].toInt(), 0);
        const auto renewed = ask("POST"_ba, place + "/renew");
        QVERIFY(renewed.head.contains("Cache-Control: no-store"));
        QCOMPARE(object(renewed, 200)[u"renewals"_s].toInt(), 1);
        QVERIFY(renewed.body.contains("token-of-jira"));
        QCOMPARE(ask("DELETE"_ba, place, R"({"reason": "done\nfor today"})"_ba).status, 204);
        const auto over = ask("GET"_ba, place);
        QCOMPARE(over.status, 404);
        QVERIFY(over.body.contains("done for today"));
        QCOMPARE(ask("POST"_ba, place + "/renew").status, 404);
        QCOMPARE(ask("DELETE"_ba, place).status, 404);
    }

    void belongsToTheKeyThatTookIt()
    {
        const QByteArray place = taken();
        const auto other = newKey(u"other"_s);
        for (const QByteArray &credential : {other.secret.reveal(), m_instance->controlToken()}) {
            QCOMPARE(ask("GET"_ba, place, {}, credential).status, 404);
            QCOMPARE(ask("POST"_ba, place + "/renew", {}, credential).status, 404);
            QCOMPARE(ask("DELETE"_ba, place, {}, credential).status, 404);
        }
        QCOMPARE(ask("GET"_ba, place).status, 200);
    }

    void isForKeysWithThatRightOnly()
    {
        const auto plain = m_instance->newKey(m_instance->server().defaultUser().id);
        const auto refused = ask("GET"_ba, "/api/mcp/me"_ba, {}, plain.secret.reveal());
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("--lease"));
        QCOMPARE(ask("GET"_ba, "/api/leases"_ba).status, 403);
        QCOMPARE(ask("GET"_ba, "/api/mcp/me"_ba, {}, m_instance->managementToken()).status, 200);
    }

    void lendsOnlyWhatTheKeyMayUse()
    {
        const auto narrow = newKey(u"narrow"_s, {m_notion.id});
        const QByteArray secret = narrow.secret.reveal();
        const QJsonObject me = object(ask("GET"_ba, "/api/mcp/me"_ba, {}, secret), 200);
        QCOMPARE(me[u"available_services"_s].toArray(), QJsonArray{u"notion"_s});
        const auto answer = ask("POST"_ba, lease, R"({"services": ["jira", "notion"]})"_ba, secret);
        const QJsonObject json = object(answer, 201);
        QCOMPARE(json[u"credentials"_s].toObject().keys(), QStringList{u"notion"_s});
        QVERIFY(json[u"missing_services"_s][0][u"reason"_s].toString().startsWith(
            "Jira is not connected for this key"_L1));
    }

    void asksWhichOneOfSeveral()
    {
        connect(u"jira"_s, u"contoso.atlassian.net"_s, u"ada@northwind.example"_s);
        const QJsonObject unclear =
            object(ask("POST"_ba, lease, R"({"services": ["jira"]})"_ba), 201);
        QVERIFY(unclear[u"missing_services"_s][0][u"reason"_s].toString().startsWith(
            "Several Jira connections fit"_L1));
        const auto answer =
            ask("POST"_ba,
                lease,
                R"({"services": ["jira"], "connections": {"jira": "contoso.atlassian.net"}})"_ba);
        QCOMPARE(object(answer, 201)[u"credentials"_s][u"jira"_s][u"url"_s].toString(),
                 u"https://contoso.atlassian.net"_s);
    }

    void endsWithItsKeyAndItsConnection()
    {
        const QByteArray withKey = taken();
        QVERIFY(m_instance->server().keys().revoke(m_key.key.userId, m_key.key.id));
        QCOMPARE(ask("GET"_ba, withKey).status, 401);
        m_secret = newKey(u"next"_s).secret.reveal();
        const QByteArray withConnection = taken();
        QVERIFY(m_instance->server().connections().remove(m_jira.userId, m_jira.id));
        QCOMPARE(ask("GET"_ba, withConnection).status, 404);
        for (const QString &reason : {u"its key has ended"_s, u"a connection of it was removed"_s})
            QVERIFY(m_instance->ask("GET"_ba, "/api/leases"_ba).body.contains(reason.toUtf8()));
    }

    void lendsWhatWasKeptUnderAName()
    {
        const QByteArray place = "/api/credentials/openai"_ba;
        QCOMPARE(m_instance->ask("PUT"_ba, place, R"({"value": "sk-canary"})"_ba).status, 200);
        const QJsonObject gmail{{u"value"_s, u"{'token': 'g'}"_s.replace(u'\'', u'"')}};
        const QByteArray asObject = QJsonDocument(gmail).toJson();
        QCOMPARE(m_instance->ask("PUT"_ba, "/api/credentials/gmail"_ba, asObject).status, 200);
        QCOMPARE(
            m_instance->ask("PUT"_ba, "/api/credentials/jira"_ba, R"({"value": "x"})"_ba).status,
            409);
        QCOMPARE(
            m_instance->ask("PUT"_ba, "/api/credentials/Open"_ba, R"({"value": "x"})"_ba).status,
            400);
        const auto list = m_instance->ask("GET"_ba, "/api/credentials"_ba);
        QVERIFY(list.body.contains("openai"));
        QVERIFY(!list.body.contains("sk-canary"));
        const QJsonObject me = object(ask("GET"_ba, "/api/mcp/me"_ba), 200);
        QVERIFY(me[u"available_services"_s].toArray().contains(u"openai"_s));
        const QJsonObject json =
            object(ask("POST"_ba, lease, R"({"services": ["openai", "gmail"]})"_ba), 201);
        QCOMPARE(json[u"credentials"_s][u"openai"_s][u"api_key"_s].toString(), u"sk-canary"_s);
        QCOMPARE(json[u"credentials"_s][u"gmail"_s][u"token"_s].toString(), u"g"_s);
        const QByteArray held = lease + '/' + json[u"lease_id"_s].toString().toLatin1();
        QCOMPARE(ask("POST"_ba, held + "/renew").status, 200);
        const QByteArray narrow = newKey(u"narrow"_s, {m_notion.id}).secret.reveal();
        const QJsonObject none =
            object(ask("POST"_ba, lease, R"({"services": ["openai"]})"_ba, narrow), 201);
        QVERIFY(none[u"credentials"_s].toObject().isEmpty());
        QCOMPARE(m_instance->ask("DELETE"_ba, place).status, 204);
        QCOMPARE(ask("GET"_ba, held).status, 404);
        QCOMPARE(m_instance->ask("DELETE"_ba, place).status, 404);
    }

    void endsWithTheRightOfItsKey()
    {
        const QByteArray place = taken();
        const QByteArray key = "/api/users/me/mcp-keys/" + m_key.key.id.toLatin1();
        QCOMPARE(m_instance->ask("PATCH"_ba, key, R"({"rights": ["lent"]})"_ba).status, 400);
        QCOMPARE(ask("GET"_ba, place).status, 200);
        QCOMPARE(m_instance->ask("PATCH"_ba, key, R"({"rights": ["proxy"]})"_ba).status, 200);
        QCOMPARE(ask("GET"_ba, place).status, 403);
        QVERIFY(m_instance->ask("GET"_ba, "/api/leases"_ba).body.contains("may lease no more"));
        QCOMPARE(m_instance->ask("PATCH"_ba, key, R"({"rights": ["lease"]})"_ba).status, 200);
        QCOMPARE(ask("GET"_ba, place).status, 404);
    }

    void isListedAndRevokedByThePerson()
    {
        const QByteArray place = taken();
        const auto list = m_instance->ask("GET"_ba, "/api/leases"_ba);
        QVERIFY(!list.body.contains("token-of-jira"));
        const QJsonValue entry = object(list, 200)[u"leases"_s][0];
        QCOMPARE(entry[u"key_id"_s].toString(), m_key.key.id);
        QCOMPARE(entry[u"key_name"_s].toString(), m_key.key.name);
        QCOMPARE(entry[u"status"_s].toString(), u"active"_s);
        QCOMPARE(entry[u"nears_end"_s].toBool(true), false);
        const QByteArray id = entry[u"lease_id"_s].toString().toLatin1();
        QCOMPARE(m_instance->ask("DELETE"_ba, "/api/leases/" + id).status, 204);
        QCOMPARE(ask("GET"_ba, place).status, 404);
        QCOMPARE(m_instance->ask("DELETE"_ba, "/api/leases/lse_none"_ba).status, 404);
    }

    void isInTheActivityLog()
    {
        const QByteArray place = taken();
        QCOMPARE(ask("POST"_ba, place + "/renew").status, 200);
        QCOMPARE(ask("DELETE"_ba, place).status, 204);
        QVERIFY(m_instance->server().activity().flush());
        const QByteArray log = m_instance->ask("GET"_ba, "/api/activity"_ba).body;
        for (const QByteArray &event : {"lease_created"_ba, "lease_renewed"_ba, "lease_revoked"_ba})
            QVERIFY2(log.contains(event), log.constData());
        QVERIFY(!log.contains("token-of-jira"));
    }

    void refusesBadRequests_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << "{}"_ba;
        QTest::newRow("no list") << R"({"services": "jira"})"_ba;
        QTest::newRow("an empty list") << R"({"services": []})"_ba;
        QTest::newRow("no names") << R"({"services": [1]})"_ba;
        QTest::newRow("an empty name") << R"({"services": [""]})"_ba;
        QTest::newRow("a short time") << R"({"services": ["jira"], "ttl": 59})"_ba;
        QTest::newRow("a long time") << R"({"services": ["jira"], "ttl": 86401})"_ba;
        QTest::newRow("an endless time") << R"({"services": ["jira"], "ttl": 1e300})"_ba;
        QTest::newRow("a time in words") << R"({"services": ["jira"], "ttl": "3600"})"_ba;
        QTest::newRow("half a second") << R"({"services": ["jira"], "ttl": 60.5})"_ba;
        QTest::newRow("a misspelt member") << R"({"services": ["jira"], "tll": 60})"_ba;
        QTest::newRow("a long name")
            << R"({"services": ["jira"], "server_id": "%"})"_ba.replace('%', QByteArray(101, 'x'));
        QTest::newRow("a connection for all")
            << R"({"services": ["jira"], "connections": "northwind"})"_ba;
    }
    void refusesBadRequests()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(ask("POST"_ba, lease, body).status, 400);
        QCOMPARE(object(m_instance->ask("GET"_ba, "/api/leases"_ba), 200)[u"leases"_s].toArray(),
                 QJsonArray());
    }

private:
    connections::Connection connect(const QString &service,
                                    const QString &host,
                                    const QString &account)
    {
        connections::Connection connection;
        connection.userId = m_instance->server().defaultUser().id;
        connection.provider = service;
        connection.name = host;
        connection.site = QUrl(u"https://"_s + host);
        connection.apiBase = connection.site;
        connection.account = account;
        connection.method = account.isEmpty() ? connections::SignInMethod::IntegrationToken
                                              : connections::SignInMethod::ApiToken;
        return m_instance->server()
            .connections()
            .save(connection, Secret("token-of-" + service.toLatin1()))
            .value();
    }

    accounts::CreatedMcpKey newKey(const QString &name, const QStringList &connectionIds = {})
    {
        return m_instance->server()
            .keys()
            .create({.userId = m_instance->server().defaultUser().id,
                     .name = name,
                     .connectionIds = connectionIds,
                     .expiresAt = {},
                     .rights = tools::KeyRight::Lease})
            .value();
    }

    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &method,
                                                  const QByteArray &target,
                                                  const QByteArray &json = {},
                                                  const QByteArray &credential = {}) const
    {
        return m_instance->ask(method, target, json, credential.isEmpty() ? m_secret : credential);
    }

    /** The address of a new lease of Jira's credentials. */
    [[nodiscard]] QByteArray taken() const
    {
        const auto answer = ask("POST"_ba, lease, R"({"services": ["jira"]})"_ba);
        return lease + '/' + object(answer, 201)[u"lease_id"_s].toString().toLatin1();
    }

    [[nodiscard]] static QJsonObject object(const tests::TestInstance::Answer &answer, int status)
    {
        if (answer.status != status)
            qWarning("%d %s", answer.status, answer.body.constData());
        return answer.status == status ? QJsonDocument::fromJson(answer.body).object()
                                       : QJsonObject();
    }

    static inline const QByteArray lease = "/api/mcp/credentials/lease"_ba;
    std::unique_ptr<tests::TestInstance> m_instance;
    connections::Connection m_jira;
    connections::Connection m_notion;
    accounts::CreatedMcpKey m_key;
    QByteArray m_secret;
};

QTEST_GUILESS_MAIN(TestLeasesApi)
#include "tst_leasesapi.moc"
