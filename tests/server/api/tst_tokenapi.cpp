// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/restworld.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using fakes::LocalHttpServer;
using tests::RestWorld;

/** GET /api/integrations/{service}/token. */
class TestTokenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RestWorld>(); }
    void cleanup() { m_world.reset(); }

    void givesTheTokenThatWasEntered()
    {
        const auto jira = m_world->connect(m_world->anna, u"jira"_s, u"company.atlassian.net"_s);
        const auto answer = ask("jira"_ba);
        QCOMPARE(answer.status(), 200);
        const QJsonObject expected{{u"service"_s, u"jira"_s},
                                   {u"connection_id"_s, jira.id},
                                   {u"name"_s, u"company.atlassian.net"_s},
                                   {u"url"_s, u"https://company.atlassian.net"_s},
                                   {u"api_url"_s, jira.apiBase.toString()},
                                   {u"token_type"_s, u"Basic"_s},
                                   {u"access_token"_s, u"entered-token"_s},
                                   {u"username"_s, u"anna@example.com"_s}};
        QCOMPARE(answer.json, expected);
        QCOMPARE(answer.header("cache-control"), "no-store"_ba);
        QCOMPARE(m_world->received().size(), 0);
        QCOMPARE(m_world->log.size(), 1);
        QCOMPARE(m_world->log.first().tool, u"token company.atlassian.net"_s);
    }

    void givesATokenThatStandsForItself()
    {
        m_world->connect(m_world->anna, u"notion"_s, u"Workspace"_s);
        const auto answer = ask("notion"_ba);
        QCOMPARE(answer.json[u"token_type"_s].toString(), u"Bearer"_s);
        QVERIFY(!answer.json.contains(u"username"_s));
    }

    void renewsATokenThatIsAboutToEnd()
    {
        m_world->signIn(m_world->anna);
        auto answer = ask("jira"_ba);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json[u"token_type"_s].toString(), u"Bearer"_s);
        QCOMPARE(answer.json[u"access_token"_s].toString(), u"access-1"_s);
        QCOMPARE(answer.json[u"expires_at"_s].toString(),
                 m_world->clock.now().addSecs(3600).toString(Qt::ISODate));
        QCOMPARE(answer.json[u"scopes"_s].toArray(),
                 QJsonArray({u"read:jira-work"_s, u"offline_access"_s}));
        QVERIFY(!answer.response.body.contains("refresh-"));

        m_world->answerWith("200 OK"_ba,
                            R"({"access_token":"access-2","refresh_token":"refresh-2",)"
                            R"("token_type":"Bearer","expires_in":3600})");
        m_world->clock.advance(std::chrono::hours(2));
        answer = ask("jira"_ba);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json[u"access_token"_s].toString(), u"access-2"_s);
        QCOMPARE(answer.json[u"expires_at"_s].toString(),
                 m_world->clock.now().addSecs(3600).toString(Qt::ISODate));
        QVERIFY(!answer.response.body.contains("refresh-"));
        QCOMPARE(m_world->received().size(), 1);
    }

    void saysWhenTheSignInIsOver()
    {
        m_world->signIn(m_world->anna);
        m_world->answerWith("400 Bad Request"_ba, R"({"error":"invalid_grant"})");
        m_world->clock.advance(std::chrono::hours(2));
        const auto answer = ask("jira"_ba);
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.code(), u"needs_sign_in"_s);
        QVERIFY(answer.detail().contains(u"Reconnect"_s));
    }

    void saysWhatIsNotThere()
    {
        const auto bens = m_world->connect(m_world->ben, u"jira"_s, u"bens.atlassian.net"_s);
        const auto none = ask("jira"_ba);
        QCOMPARE(none.status(), 404);
        QVERIFY(none.detail().contains(u"fairleadctl connect jira"_s));
        m_world->connect(m_world->anna, u"jira"_s, u"company.atlassian.net"_s);
        QCOMPARE(ask("jira"_ba, bens.id).status(), 404);
        QCOMPARE(ask("github"_ba).status(), 404);
        QVERIFY(ask("github"_ba).detail().contains(u"jira, notion"_s));
    }

    void asksWhichConnectionIsMeant()
    {
        const auto first = m_world->connect(m_world->anna, u"jira"_s, u"one.atlassian.net"_s);
        const auto second = m_world->connect(m_world->anna, u"jira"_s, u"two.atlassian.net"_s);
        const auto unclear = ask("jira"_ba);
        QCOMPARE(unclear.status(), 409);
        QVERIFY(unclear.detail().contains(first.id) && unclear.detail().contains(second.id));
        QCOMPARE(ask("jira"_ba, second.name).json[u"connection_id"_s].toString(), second.id);
        QCOMPARE(ask("jira"_ba, first.id).json[u"connection_id"_s].toString(), first.id);
    }

    void isForWhoManagesFairlead()
    {
        m_world->connect(m_world->anna, u"jira"_s, u"company.atlassian.net"_s);
        const auto answer = m_world->ask(
            "GET"_ba, "/api/integrations/jira/token"_ba, {}, m_world->keyOf(m_world->anna));
        QCOMPARE(answer.status(), 403);
        QVERIFY(!answer.response.body.contains("entered-token"));
    }

private:
    [[nodiscard]] RestWorld::Answer ask(const QByteArray &service, const QString &connection = {})
    {
        QByteArray path = "/api/integrations/" + service + "/token";
        if (!connection.isEmpty())
            path += "?connection=" + connection.toUtf8();
        return m_world->ask("GET"_ba, path);
    }

    std::unique_ptr<RestWorld> m_world;
};

QTEST_GUILESS_MAIN(TestTokenApi)
#include "tst_tokenapi.moc"
