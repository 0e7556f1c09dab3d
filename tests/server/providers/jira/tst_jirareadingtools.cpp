// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <QJsonArray>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using tests::JiraFixture;

namespace {

const QString site = u"https://company.atlassian.net"_s;
const QString other = u"https://other.atlassian.net"_s;
const QString firstProjects = u"/rest/api/3/project/search?startAt=0&maxResults=50&orderBy=key"_s;
const QString searchPath = u"/rest/api/3/search/jql"_s;
const QString countPath = u"/rest/api/3/search/approximate-count"_s;
const QString signInSentence =
    u"Jira sign-in for company.atlassian.net is no longer accepted (401). Open Fairlead and click "
    "Reconnect on company.atlassian.net."_s;

QByteArray projectsAnswer(const QByteArray &key, int total, bool isLast)
{
    return "{\"startAt\":0,\"total\":"_ba + QByteArray::number(total) + ",\"isLast\":"_ba
        + (isLast ? "true"_ba : "false"_ba) + ",\"values\":[{\"id\":\"1\",\"key\":\""_ba + key
        + "\",\"name\":\"Name of "_ba + key + "\"}]}"_ba;
}

QJsonObject arguments(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

QString issuePath(const QString &fields)
{
    return site + u"/rest/api/3/issue/ABC-12?fields=%1&expand=names"_s.arg(fields);
}

} // namespace

class TestJiraReadingTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatJiraIsNotConnected_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::newRow("projects") << u"list_projects"_s << QJsonObject();
        QTest::newRow("search") << u"jira_search"_s << arguments({{u"jql"_s, u"project = A"_s}});
        QTest::newRow("issue") << u"jira_get_issue"_s << arguments({{u"key"_s, u"ABC-1"_s}});
        QTest::newRow("create") << u"jira_create_issue"_s
                                << arguments({{u"project"_s, u"ABC"_s},
                                              {u"type"_s, u"Bug"_s},
                                              {u"summary"_s, u"x"_s}});
        QTest::newRow("comment") << u"jira_add_comment"_s
                                 << arguments({{u"key"_s, u"ABC-1"_s}, {u"body"_s, u"x"_s}});
    }
    void saysThatJiraIsNotConnected()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, arguments);
        JiraFixture jira;
        const auto result = jira.call(tool, arguments);
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Jira is not connected. Open Fairlead and click Connect Jira."_s);
    }

    void listsProjectsOfOneSite()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba,
                       site + firstProjects,
                       200,
                       fakes::testData(u"jira/projects-documented.json"_s));
        const auto result = jira.call(u"list_projects"_s, {});
        QVERIFY(!result.isError);
        QVERIFY(!result.structured);
        const QString text = JiraFixture::textOf(result);
        QVERIFY2(
            text.startsWith("company.atlassian.net, 2 of 7 projects (key  name):\nEX  Example\n"
                            "ABC  Alphabetical\n"_L1),
            qPrintable(text));
        QVERIFY(text.contains("More: call again with cursor: \"con_"_L1));
    }

    void goesOnWhereTheCursorSays()
    {
        JiraFixture jira;
        const auto connection = jira.connect();
        jira.connect(u"other.atlassian.net"_s);
        jira.http.plan("GET"_ba,
                       site + u"/rest/api/3/project/search?startAt=50&maxResults=50&orderBy=key"_s,
                       200,
                       projectsAnswer("ZED"_ba, 51, true));
        const auto result =
            jira.call(u"list_projects"_s, arguments({{u"cursor"_s, connection.id + u"=50"_s}}));
        QVERIFY(!result.isError);
        QVERIFY(JiraFixture::textOf(result).contains("ZED  Name of ZED"_L1));
        QCOMPARE(jira.http.requests().size(), 1);
    }

    void offersNoCursorAfterAnEmptyPage()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba,
                       site + firstProjects,
                       200,
                       "{\"startAt\":0,\"total\":9,\"isLast\":false,\"values\":[]}"_ba);
        QCOMPARE(JiraFixture::textOf(jira.call(u"list_projects"_s, {})),
                 u"company.atlassian.net: no projects found."_s);
    }

    void mergesSitesAndSparesTheGoodOnes()
    {
        JiraFixture jira;
        const auto broken = jira.connect();
        jira.connect(u"other.atlassian.net"_s);
        jira.http.plan("GET"_ba, site + firstProjects, 401, {});
        jira.http.plan("GET"_ba, other + firstProjects, 200, projectsAnswer("OPS"_ba, 1, true));
        const auto result = jira.call(u"list_projects"_s, {});
        QVERIFY(!result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"other.atlassian.net, 1 project (key  name):\nOPS  Name of OPS\n\n"
                 "company.atlassian.net: "_s
                     + signInSentence);
        QCOMPARE(jira.current(broken).state, ConnectionState::NeedsSignIn);
    }

    void failsWhenEverySiteFails()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba, site + firstProjects, 401, {});
        const auto result = jira.call(u"list_projects"_s, {});
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result), signInSentence);
    }

    void searches()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan(
            "POST"_ba, site + searchPath, 200, fakes::testData(u"jira/issues-paged.json"_s));
        jira.http.plan("POST"_ba, site + countPath, 200, "{\"count\":153}"_ba);
        const auto result = jira.call(
            u"jira_search"_s,
            arguments({{u"jql"_s, u"project = ABC"_s},
                       {u"fields"_s, QJsonArray{u"priority"_s, u"assignee"_s, u"duedate"_s}},
                       {u"limit"_s, 2}}));
        QVERIFY(!result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"2 of about 153 issues (key  Priority  assignee; none has duedate):\n"
                 "ABC-1  High  -\n"
                 "ABC-2  Low  Mia Krystof\n"
                 "More: call again with cursor: \"CAEaAggD\""_s);
        QCOMPARE(jira.http.requests()[0].body,
                 "{\"expand\":\"names\",\"fields\":[\"priority\",\"assignee\",\"duedate\"],"
                 "\"jql\":\"project = ABC\",\"maxResults\":2}"_ba);
    }

    void findsTheSiteByItsCloudId()
    {
        JiraFixture jira;
        jira.connectCloud(u"company.atlassian.net"_s, u"cloud-id-1"_s);
        jira.connectCloud(u"other.atlassian.net"_s, u"cloud-id-2"_s);
        const QString issue = u"https://api.atlassian.com/ex/jira/%1/rest/api/3/issue/ABC-1"_s;
        jira.http.plan("GET"_ba,
                       issue.arg(u"cloud-id-2"_s) + u"?fields=summary&expand=names"_s,
                       200,
                       "{\"key\":\"ABC-1\",\"fields\":{\"summary\":\"Fix login\"}}"_ba);
        QJsonObject given = arguments(
            {{u"key"_s, issue.arg(u"cloud-id-2"_s)}, {u"fields"_s, QJsonArray{u"summary"_s}}});
        const auto found = jira.call(u"jira_get_issue"_s, given);
        QVERIFY2(!found.isError, qPrintable(JiraFixture::textOf(found)));
        given.insert(u"key"_s, issue.arg(u"cloud-id-3"_s));
        const auto refused = jira.call(u"jira_get_issue"_s, given);
        QVERIFY(refused.isError);
        QVERIFY(JiraFixture::textOf(refused).startsWith(
            "The URL is of a Jira site that is not connected (cloud id cloud-id-3)."_L1));
        QCOMPARE(jira.http.requests().size(), 1);
    }

    void countsOnceForAllPages()
    {
        JiraFixture jira;
        jira.connect();
        const QByteArray page = fakes::testData(u"jira/issues-paged.json"_s);
        jira.http.plan("POST"_ba, site + searchPath, 200, page);
        jira.http.plan("POST"_ba, site + countPath, 200, "{\"count\":153}"_ba);
        jira.http.plan("POST"_ba, site + searchPath, 200, page);
        (void)jira.call(u"jira_search"_s, arguments({{u"jql"_s, u"project = ABC"_s}}));
        const auto next =
            jira.call(u"jira_search"_s,
                      arguments({{u"jql"_s, u"project = ABC"_s}, {u"cursor"_s, u"CAEaAggD"_s}}));
        QCOMPARE(JiraFixture::textOf(next).section(u':', 0, 0),
                 u"2 of about 153 issues (key  status  assignee  summary)"_s);
        QCOMPARE(jira.http.requests().size(), 3);
    }

    void searchesWithoutACountWhenThatFails()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, site + searchPath, 200, "{\"issues\":[]}"_ba);
        jira.http.plan("POST"_ba, site + countPath, 500, {});
        const auto result =
            jira.call(u"jira_search"_s, arguments({{u"jql"_s, u"project = ABC"_s}}));
        QVERIFY(!result.isError);
        QCOMPARE(JiraFixture::textOf(result), u"No issues match."_s);
    }

    void countsOnly()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, site + countPath, 200, "{\"count\":153}"_ba);
        const auto result = jira.call(u"jira_search"_s,
                                      arguments({{u"jql"_s, u"a = b"_s}, {u"count_only"_s, true}}));
        QCOMPARE(JiraFixture::textOf(result), u"About 153 issues match."_s);
    }

    void passesOnWhatJiraSaysAboutJql()
    {
        JiraFixture jira;
        jira.connect();
        const QByteArray body = "{\"errorMessages\":[\"Field 'projct' does not exist.\"]}"_ba;
        jira.http.plan("POST"_ba, site + searchPath, 400, body);
        jira.http.plan("POST"_ba, site + countPath, 400, body);
        const auto result = jira.call(u"jira_search"_s, arguments({{u"jql"_s, u"projct = A"_s}}));
        QVERIFY(result.isError);
        QCOMPARE(
            JiraFixture::textOf(result),
            u"Jira at company.atlassian.net refused the request: Field 'projct' does not exist."_s);
    }

    void readsAnIssueWithItsComments()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba,
                       issuePath(u"summary%2Cstatus"_s),
                       200,
                       fakes::testData(u"jira/issue-cloud.json"_s));
        jira.http.plan("GET"_ba,
                       site + u"/rest/api/3/issue/ABC-12/comment?maxResults=10&orderBy=-created"_s,
                       200,
                       fakes::testData(u"jira/comments.json"_s));
        const auto result =
            jira.call(u"jira_get_issue"_s,
                      arguments({{u"key"_s, u"https://company.atlassian.net/browse/abc-12"_s},
                                 {u"fields"_s, QJsonArray{u"status"_s}},
                                 {u"include"_s, QJsonArray{u"comments"_s}}}));
        const QString text = JiraFixture::textOf(result) + u'\n';
        QVERIFY2(!result.isError, qPrintable(text));
        const QString diff = fakes::goldenDiff(u"jira/issue-with-comments.txt"_s, text);
        QVERIFY2(diff.isEmpty(), qPrintable(diff));
    }

    void readsTheUsualFieldsWhenNoneAreNamed()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan(
            "GET"_ba,
            issuePath(u"summary%2Cstatus%2Cissuetype%2Cpriority%2Cassignee%2Creporter%2C"
                      "parent%2Csubtasks%2Cissuelinks%2Clabels%2Ccomponents%2CfixVersions%2C"
                      "resolution%2Cduedate%2Ccreated%2Cupdated%2Cdescription"_s),
            404,
            "{\"errorMessages\":[\"Issue does not exist\"]}"_ba);
        const auto result = jira.call(u"jira_get_issue"_s, arguments({{u"key"_s, u"ABC-12"_s}}));
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Issue ABC-12 does not exist on company.atlassian.net or you may not see it."_s);
    }

    void sendsNothingForAKeyThatIsNone()
    {
        JiraFixture jira;
        jira.connect();
        const auto result =
            jira.call(u"jira_get_issue"_s, arguments({{u"key"_s, u"../../myself"_s}}));
        QVERIFY(result.isError);
        QVERIFY(jira.http.requests().isEmpty());
    }

    void choosesAmongSites_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("base"); // empty: refused
        QTest::addColumn<QString>("sentence");
        const QString key = u"ABC-12"_s;
        QTest::newRow("by name") << arguments(
            {{u"key"_s, key}, {u"connection"_s, u"Other.atlassian.net"_s}})
                                 << other << QString();
        QTest::newRow("by URL") << arguments(
            {{u"key"_s, key}, {u"connection"_s, other + u"/jira"_s}})
                                << other << QString();
        QTest::newRow("by the issue's URL")
            << arguments({{u"key"_s, other + u"/browse/ABC-12"_s}}) << other << QString();
        QTest::newRow("on both sites") << arguments({{u"key"_s, key}}) << QString()
                                       << u"Several Jira connections fit: company.atlassian.net, "
                                          u"other.atlassian.net. Pass one "
                                          "of them as \"connection\"."_s;
        QTest::newRow("unknown")
            << arguments({{u"key"_s, key}, {u"connection"_s, u"third.atlassian.net"_s}})
            << QString()
            << u"\"third.atlassian.net\" is not a connected Jira site. Connected: "
               "company.atlassian.net, other.atlassian.net."_s;
        QTest::newRow("URL of another site")
            << arguments({{u"key"_s, u"https://evil.example/browse/ABC-12"_s}}) << QString()
            << u"\"evil.example\" is not a connected Jira site. Connected: company.atlassian.net, "
               "other.atlassian.net."_s;
    }
    void choosesAmongSites()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QString, base);
        QFETCH(QString, sentence);
        JiraFixture jira;
        jira.connect();
        jira.connect(u"other.atlassian.net"_s);
        if (sentence.startsWith("Several"_L1)) {
            for (const QString &each : {site, other})
                jira.http.plan("GET"_ba,
                               each + u"/rest/api/3/project/ABC"_s,
                               200,
                               R"({"id":"1","key":"ABC","name":"Alphabet"})"_ba);
        }
        given.insert("fields"_L1, QJsonArray{u"status"_s});
        if (!base.isEmpty()) {
            jira.http.plan("GET"_ba,
                           base
                               + u"/rest/api/3/issue/ABC-12?fields=summary%2Cstatus&expand=names"_s,
                           200,
                           "{\"key\":\"ABC-12\",\"fields\":{\"summary\":\"x\"}}"_ba);
        }
        const auto result = jira.call(u"jira_get_issue"_s, given);
        QCOMPARE(result.isError, base.isEmpty());
        if (!sentence.isEmpty())
            QCOMPARE(JiraFixture::textOf(result), sentence);
        QVERIFY(jira.http.unused().isEmpty());
    }

    void findsTheSiteThatHasTheProjectAndRemembersIt()
    {
        JiraFixture jira;
        jira.connect();
        jira.connect(u"other.atlassian.net"_s);
        const QString project = u"/rest/api/3/project/ABC"_s;
        jira.http.plan("GET"_ba, site + project, 404, {});
        jira.http.plan("GET"_ba, other + project, 200, R"({"id":"1","key":"ABC"})"_ba);
        const QJsonObject given =
            arguments({{u"key"_s, u"ABC-12"_s}, {u"fields"_s, QJsonArray{u"status"_s}}});
        for (int i = 0; i < 2; ++i) {
            jira.http.plan("GET"_ba,
                           other
                               + u"/rest/api/3/issue/ABC-12?fields=summary%2Cstatus&expand=names"_s,
                           200,
                           "{\"key\":\"ABC-12\",\"fields\":{\"summary\":\"x\"}}"_ba);
            const auto result = jira.call(u"jira_get_issue"_s, given);
            QVERIFY2(!result.isError, qPrintable(JiraFixture::textOf(result)));
        }
        QCOMPARE(jira.http.requests().size(), 4);
        jira.http.plan("POST"_ba, other + countPath, 200, "{\"count\":3}"_ba);
        const auto counted = jira.call(
            u"jira_search"_s,
            arguments({{u"jql"_s, u"project = \"abc\" AND x = y"_s}, {u"count_only"_s, true}}));
        QCOMPARE(JiraFixture::textOf(counted), u"About 3 issues match."_s);
    }

    void saysThatNoSiteHasTheProject()
    {
        JiraFixture jira;
        jira.connect();
        jira.connect(u"other.atlassian.net"_s);
        for (const QString &each : {site, other})
            jira.http.plan("GET"_ba, each + u"/rest/api/3/project/ABC"_s, 404, {});
        const auto result = jira.call(u"jira_get_issue"_s, arguments({{u"key"_s, u"ABC-12"_s}}));
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Project ABC is on none of the connected Jira sites (company.atlassian.net, "
                 "other.atlassian.net), or you may not see it there."_s);
    }

    void takesNoSiteForUnreachableBecauseOfOneMalformedAnswer()
    {
        JiraFixture jira;
        const auto connection = jira.connect();
        const QJsonObject given = arguments({{u"jql"_s, u"a = b"_s}, {u"count_only"_s, true}});
        jira.http.plan("POST"_ba, site + countPath, 200, "<html>"_ba);
        QVERIFY(jira.call(u"jira_search"_s, given).isError);
        QCOMPARE(jira.current(connection).state, ConnectionState::Connected);
        jira.http.plan("POST"_ba, site + countPath, 200, "{\"count\":1}"_ba);
        QVERIFY(!jira.call(u"jira_search"_s, given).isError);
        QCOMPARE(jira.current(connection).state, ConnectionState::Connected);
        jira.http.plan("POST"_ba,
                       site + countPath,
                       failure(ErrorCode::Timeout, u"It did not answer within 30 seconds."_s));
        const auto result = jira.call(u"jira_search"_s, given);
        QCOMPARE(JiraFixture::textOf(result), u"It did not answer within 30 seconds."_s);
        QCOMPARE(jira.current(connection).state, ConnectionState::Unreachable);
    }

    void stopsWhenCancelled_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QStringList>("requests");
        QTest::newRow("projects") << u"list_projects"_s << QJsonObject()
                                  << QStringList{u"GET "_s + site + firstProjects};
        QTest::newRow("search") << u"jira_search"_s << arguments({{u"jql"_s, u"a = b"_s}})
                                << QStringList{u"POST "_s + site + searchPath,
                                               u"POST "_s + site + countPath};
        QTest::newRow("issue") << u"jira_get_issue"_s
                               << arguments({{u"key"_s, u"ABC-12"_s},
                                             {u"fields"_s, QJsonArray{u"status"_s}}})
                               << QStringList{u"GET "_s + issuePath(u"summary%2Cstatus"_s)};
    }
    void stopsWhenCancelled()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, given);
        QFETCH(QStringList, requests);
        JiraFixture jira;
        const auto connection = jira.connect();
        for (const QString &request : requests)
            jira.http.planHang(request.section(u' ', 0, 0).toLatin1(), request.section(u' ', 1));
        const CancellationSource source;
        QTimer::singleShot(0, this, [&source] { source.cancel(); });
        const auto result = jira.call(tool, given, source.token());
        QVERIFY(result.isError);
        QVERIFY(jira.http.unused().isEmpty());
        QCOMPARE(jira.current(connection).state, ConnectionState::Connected);
    }
};

QTEST_GUILESS_MAIN(TestJiraReadingTools)
#include "tst_jirareadingtools.moc"
