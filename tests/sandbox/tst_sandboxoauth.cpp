// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassiantester.h"
#include "tests/sandbox/commandline.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** The switches that act on sign-ins, the faults on their way, and what the journal tells of them.
 */
class TestSandboxOAuth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysTheOtherErrorWhenToldSo();
    void expiresAndRevokesOnDemand();
    void registersAnAppAtRunTime();
    void changesTheRules();
    void refusesUnknownSwitches_data();
    void refusesUnknownSwitches();
    void failsOnDemand();
    void losesTheAnswerOfARefresh();
    void keepsSecretsOutOfTheJournal();
    void resetsGrantsAndApps();
    void tellsWhatIsNeededToSignIn();
    void readsTheRedirectFromTheCommandLine();

private:
    std::unique_ptr<AtlassianTester> m_atlassian;
};

void TestSandboxOAuth::init()
{
    m_atlassian = std::make_unique<AtlassianTester>();
    QVERIFY(m_atlassian->start());
}

void TestSandboxOAuth::saysTheOtherErrorWhenToldSo()
{
    QCOMPARE(m_atlassian
                 ->control("POST",
                           "oauth/rules",
                           "{\"service\":\"jira\",\"refreshError\":\"unauthorized_client\"}")
                 .status,
             200);
    const AtlassianTester::Answer answer = m_atlassian->refresh(u"unknown"_s);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json["error"_L1].toString(), u"unauthorized_client"_s);
    QCOMPARE(answer.json["error_description"_L1].toString(), u"refresh_token is invalid"_s);
}

void TestSandboxOAuth::expiresAndRevokesOnDemand()
{
    const QJsonObject tokens = m_atlassian->signIn().json;
    QCOMPARE(m_atlassian->control("POST", "oauth/expire", "{\"service\":\"jira\"}").status, 204);
    QCOMPARE(m_atlassian
                 ->api(m_atlassian->gatewayPath("/rest/api/3/myself"),
                       tokens["access_token"_L1].toString())
                 .status,
             401);
    const AtlassianTester::Answer renewed =
        m_atlassian->refresh(tokens["refresh_token"_L1].toString());
    QCOMPARE(renewed.status, 200);
    const QString access = renewed.json["access_token"_L1].toString();
    QCOMPARE(m_atlassian->api(m_atlassian->gatewayPath("/rest/api/3/myself"), access).status, 200);
    QCOMPARE(m_atlassian->control("POST", "oauth/revoke", "{\"service\":\"jira\"}").status, 204);
    QCOMPARE(m_atlassian->api(m_atlassian->gatewayPath("/rest/api/3/myself"), access).status, 401);
    const AtlassianTester::Answer refused =
        m_atlassian->refresh(renewed.json["refresh_token"_L1].toString());
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json["error"_L1].toString(), u"invalid_grant"_s);
    const QJsonObject counts = m_atlassian->control("GET", "oauth").json["jira"_L1].toObject();
    QCOMPARE(counts["refreshes"_L1].toInt(), 1);
    QCOMPARE(counts["revocations"_L1].toInt(), 1);
    QCOMPARE(counts["activeGrants"_L1].toInt(), 0);
}

void TestSandboxOAuth::registersAnAppAtRunTime()
{
    const AtlassianTester::Answer made =
        m_atlassian->control("POST",
                             "oauth/clients",
                             "{\"service\":\"jira\",\"client_id\":\"mine\",\"client_secret\":"
                             "\"hidden\",\"redirect_uri\":\"http://127.0.0.1:7/x\","
                             "\"access\":\"account\"}");
    QCOMPARE(made.status, 200);
    const AtlassianTester::Answer all = m_atlassian->control("GET", "oauth/clients");
    QCOMPARE(all.json["clients"_L1].toArray().size(), 3);
    QVERIFY(!all.body.contains("hidden"));
    QJsonObject body = m_atlassian->exchangeBody(u"x"_s);
    body.insert(u"client_id"_s, u"mine"_s);
    body.insert(u"client_secret"_s, u"hidden"_s);
    QCOMPARE(m_atlassian->token(body).status, 403);
    // A code of one app is worth nothing to another.
    body.insert(u"code"_s, m_atlassian->code());
    QCOMPARE(m_atlassian->token(body).status, 403);
}

void TestSandboxOAuth::changesTheRules()
{
    const AtlassianTester::Answer changed =
        m_atlassian->control("POST",
                             "oauth/rules",
                             "{\"service\":\"jira\",\"accessLifeSeconds\":2,"
                             "\"reuseLeewaySeconds\":600,\"reuseRevokes\":false}");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json["accessLifeSeconds"_L1].toInt(), 2);
    const QJsonObject tokens = m_atlassian->signIn().json;
    QCOMPARE(tokens["expires_in"_L1].toInt(), 2);
    QCOMPARE(m_atlassian->control("POST", "clock", "{\"advanceMs\":2000}").status, 200);
    QCOMPARE(m_atlassian
                 ->api(m_atlassian->gatewayPath("/rest/api/3/myself"),
                       tokens["access_token"_L1].toString())
                 .status,
             401);
    QCOMPARE(m_atlassian->refresh(tokens["refresh_token"_L1].toString()).status, 200);
    QCOMPARE(m_atlassian->refresh(tokens["refresh_token"_L1].toString()).status, 200);
}

void TestSandboxOAuth::refusesUnknownSwitches_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("service") << "oauth/expire"_ba
                             << "{\"service\":\"jirra\"}"_ba;
    QTest::newRow("no service") << "oauth/revoke"_ba
                                << "{}"_ba;
    QTest::newRow("switch") << "oauth/explode"_ba
                            << "{\"service\":\"jira\"}"_ba;
    QTest::newRow("no JSON") << "oauth/expire"_ba
                             << "jira"_ba;
    QTest::newRow("rule") << "oauth/rules"_ba
                          << "{\"service\":\"jira\",\"leeway\":1}"_ba;
    QTest::newRow("value") << "oauth/rules"_ba
                           << "{\"service\":\"jira\",\"accessLifeSeconds\":-1}"_ba;
    QTest::newRow("app") << "oauth/clients"_ba
                         << "{\"service\":\"jira\",\"client_id\":\"a\"}"_ba;
    QTest::newRow("app of nobody") << "oauth/clients"_ba
                                   << "{\"client_id\":\"a\"}"_ba;
}

void TestSandboxOAuth::refusesUnknownSwitches()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, body);
    const AtlassianTester::Answer answer = m_atlassian->control("POST", what, body);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json["error"_L1].toString().isEmpty());
}

void TestSandboxOAuth::failsOnDemand()
{
    const QString token = m_atlassian->signIn().json["refresh_token"_L1].toString();
    QCOMPARE(
        m_atlassian
            ->control("POST",
                      "faults",
                      "{\"kind\":\"status\",\"status\":503,\"count\":1,\"path\":\"/oauth/token\"}")
            .status,
        200);
    QCOMPARE(m_atlassian->refresh(token).status, 503);
    QCOMPARE(m_atlassian->sandbox().jiraGrants().counts().refreshes, 0);
    QCOMPARE(m_atlassian->refresh(token).status, 200);
}

void TestSandboxOAuth::losesTheAnswerOfARefresh()
{
    const QString token = m_atlassian->signIn().json["refresh_token"_L1].toString();
    QCOMPARE(
        m_atlassian
            ->control("POST", "faults", "{\"kind\":\"cut\",\"count\":1,\"path\":\"/oauth/token\"}")
            .status,
        200);
    const AtlassianTester::Answer cut = m_atlassian->refresh(token);
    QVERIFY(cut.json.isEmpty());
    QCOMPARE(m_atlassian->sandbox().jiraGrants().counts().refreshes, 1);
    QCOMPARE(m_atlassian->refresh(token).status, 403);
}

void TestSandboxOAuth::keepsSecretsOutOfTheJournal()
{
    const QString given = m_atlassian->code();
    const QJsonObject first = m_atlassian->token(m_atlassian->exchangeBody(given)).json;
    const QJsonObject second = m_atlassian->refresh(first["refresh_token"_L1].toString()).json;
    const QString access = second["access_token"_L1].toString();
    QCOMPARE(
        m_atlassian->api("/oauth/token/accessible-resources?token=" + access.toLatin1(), access)
            .status,
        200);
    QCOMPARE(m_atlassian
                 ->ask(m_atlassian->sandbox().atlassianAuthUrl(),
                       "POST",
                       "/oauth/token",
                       {},
                       "{\"client_secret\":\"sandbox-jira-secret\"",
                       "text/plain")
                 .status,
             415);
    const QByteArray journal = m_atlassian->control("GET", "requests").body;
    QVERIFY(journal.contains("authorization_code"));
    QVERIFY(journal.contains("ada%40northwind.example"));
    for (const QString &secret : {given,
                                  access,
                                  first["access_token"_L1].toString(),
                                  first["refresh_token"_L1].toString(),
                                  second["refresh_token"_L1].toString(),
                                  u"sandbox-jira-secret"_s,
                                  u"sandbox-password-ada"_s,
                                  u"flow_"_s})
        QVERIFY2(!journal.contains(secret.toLatin1()), qPrintable(secret));
    for (const Journal::Entry &entry : m_atlassian->sandbox().journal().entries())
        QVERIFY(!entry.request.body.contains("secret\":\"sandbox"));
}

void TestSandboxOAuth::resetsGrantsAndApps()
{
    const QJsonObject tokens = m_atlassian->signIn().json;
    QVERIFY(m_atlassian->sandbox().clients().put({{u"service"_s, u"jira"_s},
                                                  {u"client_id"_s, u"sandbox-jira-client"_s},
                                                  {u"client_secret"_s, u"new"_s}}));
    QCOMPARE(m_atlassian->control("POST", "reset").status, 204);
    QCOMPARE(m_atlassian
                 ->api(m_atlassian->gatewayPath("/rest/api/3/myself"),
                       tokens["access_token"_L1].toString())
                 .status,
             401);
    QCOMPARE(m_atlassian->sandbox().jiraClient().clientSecret, "sandbox-jira-secret"_ba);
    QCOMPARE(m_atlassian->sandbox().jiraGrants().counts().exchanges, 0);
}

void TestSandboxOAuth::tellsWhatIsNeededToSignIn()
{
    const QJsonObject ready = m_atlassian->sandbox().readyObject();
    QCOMPARE(ready["atlassian"_L1]["auth"_L1].toString(),
             m_atlassian->sandbox().atlassianAuthUrl());
    QCOMPARE(ready["atlassian"_L1]["api"_L1].toString(), m_atlassian->sandbox().atlassianApiUrl());
    QCOMPARE(ready["atlassian"_L1]["client_id"_L1].toString(), u"sandbox-jira-client"_s);
    QCOMPARE(ready["atlassian"_L1]["client_secret"_L1].toString(), u"sandbox-jira-secret"_s);
    QCOMPARE(ready["atlassian"_L1]["redirect_uri"_L1].toString(), AtlassianTester::callback());
    QCOMPARE(ready["logins"_L1].toArray().size(), 8);
    QCOMPARE(ready["logins"_L1][0]["email"_L1].toString(), u"ada@northwind.example"_s);
    QCOMPARE(ready["logins"_L1][0]["password"_L1].toString(), u"sandbox-password-ada"_s);
    QVERIFY(CommandLine::help().contains("sandbox-password-henrik"_L1));
}

void TestSandboxOAuth::readsTheRedirectFromTheCommandLine()
{
    const auto parsed =
        CommandLine::parse({u"x"_s, u"--jira-redirect"_s, AtlassianTester::callback()});
    QVERIFY(parsed);
    QCOMPARE(parsed->options.jiraRedirect, AtlassianTester::callback());
    QVERIFY(!CommandLine::parse({u"x"_s, u"--jira-redirect"_s, u"/callback"_s}));
}

QTEST_GUILESS_MAIN(TestSandboxOAuth)
#include "tst_sandboxoauth.moc"
