// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::SiteTester;

/** jira_bulk against the sandbox. */
class TestBulkTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void readsSeveralIssuesInTheOrderGiven()
    {
        const QString answer = m_site->ask(
            u"jira_get_issues"_s,
            R"({"keys":["WEB-4","web-1","WEB-999","WEB-4"],"fields":["Priority","Story point estimate"]})");
        QCOMPARE(answer,
                 u"2 of 3 issues (key  Priority; none has Story point estimate):\n"
                 "WEB-4  Highest\nWEB-1  High\n"
                 "Not found by this key, or not to be seen by you: WEB-999"_s);
        QCOMPARE(m_site->requests().filter(u"bulkfetch"_s).size(), 1);
    }

    void createsSeveralIssues()
    {
        const QString answer = m_site->ask(u"jira_create_issues"_s,
                                           R"({"project":"WEB","type":"Task","issues":[
                {"summary":"One","description":"**bold**","assignee":"me"},
                {"summary":"Two","type":"Bug","labels":["x"]},
                {"summary":"Three","project":"MOB","fields":{"Story point estimate":3}}]})");
        QVERIFY2(answer.startsWith("Created 3 of 3 issues, the first at "_L1), qPrintable(answer));
        QVERIFY2(answer.contains("\nWEB-26  One\nWEB-27  Two\nMOB-21  Three"_L1),
                 qPrintable(answer));
        const auto &site = m_site->sandbox.site();
        QCOMPARE(site.user(site.issue(u"WEB-26"_s)->assigneeId)->displayName, u"Ada Lindqvist"_s);
        QCOMPARE(site.issue(u"WEB-26"_s)->description["type"_L1].toString(), u"doc"_s);
        const QStringList asked = m_site->requests();
        QCOMPARE(asked.filter(u"POST /rest/api/3/issue/bulk"_s).size(), 1);
        QCOMPARE(asked.filter(u"GET /rest/api/3/issue/createmeta/WEB/issuetypes"_s)
                     .filter(QRegularExpression(u"issuetypes$"_s))
                     .size(),
                 1);
    }

    void createsNothingWhenOneIsWrong()
    {
        const QString answer =
            m_site->ask(u"jira_create_issues"_s,
                        R"({"issues":[{"project":"WEB","type":"Task","summary":"Fine"},
                {"project":"OPS","type":"Bug","summary":"No severity"},
                {"project":"WEB","type":"Tusk","summary":"No type"},
                {"type":"Task","summary":"No project"}]})");
        QVERIFY2(answer.startsWith("Error: Nothing was created, because of:\n"
                                   "issues[1] \"No severity\": Project OPS needs \"Severity\""_L1),
                 qPrintable(answer));
        QVERIFY2(answer.contains("\nissues[2] \"No type\": Argument \"type\" is \"Tusk\""_L1),
                 qPrintable(answer));
        QVERIFY2(answer.contains("\nissues[3] \"No project\": Argument \"project\""_L1),
                 qPrintable(answer));
        QVERIFY(m_site->requests().filter(u"POST /rest/api/3/issue/bulk"_s).isEmpty());
    }

    void tellsWhichIssuesJiraRefused()
    {
        const QString parent =
            u"[{\"summary\":\"Kept\"},{\"summary\":\"Part\",\"type\":\"Sub-task\",\"parent\":\"MOB-1\"}]"_s;
        const QString answer = m_site->ask(
            u"jira_create_issues"_s,
            QJsonObject{{u"project"_s, u"WEB"_s},
                        {u"type"_s, u"Task"_s},
                        {u"issues"_s, QJsonDocument::fromJson(parent.toUtf8()).array()}});
        QVERIFY2(answer.startsWith("Created 1 of 2 issues"_L1), qPrintable(answer));
        QVERIFY2(answer.contains("\nNot created: issues[1] \"Part\": "_L1), qPrintable(answer));
        const QString none = m_site->ask(
            u"jira_create_issues"_s,
            R"({"project":"WEB","issues":[{"summary":"Part","type":"Sub-task","parent":"MOB-1"}]})");
        QVERIFY2(none.startsWith("Error: Jira at "_L1) && none.contains("parent"_L1),
                 qPrintable(none));
    }

    void movesIssuesAndReportsProgress()
    {
        QList<double> reports;
        tools::ToolCall call;
        call.tool = u"jira_move_issues"_s;
        call.arguments = {{u"keys"_s, QJsonArray{u"WEB-19"_s, u"WEB-20"_s, u"WEB-24"_s}},
                          {u"project"_s, u"MOB"_s},
                          {u"type"_s, u"task"_s}};
        call.caller.userId = m_site->jira.userId();
        call.reportProgress = [&reports](const tools::Progress &progress) {
            reports.append(progress.progress);
        };
        const auto result = QCoro::waitFor(m_site->jira.registry.invoke(call));
        QVERIFY(result && !result->isError);
        QCOMPARE(JiraFixture::textOf(*result),
                 u"Moved 3 issues.\nWEB-19 → MOB-21\nWEB-20 → MOB-22\nWEB-24 → MOB-23"_s);
        QCOMPARE(reports, (QList<double>{33, 66, 100}));
        QCOMPARE(m_site->sandbox.site().issue(u"MOB-21"_s)->projectId, u"10002"_s);
    }

    void tellsWhichIssuesWereNotMoved()
    {
        m_site = std::make_unique<SiteTester>(u"henrik"_s);
        auto &project = m_site->sandbox.site().projects[1];
        const QString henrik =
            m_site->sandbox.site().userByEmail(u"henrik@northwind.example"_s)->accountId;
        project.roles.insert(henrik, sandbox::ProjectRole::Viewer);
        const QString answer = m_site->ask(
            u"jira_move_issues"_s, R"({"keys":["MOB-1","WEB-19"],"project":"WEB","type":"Task"})");
        QVERIFY2(answer.startsWith(u"Moved 1 issues.\nWEB-19 → WEB-19"_s), qPrintable(answer));
        QVERIFY2(answer.endsWith(
                     "\nNot moved: MOB-1: You do not have permission to move this issue."_L1),
                 qPrintable(answer));
    }

    void refusesWhatCannotBeMoved_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown issue")
            << R"({"keys":["WEB-1","WEB-999"],"project":"MOB","type":"Task"})"_ba
            << u"Nothing was moved: these do not exist by this key, or you may not see them: WEB-999."_s;
        QTest::newRow("unknown type")
            << R"({"keys":["WEB-1"],"project":"MOB","type":"Tusk"})"_ba
            << u"Argument \"type\" is \"Tusk\", but project MOB has: Epic, Story, Task, Bug, Sub-task."_s;
        QTest::newRow("no parent")
            << R"({"keys":["WEB-1"],"project":"MOB","type":"Sub-task"})"_ba
            << u"The type Sub-task is a subtask, so it needs the argument \"parent\"."_s;
        QTest::newRow("nothing said")
            << R"({"keys":["WEB-1"]})"_ba
            << u"Pass keys, project and type, or the task of a move that was begun."_s;
    }
    void refusesWhatCannotBeMoved()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QString, error);
        QCOMPARE(m_site->ask(u"jira_move_issues"_s, arguments.constData()), u"Error: "_s + error);
        QVERIFY(m_site->requests().filter(u"bulk/issues/move"_s).isEmpty());
    }

    void stopsWaitingWhenTheClientLeaves()
    {
        JiraFixture jira;
        jira.connect();
        const QString api = u"https://company.atlassian.net/rest/api/3"_s;
        jira.http.plan("GET"_ba,
                       api + u"/bulk/queue/77"_s,
                       200,
                       R"({"status":"RUNNING","progressPercent":10})"_ba);
        const CancellationSource source;
        tools::ToolCall call;
        call.tool = u"jira_move_issues"_s;
        call.arguments.insert("task"_L1, u"77"_s);
        call.caller.userId = jira.userId();
        call.cancellation = source.token();
        call.reportProgress = [&source](const tools::Progress &) { source.cancel(); };
        const auto result = QCoro::waitFor(jira.registry.invoke(call));
        QVERIFY(!result || result->isError);
        const QString said = result ? JiraFixture::textOf(*result) : result.error().message;
        QVERIFY2(said.endsWith("Jira goes on with it as task 77."_L1), qPrintable(said));
    }

    void saysHowAMoveFailed()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan(
            "GET"_ba,
            u"https://company.atlassian.net/rest/api/3/bulk/queue/77"_s,
            200,
            R"({"status":"FAILED","progressPercent":0,"failedAccessibleIssues":{"10001":["No."]},"invalidOrInaccessibleIssueCount":2})"_ba);
        const auto result = jira.call(u"jira_move_issues"_s, {{u"task"_s, u"77"_s}});
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result),
                 u"Jira at company.atlassian.net moved nothing: the task ended as failed.\n"
                 "Not moved: 10001: No.\nNot found, or not to be seen by you: 2 of the issues"_s);
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestBulkTools)
#include "tst_bulktools.moc"
