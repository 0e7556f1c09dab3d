// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/toolmessages.h"
#include "tests/fakes/golden.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;

namespace {

const QString api = u"https://company.atlassian.net/rest/api/3"_s;
const QString typesUrl = api + u"/issue/createmeta/ABC/issuetypes?startAt=0&maxResults=50"_s;
const QString fieldsUrl = api + u"/issue/createmeta/ABC/issuetypes/10002?startAt=0&maxResults=50"_s;
const QString commentUrl = api + u"/issue/ABC-12/comment"_s;

void planMetadata(JiraFixture &jira)
{
    jira.http.plan("GET"_ba, typesUrl, 200, fakes::testData(u"jira/types.json"_s));
    jira.http.plan("GET"_ba, fieldsUrl, 200, fakes::testData(u"jira/fields-required.json"_s));
}

QJsonObject newBug()
{
    QJsonObject fields;
    fields.insert("Severity"_L1, u"Minor"_s);
    QJsonObject arguments;
    arguments.insert("project"_L1, u"abc"_s);
    arguments.insert("type"_L1, u"bug"_s);
    arguments.insert("summary"_L1, u"It fails"_s);
    arguments.insert("fields"_L1, fields);
    return arguments;
}

QJsonObject newComment()
{
    QJsonObject arguments;
    arguments.insert("key"_L1, u"ABC-12"_s);
    arguments.insert("body"_L1, u"Looks **good**."_s);
    return arguments;
}

} // namespace

class TestJiraWritingTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAnIssue()
    {
        JiraFixture jira;
        jira.connect();
        planMetadata(jira);
        jira.http.plan("GET"_ba, api + u"/myself"_s, 200, "{\"accountId\":\"5b10\"}"_ba);
        jira.http.plan("POST"_ba, api + u"/issue"_s, 201, "{\"id\":\"1\",\"key\":\"ABC-12\"}"_ba);
        QJsonObject arguments = newBug();
        arguments.insert("description"_L1, u"Some *text*"_s);
        arguments.insert("assignee"_L1, u"me"_s);
        const auto result = jira.call(u"jira_create_issue"_s, arguments);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Created ABC-12  https://company.atlassian.net/browse/ABC-12"_s);
        QVERIFY(!result.isError);
        const QJsonObject sent = QJsonDocument::fromJson(jira.http.requests().last().body).object();
        QCOMPARE(sent["fields"_L1]["assignee"_L1]["accountId"_L1].toString(), u"5b10"_s);
        QCOMPARE(sent["fields"_L1]["description"_L1]["type"_L1].toString(), u"doc"_s);
        QCOMPARE(sent["fields"_L1]["issuetype"_L1]["id"_L1].toString(), u"10002"_s);
    }

    void createsNothingWithoutARequiredField()
    {
        JiraFixture jira;
        jira.connect();
        planMetadata(jira);
        QJsonObject arguments = newBug();
        arguments.remove("fields"_L1);
        const auto result = jira.call(u"jira_create_issue"_s, arguments);
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Project ABC needs \"Severity\" (customfield_10050) for the type Bug. Allowed: "
                 "Minor, Critical. Pass it as fields: {\"Severity\": \"Minor\"}."_s);
    }

    void saysWhichTypesThereAre()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba, typesUrl, 200, fakes::testData(u"jira/types.json"_s));
        QJsonObject arguments = newBug();
        arguments.insert("type"_L1, u"Epic"_s);
        const auto result = jira.call(u"jira_create_issue"_s, arguments);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Argument \"type\" is \"Epic\", but project ABC has: Task, Bug, Sub-task."_s);
    }

    void saysThatAProjectIsNotThere()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("GET"_ba, typesUrl, 404, {});
        const auto result = jira.call(u"jira_create_issue"_s, newBug());
        QCOMPARE(JiraFixture::textOf(result),
                 u"Project ABC does not exist on company.atlassian.net or you may not see it."_s);
    }

    void passesOnWhatJiraSaysAboutAField()
    {
        JiraFixture jira;
        jira.connect();
        planMetadata(jira);
        jira.http.plan(
            "POST"_ba,
            api + u"/issue"_s,
            400,
            "{\"errorMessages\":[],\"errors\":{\"summary\":\"You must specify a summary\"}}"_ba);
        const auto result = jira.call(u"jira_create_issue"_s, newBug());
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Jira at company.atlassian.net refused the request: summary: You must specify a "
                 "summary."_s);
    }

    void saysHowToFindOutWhetherAnIssueWasMade_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer
        QTest::newRow("no answer") << 0;
        QTest::newRow("broken gateway") << 504;
        QTest::newRow("garbage") << 201;
    }
    void saysHowToFindOutWhetherAnIssueWasMade()
    {
        QFETCH(int, status);
        JiraFixture jira;
        jira.connect();
        planMetadata(jira);
        if (status == 0)
            jira.http.plan(
                "POST"_ba, api + u"/issue"_s, failure(ErrorCode::Timeout, u"No answer."_s));
        else
            jira.http.plan("POST"_ba, api + u"/issue"_s, status, "<html>"_ba);
        const auto result = jira.call(u"jira_create_issue"_s, newBug());
        QVERIFY(result.isError);
        const QString text = JiraFixture::textOf(result);
        QVERIFY2(text.startsWith("It is not known whether creating the issue on "
                                 "company.atlassian.net took effect: "_L1),
                 qPrintable(text));
        QVERIFY(text.contains("Fairlead did not repeat it."_L1));
        QVERIFY(text.endsWith("look for it with jira_search: project = ABC AND reporter = "
                              "currentUser() ORDER BY created DESC."_L1));
        QVERIFY(jira.http.unused().isEmpty());
    }

    void comments()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, commentUrl, 201, "{\"id\":\"10101\"}"_ba);
        const auto result = jira.call(u"jira_add_comment"_s, newComment());
        QVERIFY(!result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Commented on ABC-12 (id 10101)  "
                 "https://company.atlassian.net/browse/ABC-12?focusedCommentId=10101"_s);
        const QJsonObject sent = QJsonDocument::fromJson(jira.http.requests().last().body).object();
        QCOMPARE(sent["body"_L1]["type"_L1].toString(), u"doc"_s);
    }

    void refusesAnEmptyComment()
    {
        JiraFixture jira;
        jira.connect();
        QJsonObject arguments = newComment();
        arguments.insert("body"_L1, u" \n"_s);
        const auto result = jira.call(u"jira_add_comment"_s, arguments);
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Argument \"body\" is empty, but a comment needs text."_s);
    }

    void reportsARefusedComment()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, commentUrl, 403, {});
        QCOMPARE(JiraFixture::textOf(jira.call(u"jira_add_comment"_s, newComment())),
                 u"This account may not do that on company.atlassian.net (403). Ask the site's "
                 "administrator."_s);
    }

    void stopsWhenCancelled()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.planHang("POST"_ba, commentUrl);
        const CancellationSource source;
        QTimer::singleShot(0, this, [&source] { source.cancel(); });
        const auto result = jira.call(u"jira_add_comment"_s, newComment(), source.token());
        QVERIFY(result.isError);
        QVERIFY(jira.http.unused().isEmpty());
    }

    void keepsItsCoreSmall()
    {
        // Every client pays for these bytes in every session.
        const JiraFixture jira;
        qsizetype bytes = 0;
        QStringList core;
        for (const tools::ToolDefinition &tool : jira.registry.list({})) {
            QCOMPARE(tool.service, u"jira"_s);
            QVERIFY2(!tool.endpoints.isEmpty(), qPrintable(tool.name));
            if (!tool.toolset.isEmpty())
                continue;
            const auto json = mcp::toolToJson(tool, mcp::Revision::V20251125);
            const auto size = QJsonDocument(json).toJson(QJsonDocument::Compact).size();
            qInfo() << tool.name << size;
            bytes += size;
            core.append(tool.name);
        }
        qInfo() << "Definitions:" << bytes << "bytes";
        QCOMPARE(core.size(), 12);
        QVERIFY(bytes < 5600);
    }
};

QTEST_GUILESS_MAIN(TestJiraWritingTools)
#include "tst_jirawritingtools.moc"
