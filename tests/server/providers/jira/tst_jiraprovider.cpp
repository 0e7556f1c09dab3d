// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/jirafixture.h"

#include <QCoroTask>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using connections::SignInMethod;
using tests::JiraFixture;

namespace {

const QString site = u"https://company.atlassian.net"_s;
const QString gateway = u"https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789"_s;
const QString permissionsQuery =
    u"/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES,EDIT_ISSUES,ADD_COMMENTS,"
    "TRANSITION_ISSUES,ASSIGN_ISSUES"_s;
const QString projectsQuery = u"/rest/api/3/project/search?startAt=0&maxResults=5&orderBy=key"_s;
const QByteArray me = "{\"accountId\":\"5b10\",\"displayName\":\"Mia Krystof\"}"_ba;
const QByteArray allPermissions =
    "{\"permissions\":{\"BROWSE_PROJECTS\":{\"havePermission\":true}}}"_ba;
const QByteArray twoProjects =
    "{\"startAt\":0,\"total\":2,\"isLast\":true,\"values\":[{\"id\":\"1\",\"key\":\"ABC\",\"name\":"
    "\"Alphabetical\"},{\"id\":\"2\",\"key\":\"EX\",\"name\":\"Example\"}]}"_ba;

void planGoodSite(fakes::FakeHttpClient &http, const QString &base)
{
    http.plan("GET"_ba, base + u"/rest/api/3/myself"_s, 200, me);
    http.plan("GET"_ba, base + permissionsQuery, 200, allPermissions);
    http.plan("GET"_ba, base + projectsQuery, 200, twoProjects);
}

} // namespace

/** Connecting Jira: what is proven, what is stored, and what each failure says. */
class TestJiraProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithAClassicToken()
    {
        JiraFixture jira;
        planGoodSite(jira.http, site);
        const auto report = jira.signIn(
            u"company.atlassian.net/jira/your-work"_s, u" mia@example.com "_s, "token\n"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->projectCount, 2);
        QCOMPARE(report->projects, (QStringList{u"ABC  Alphabetical"_s, u"EX  Example"_s}));
        const auto stored = jira.current(report->connection);
        QCOMPARE(stored.name, u"company.atlassian.net"_s);
        QCOMPARE(stored.apiBase, QUrl(site));
        QCOMPARE(stored.account, u"mia@example.com"_s);
        QCOMPARE(stored.accountName, u"Mia Krystof"_s);
        QCOMPARE(stored.method, SignInMethod::ApiToken);
        QCOMPARE(stored.limitations, QStringList());
        QVERIFY(jira.stored().credential(stored)->equals("token"));
    }

    void triesTheGatewayWhenTheSiteRefusesTheToken()
    {
        JiraFixture jira;
        jira.http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, 401, {});
        jira.http.plan("GET"_ba,
                       site + u"/_edge/tenant_info"_s,
                       200,
                       "{\"cloudId\":\"11223344-a1b2-3b33-c444-def123456789\"}"_ba);
        planGoodSite(jira.http, gateway);
        jira.http.plan(
            "POST"_ba,
            gateway + u"/rest/api/3/issue"_s,
            400,
            "{\"errorMessages\":[],\"errors\":{\"project\":\"project is required\"}}"_ba);
        const auto report = jira.signIn(site, u"mia@example.com"_s, "scoped"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->connection.method, SignInMethod::ScopedApiToken);
        QCOMPARE(report->connection.limitations, QStringList());
        QCOMPARE(report->connection.apiBase, QUrl(gateway));
        QCOMPARE(report->connection.site, QUrl(site));
        for (const net::Header &header : jira.http.requests()[1].headers)
            QVERIFY(header.first != "Authorization"_ba);
    }

    void namesWhatTheAccountMayNotDo()
    {
        JiraFixture jira;
        jira.http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, 200, me);
        jira.http.plan("GET"_ba,
                       site + permissionsQuery,
                       200,
                       "{\"permissions\":{\"BROWSE_PROJECTS\":{\"havePermission\":true},"
                       "\"CREATE_ISSUES\":{\"havePermission\":false},"
                       "\"ADD_COMMENTS\":{\"havePermission\":false}}}"_ba);
        jira.http.plan("GET"_ba,
                       site + projectsQuery,
                       401,
                       "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"_ba);
        const auto report = jira.signIn(site, u"mia@example.com"_s, "token"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const QStringList expected{
            u"The account may not create issues."_s,
            u"The account may not comment on issues."_s,
            u"Projects cannot be listed: The API token for company.atlassian.net lacks a scope for "
            "this (read:jira-work and read:jira-user). Make a token with it, open Fairlead and "
            "click "
            "Reconnect on company.atlassian.net."_s};
        QCOMPARE(jira.current(report->connection).limitations, expected);
    }

    void refusesBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("sentence");
        const QString mail = u"mia@example.com"_s;
        QTest::newRow("http") << u"http://company.atlassian.net"_s << mail << "t"_ba
                              << u"Fairlead sends an API token to company.atlassian.net only over "
                                 "https. Enter https://company.atlassian.net."_s;
        QTest::newRow("no e-mail")
            << site << u"mia"_s << "t"_ba
            << u"\"mia\" is not an e-mail address. Enter the one you sign in "
               "to Atlassian with."_s;
        QTest::newRow("colon in e-mail")
            << site << u"mia:x@example.com"_s << "t"_ba
            << u"\"mia:x@example.com\" is not an e-mail address. Enter "
               "the one you sign in to Atlassian with."_s;
        QTest::newRow("no token")
            << site << mail << " "_ba
            << u"Enter an API token. Make one at "
               "https://id.atlassian.com/manage-profile/security/api-tokens."_s;
        QTest::newRow("header in token")
            << site << mail << "a\r\nX: y"_ba
            << u"What was entered is not an API token: it has spaces or characters that no token "
               "has. Copy it again."_s;
    }
    void refusesBeforeAnythingIsSent()
    {
        QFETCH(QString, url);
        QFETCH(QString, email);
        QFETCH(QByteArray, token);
        JiraFixture jira;
        const auto report = jira.signIn(url, email, token);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidInput);
        QTEST(report.error().message, "sentence");
        QVERIFY(jira.http.requests().isEmpty());
    }

    void storesNothingWhenJiraRefuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("tenantStatus"); // 0: not asked
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("sentence");
        const QString wrong =
            u"Jira refused the e-mail or API token for company.atlassian.net (401)."_s;
        const QString noJira = u"company.atlassian.net does not answer like Jira Cloud. Check the "
                               "address: open Jira in the browser and copy it from there."_s;
        QTest::newRow("wrong token, no cloud id")
            << 401 << QByteArray() << 404 << ErrorCode::Unauthorized << wrong;
        QTest::newRow("wrong token both ways")
            << 401 << QByteArray() << 200 << ErrorCode::Unauthorized << wrong;
        QTest::newRow("404") << 404 << "Not Found"_ba << 0 << ErrorCode::NotFound << noJira;
        QTest::newRow("HTML") << 200 << "<html>Welcome</html>"_ba << 0 << ErrorCode::NotFound
                              << noJira;
        QTest::newRow("other JSON")
            << 200 << "{\"ok\":true}"_ba << 0 << ErrorCode::NotFound << noJira;
        QTest::newRow("403") << 403 << QByteArray() << 0 << ErrorCode::Forbidden
                             << u"This account may not do that on company.atlassian.net (403). Ask "
                                "the site's administrator."_s;
        QTest::newRow("429") << 429 << QByteArray() << 0 << ErrorCode::RateLimited
                             << u"Jira at company.atlassian.net limits its calls (429). Wait a "
                                "minute, then try again."_s;
        QTest::newRow("503")
            << 503 << "<html>"_ba << 0 << ErrorCode::Network
            << u"Jira at company.atlassian.net has a problem of its own (503). Try "
               "again in a few minutes."_s;
    }
    void storesNothingWhenJiraRefuses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, tenantStatus);
        JiraFixture jira;
        jira.http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, status, body);
        if (tenantStatus != 0) {
            jira.http.plan("GET"_ba,
                           site + u"/_edge/tenant_info"_s,
                           tenantStatus,
                           "{\"cloudId\":\"11223344-a1b2-3b33-c444-def123456789\"}"_ba);
        }
        if (tenantStatus == 200)
            jira.http.plan("GET"_ba, gateway + u"/rest/api/3/myself"_s, 401, {});
        const auto report = jira.signIn(site, u"mia@example.com"_s, "wrong-token"_ba);
        QVERIFY(!report);
        QTEST(report.error().code, "code");
        QTEST(report.error().message, "sentence");
        QCOMPARE(jira.stored().list(jira.userId())->size(), 0);
        QVERIFY(jira.http.unused().isEmpty());
    }

    void storesNothingWhenJiraIsNotReached_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("network") << ErrorCode::Network;
        QTest::newRow("TLS") << ErrorCode::Tls;
        QTest::newRow("deadline") << ErrorCode::Timeout;
    }
    void storesNothingWhenJiraIsNotReached()
    {
        QFETCH(ErrorCode, code);
        JiraFixture jira;
        jira.http.plan("GET"_ba,
                       site + u"/rest/api/3/myself"_s,
                       failure(code, u"The sentence of server/net."_s));
        const auto report = jira.signIn(site, u"mia@example.com"_s, "token"_ba);
        QVERIFY(!report);
        QCOMPARE(report.error().code, code);
        QCOMPARE(report.error().message, u"The sentence of server/net."_s);
        QCOMPARE(jira.stored().list(jira.userId())->size(), 0);
    }

    void stopsWhenCancelled()
    {
        JiraFixture jira;
        jira.http.planHang("GET"_ba, site + u"/rest/api/3/myself"_s);
        const CancellationSource source;
        QTimer::singleShot(0, this, [&source] { source.cancel(); });
        const auto report =
            QCoro::waitFor(jira.provider().connectWithToken({.userId = jira.userId(),
                                                             .baseUrl = site,
                                                             .username = u"m@x.y"_s,
                                                             .token = Secret("t"_ba),
                                                             .cancellation = source.token()}));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }

    void keepsATokenForThisComputerOnIt()
    {
        JiraFixture jira;
        const QString local = u"http://127.0.0.1:8081"_s;
        jira.http.plan("GET"_ba, local + u"/rest/api/3/myself"_s, 401, {});
        jira.http.plan(
            "GET"_ba, local + u"/_edge/tenant_info"_s, 200, "{\"cloudId\":\"cloud-id-1\"}"_ba);
        jira.http.plan("GET"_ba, local + u"/ex/jira/cloud-id-1/rest/api/3/myself"_s, 401, {});
        const auto report = jira.signIn(local, u"mia@example.com"_s, "t"_ba);
        QVERIFY(!report);
        QCOMPARE(report.error().message,
                 u"Jira refused the e-mail or API token for 127.0.0.1:8081 (401)."_s);
    }

    void notesTheOutcomeOfATest()
    {
        JiraFixture jira;
        const auto connection = jira.connect();
        jira.http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, 401, {});
        const auto refused = QCoro::waitFor(jira.provider().test(connection, {}));
        QVERIFY(!refused);
        QCOMPARE(
            refused.error().message,
            u"Jira sign-in for company.atlassian.net is no longer accepted (401). Open Fairlead "
            "and click Reconnect on company.atlassian.net."_s);
        QCOMPARE(jira.current(connection).state, ConnectionState::NeedsSignIn);
        planGoodSite(jira.http, site);
        const auto report = QCoro::waitFor(jira.provider().test(connection, {}));
        QVERIFY(report);
        QCOMPARE(report->connection.id, connection.id);
        QCOMPARE(report->connection.accountName, u"Mia Krystof"_s);
        QCOMPARE(jira.current(connection).state, ConnectionState::Connected);
    }
};

QTEST_GUILESS_MAIN(TestJiraProvider)
#include "tst_jiraprovider.moc"
