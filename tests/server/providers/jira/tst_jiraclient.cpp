// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/credentials.h"
#include "server/providers/jira/jiraclient.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/golden.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;
using net::Repeatable;

namespace {

const QString site = u"https://company.atlassian.net"_s;

JiraClient clientOf(fakes::FakeHttpClient &http)
{
    const Secret authorization =
        connections::Credentials::basic(u"mia@example.com"_s, Secret("token"_ba));
    return JiraClient(
        providers::AuthorizedHttp(http, authorization),
        {.apiBase = QUrl(site), .siteName = u"company.atlassian.net"_s, .cancellation = {}});
}

net::Response answer(int status, const QByteArray &body, const QList<net::Header> &headers = {})
{
    return {.status = status, .headers = headers, .body = body};
}

} // namespace

class TestJiraClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheCredentialAndAsksForJson()
    {
        fakes::FakeHttpClient http;
        http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, 200, "{\"accountId\":\"5b10\"}"_ba);
        auto client = clientOf(http);
        QVERIFY(QCoro::waitFor(client.myself()));
        const QList<net::Header> headers{
            {"Accept"_ba, "application/json"_ba},
            {"Authorization"_ba, "Basic "_ba + "mia@example.com:token"_ba.toBase64()}};
        QCOMPARE(http.requests()[0].headers, headers);
        QCOMPARE(http.requests()[0].repeatable, Repeatable::Yes);
    }

    void noticesThatJiraTreatsItAsAVisitor()
    {
        const net::Header refused{"X-Seraph-LoginReason"_ba, "AUTHENTICATED_FAILED"_ba};
        fakes::FakeHttpClient http;
        http.plan("GET"_ba, site + u"/rest/api/3/myself"_s, answer(200, "{}"_ba, {refused}));
        auto client = clientOf(http);
        const auto myself = QCoro::waitFor(client.myself());
        QVERIFY(!myself);
        QCOMPARE(myself.error().code, ErrorCode::Unauthorized);
    }

    void goesThroughTheGatewayWithItsPath()
    {
        fakes::FakeHttpClient http;
        http.plan("GET"_ba,
                  u"https://api.atlassian.com/ex/jira/cloud-id-1/rest/api/3/myself"_s,
                  200,
                  "{\"accountId\":\"5b10\"}"_ba);
        JiraClient client(providers::AuthorizedHttp(http, Secret("Basic x"_ba)),
                          {.apiBase = QUrl(u"https://api.atlassian.com/ex/jira/cloud-id-1"_s),
                           .siteName = u"company.atlassian.net"_s,
                           .cancellation = {}});
        QVERIFY(QCoro::waitFor(client.myself()));
    }

    void encodesWhatPeopleSearchFor()
    {
        fakes::FakeHttpClient http;
        http.plan(
            "GET"_ba,
            site
                + u"/rest/api/3/project/search?startAt=50&maxResults=10&orderBy=key&query=a%26b%2B%20c%25"_s,
            200,
            "{\"values\":[]}"_ba);
        auto client = clientOf(http);
        QVERIFY(QCoro::waitFor(client.projects(u"a&b+ c%"_s, 50, 10)));
    }

    void sendsJqlAsItIs()
    {
        fakes::FakeHttpClient http;
        http.plan("POST"_ba, site + u"/rest/api/3/search/jql"_s, 200, "{\"issues\":[]}"_ba);
        auto client = clientOf(http);
        const SearchRequest request{.jql = u"project = \"X\" OR 1=1 --"_s,
                                    .fields = {u"summary"_s},
                                    .limit = 5,
                                    .nextPageToken = u"tok"_s};
        QVERIFY(QCoro::waitFor(client.search(request)));
        QCOMPARE(
            http.requests()[0].body,
            "{\"expand\":\"names\",\"fields\":[\"summary\"],\"jql\":\"project = \\\"X\\\" OR 1=1 "
            "--\",\"maxResults\":5,\"nextPageToken\":\"tok\"}"_ba);
        QCOMPARE(http.requests()[0].repeatable, Repeatable::Yes);
    }

    void neverRepeatsAWrite()
    {
        fakes::FakeHttpClient http;
        http.plan("POST"_ba, site + u"/rest/api/3/issue"_s, 201, "{\"key\":\"ABC-7\"}"_ba);
        http.plan(
            "POST"_ba, site + u"/rest/api/3/issue/ABC-7/comment"_s, 201, "{\"id\":\"10\"}"_ba);
        auto client = clientOf(http);
        QCOMPARE(QCoro::waitFor(client.createIssue(u"ABC"_s, QJsonObject())), u"ABC-7"_s);
        QCOMPARE(QCoro::waitFor(client.addComment(u"ABC-7"_s, QJsonObject())), u"10"_s);
        for (const net::Request &request : http.requests())
            QCOMPARE(request.repeatable, Repeatable::No);
    }

    void readsAllPagesOfMetadata()
    {
        const QString path =
            site + u"/rest/api/3/issue/createmeta/ABC/issuetypes?startAt=%1&maxResults=50"_s;
        fakes::FakeHttpClient http;
        http.plan("GET"_ba,
                  path.arg(0),
                  200,
                  "{\"total\":2,\"issueTypes\":[{\"id\":\"1\",\"name\":\"Bug\"}]}"_ba);
        http.plan("GET"_ba,
                  path.arg(1),
                  200,
                  "{\"total\":2,\"issueTypes\":[{\"id\":\"2\",\"name\":\"Task\"}]}"_ba);
        auto client = clientOf(http);
        const auto types = QCoro::waitFor(client.issueTypes(u"ABC"_s));
        QVERIFY(types);
        QCOMPARE(types->size(), 2);
        QVERIFY(http.unused().isEmpty());
    }

    void tellsWhatWentWrongWithARead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("sentence");
        const QString name = u"company.atlassian.net"_s;
        QTest::newRow("400")
            << 400 << "{\"errorMessages\":[\"The JQL is wrong\"],\"errors\":{}}"_ba
            << ErrorCode::InvalidInput
            << u"Jira at company.atlassian.net refused the request: The JQL is wrong."_s;
        QTest::newRow("400 without a word")
            << 400 << QByteArray() << ErrorCode::InvalidInput
            << u"Jira at company.atlassian.net refused the request (400) without saying why."_s;
        QTest::newRow("401")
            << 401 << QByteArray() << ErrorCode::Unauthorized
            << u"Jira sign-in for company.atlassian.net is no longer accepted (401). "
               "Open Fairlead and click Reconnect on company.atlassian.net."_s;
        QTest::newRow("401 scope")
            << 401 << "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"_ba
            << ErrorCode::Forbidden
            << u"The API token for company.atlassian.net lacks a scope for this (read:jira-work "
               u"and "
               "read:jira-user). Make a token with it, open Fairlead and click Reconnect on "
               "company.atlassian.net."_s;
        QTest::newRow("403") << 403 << QByteArray() << ErrorCode::Forbidden
                             << u"This account may not do that on company.atlassian.net (403). Ask "
                                "the site's administrator."_s;
        QTest::newRow("404")
            << 404 << "{\"errorMessages\":[\"gone\"]}"_ba << ErrorCode::NotFound
            << u"Issue ABC-1 does not exist on company.atlassian.net or you may not "
               "see it."_s;
        QTest::newRow("410") << 410 << QByteArray() << ErrorCode::InvalidData
                             << u"company.atlassian.net no longer offers this call (410). Update "
                                "Fairlead."_s;
        QTest::newRow("413") << 413 << QByteArray() << ErrorCode::InvalidInput
                             << u"The text is too long for Jira at company.atlassian.net (413). "
                                "Shorten it or split it."_s;
        QTest::newRow("500")
            << 500 << "<html>"_ba << ErrorCode::Network
            << u"Jira at company.atlassian.net has a problem of its own (500). Try "
               "again in a few minutes."_s;
        QTest::newRow("HTML")
            << 200 << "<html>Sign in</html>"_ba << ErrorCode::InvalidData
            << u"company.atlassian.net gave an answer that is not Jira's (the "
               "answer is not a JSON object). Try again; if it stays so, check the "
               "network."_s;
        QTest::newRow("no key")
            << 200 << "{}"_ba << ErrorCode::InvalidData
            << u"company.atlassian.net gave an answer that is not Jira's (\"key\" "
               "is missing in the answer). Try again; if it stays so, check the "
               "network."_s;
    }
    void tellsWhatWentWrongWithARead()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        fakes::FakeHttpClient http;
        http.plan("GET"_ba,
                  site + u"/rest/api/3/issue/ABC-1?fields=summary&expand=names"_s,
                  status,
                  body);
        auto client = clientOf(http);
        const auto issue = QCoro::waitFor(client.issue(u"ABC-1"_s, {u"summary"_s}));
        QVERIFY(!issue);
        QTEST(issue.error().code, "code");
        QTEST(issue.error().message, "sentence");
    }

    void readsTheWaitOfARateLimit()
    {
        const CallPurpose purpose{
            .site = u"company.atlassian.net"_s, .subject = {}, .write = {}, .check = {}};
        const QList<net::Header> headers{{"Retry-After"_ba, "17"_ba}};
        const Error limited = errorOf(answer(429, {}, headers), purpose);
        QCOMPARE(limited.code, ErrorCode::RateLimited);
        QCOMPARE(limited.retryAfter, std::chrono::seconds(17));
        QCOMPARE(
            limited.message,
            u"Jira at company.atlassian.net limits its calls (429). Try again in 17 seconds."_s);
    }

    void explainsCaptchasAndRedirects()
    {
        const CallPurpose purpose{
            .site = u"company.atlassian.net"_s, .subject = {}, .write = {}, .check = {}};
        const QList<net::Header> captcha{
            {"X-Authentication-Denied-Reason"_ba, "CAPTCHA_CHALLENGE; login-url=https://x"_ba}};
        QVERIFY(errorOf(answer(403, {}, captcha), purpose).message.contains("(CAPTCHA)"_L1));
        const QList<net::Header> location{{"Location"_ba, "https://evil.example/x?token=1"_ba}};
        QCOMPARE(errorOf(answer(302, {}, location), purpose).message,
                 u"company.atlassian.net sends the request on to evil.example, which Fairlead does "
                 "not follow because the API token would go along. Check the site's address."_s);
    }

    void saysWhenTheOutcomeOfAWriteIsUnknown_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isUnknown");
        QTest::newRow("timeout") << ErrorCode::Timeout << true;
        QTest::newRow("cut") << ErrorCode::InvalidData << true;
        QTest::newRow("not reached") << ErrorCode::Network << false;
        QTest::newRow("TLS") << ErrorCode::Tls << false;
    }
    void saysWhenTheOutcomeOfAWriteIsUnknown()
    {
        QFETCH(ErrorCode, code);
        fakes::FakeHttpClient http;
        http.plan("POST"_ba, site + u"/rest/api/3/issue"_s, failure(code, u"No answer."_s));
        auto client = clientOf(http);
        const auto key = QCoro::waitFor(client.createIssue(u"ABC"_s, QJsonObject()));
        QVERIFY(!key);
        QCOMPARE(key.error().code, code);
        QTEST(
            key.error().message
                == u"It is not known whether creating the issue on company.atlassian.net took "
                   "effect: No answer. Fairlead did not repeat it. Before trying again, look for "
                   "it "
                   "with jira_search: project = ABC AND reporter = currentUser() ORDER BY created "
                   "DESC."_s,
            "isUnknown");
    }

    void doesNotKnowTheOutcomeOfABrokenWrite()
    {
        for (const auto &[status, body] :
             {std::pair(502, "<html>"_ba), std::pair(201, "<html>"_ba)}) {
            fakes::FakeHttpClient http;
            http.plan("POST"_ba, site + u"/rest/api/3/issue/ABC-1/comment"_s, status, body);
            auto client = clientOf(http);
            const auto id = QCoro::waitFor(client.addComment(u"ABC-1"_s, QJsonObject()));
            QVERIFY(!id);
            QVERIFY2(id.error().message.startsWith(
                         "It is not known whether adding the comment to ABC-1"_L1),
                     qPrintable(id.error().message));
        }
    }
};

QTEST_GUILESS_MAIN(TestJiraClient)
#include "tst_jiraclient.moc"
