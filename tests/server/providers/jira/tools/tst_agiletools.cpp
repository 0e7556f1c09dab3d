// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::SiteTester;

/** jira_agile against the sandbox. */
class TestAgileTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void listsBoards()
    {
        const QString all = m_site->ask(u"jira_list_boards"_s, "{}");
        QVERIFY2(all.startsWith(u"4 of 4 boards (id  type  name  project):\n"
                                "1  scrum  Web Store board  WEB\n"_s),
                 qPrintable(all));
        QCOMPARE(
            m_site->ask(u"jira_list_boards"_s, R"({"type":"kanban"})"),
            u"1 of 1 boards (id  type  name  project):\n4  kanban  Data Platform board  DATA"_s);
        QCOMPARE(m_site->ask(u"jira_list_boards"_s, R"({"project":"mob"})"),
                 u"1 of 1 boards (id  type  name  project):\n2  scrum  Mobile App board  MOB"_s);
        QCOMPARE(m_site->ask(u"jira_list_boards"_s, R"({"query":"nothing like it"})"),
                 u"No boards."_s);
    }

    void pagesThroughBoards()
    {
        const QString first = m_site->ask(u"jira_list_boards"_s, R"({"limit":3})");
        QVERIFY2(first.endsWith("\nMore: call again with cursor: \"3\""_L1), qPrintable(first));
        QCOMPARE(
            m_site->ask(u"jira_list_boards"_s, R"({"limit":3,"cursor":"3"})"),
            u"1 of 4 boards (id  type  name  project):\n4  kanban  Data Platform board  DATA"_s);
        QCOMPARE(
            m_site->ask(u"jira_list_boards"_s, R"({"cursor":"abc"})"),
            u"Error: Argument \"cursor\" is \"abc\", but must be the one that the call before gave."_s);
    }

    void listsSprints()
    {
        const QString open = m_site->ask(u"jira_list_sprints"_s, R"({"board":"web store board"})");
        QVERIFY2(open.startsWith(
                     "Sprints of board 1 (Web Store board):\n2  active  WEB Sprint 2  20"_L1),
                 qPrintable(open));
        QVERIFY2(open.endsWith("Goal: A checkout that nobody leaves\n3  future  WEB Sprint 3"_L1),
                 qPrintable(open));
        const QString closed =
            m_site->ask(u"jira_list_sprints"_s, R"({"board":"1","state":["closed"]})");
        QVERIFY2(closed.contains("\n1  closed  WEB Sprint 1  20"_L1), qPrintable(closed));
        QVERIFY2(closed.contains("  completed 20"_L1), qPrintable(closed));
    }

    void saysWhatABoardIs_data()
    {
        QTest::addColumn<QString>("board");
        QTest::addColumn<QString>("error");
        QTest::newRow("several") << u"board"_s
                                 << u"means several boards on %1: 1 \"Web Store board\", 2 "_s;
        QTest::newRow("none") << u"nonsense"_s << u"means none of the boards on %1: 1 \"Web St"_s;
        QTest::newRow("id") << u"99"_s << u"Board 99 does not exist on %1 or you may not see it."_s;
        QTest::newRow("kanban") << u"4"_s
                                << u"refused the request: The board does not support sprints."_s;
    }
    void saysWhatABoardIs()
    {
        QFETCH(QString, board);
        QFETCH(QString, error);
        const QString answer =
            m_site->ask(u"jira_list_sprints"_s, QJsonObject{{u"board"_s, board}});
        const QString host = QUrl(m_site->sandbox.url()).authority();
        QVERIFY2(answer.startsWith("Error: "_L1) && answer.contains(error.replace("%1"_L1, host)),
                 qPrintable(answer));
    }

    void listsABoardsIssues()
    {
        const QString all =
            m_site->ask(u"jira_board_issues"_s,
                        R"({"board":"1","jql":"type = Bug","fields":["Priority"],"limit":3})");
        QVERIFY2(all.startsWith("3 of about 7 issues (key  Priority):\nWEB-4  Highest\n"_L1),
                 qPrintable(all));
        const QString cursor = all.section(u"cursor: \""_s, 1).section(u'"', 0, 0);
        const QString rest = m_site->ask(u"jira_board_issues"_s,
                                         QJsonObject{{u"board"_s, u"1"_s},
                                                     {u"jql"_s, u"type = Bug"_s},
                                                     {u"limit"_s, 10},
                                                     {u"cursor"_s, cursor}});
        QVERIFY2(rest.startsWith("4 of about 7 issues"_L1), qPrintable(rest));
        const QString wrong =
            m_site->ask(u"jira_board_issues"_s, R"({"board":"1","fields":["Priorty"]})");
        QVERIFY2(wrong.contains("has no field \"Priorty\". Did you mean \"Priority\"?"_L1),
                 qPrintable(wrong));
    }

    void findsASprintByItsState()
    {
        const QString active =
            m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"active","board":"1"})");
        QVERIFY2(active.startsWith("Sprint 2  active  WEB Sprint 2"_L1), qPrintable(active));
        QVERIFY2(active.contains("\nWEB-4  In Progress  "_L1), qPrintable(active));
        const QString next =
            m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"Next","board":"1"})");
        QVERIFY2(next.startsWith("Sprint 3  future  WEB Sprint 3\n2 issues"_L1), qPrintable(next));
        const QString closed =
            m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"web sprint 1","board":"1"})");
        QVERIFY2(closed.startsWith("Sprint 1  closed"_L1), qPrintable(closed));
    }

    void saysWhichSprintsThereAre()
    {
        QCOMPARE(m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"active"})"),
                 u"Error: Argument \"sprint\" is \"active\", which is no id: pass the argument "
                 "\"board\" too, e.g. board: \"12\"; jira_list_boards shows them."_s);
        QCOMPARE(m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"WEB Sprint 9","board":"1"})"),
                 u"Error: Argument \"sprint\" is \"WEB Sprint 9\", but board 1 (Web Store board) "
                 "has: 2 \"WEB Sprint 2\" (active), 3 \"WEB Sprint 3\" (future)."_s);
    }

    void plansASprint()
    {
        const QString created = m_site->ask(
            u"jira_create_sprint"_s,
            R"({"board":"1","name":"Autumn","goal":"Fewer bugs","start":"2026-12-01","end":"2026-12-14"})");
        QCOMPARE(created,
                 u"Created sprint 10  future  Autumn  2026-12-01 to 2026-12-14  Goal: Fewer bugs\n"
                 "On board 1 (Web Store board)"_s);
        const QString backlog = m_site->ask(u"jira_backlog"_s, R"({"board":"1"})");
        QVERIFY2(backlog.contains("\nWEB-19  To Do"_L1), qPrintable(backlog));
        QCOMPARE(m_site->ask(u"jira_move_to_sprint"_s,
                             R"({"keys":["web-19","WEB-20"],"sprint":"Autumn","board":"1"})"),
                 u"Moved to sprint 10 (Autumn): WEB-19, WEB-20"_s);
        QVERIFY(!m_site->ask(u"jira_backlog"_s, R"({"board":"1"})").contains("\nWEB-19  "_L1));
        const QString planned = m_site->ask(u"jira_sprint_issues"_s, R"({"sprint":"10"})");
        QVERIFY2(planned.contains("\nWEB-19  "_L1) && planned.contains("\nWEB-20  "_L1),
                 qPrintable(planned));
        QCOMPARE(m_site->ask(u"jira_move_to_backlog"_s, R"({"keys":["WEB-20"]})"),
                 u"Moved to the backlog: WEB-20"_s);
        QVERIFY(m_site->ask(u"jira_backlog"_s, R"({"board":"1"})").contains("\nWEB-20  "_L1));
    }

    void startsAndClosesASprint()
    {
        const QString none =
            m_site->ask(u"jira_update_sprint"_s, R"({"sprint":"3","state":"active"})");
        QCOMPARE(none,
                 u"Error: Sprint 3 (WEB Sprint 3) has no end, which it needs to be started: pass "
                 "end, e.g. \"2026-12-05\"."_s);
        const QString closed = m_site->ask(u"jira_update_sprint"_s,
                                           R"({"sprint":"active","board":"1","state":"closed"})");
        QVERIFY2(closed.startsWith("Closed sprint 2  closed  WEB Sprint 2"_L1), qPrintable(closed));
        const QString started = m_site->ask(
            u"jira_update_sprint"_s, R"({"sprint":"3","state":"active","end":"2099-12-14"})");
        QVERIFY2(started.startsWith("Started sprint 3  active  WEB Sprint 3  20"_L1),
                 qPrintable(started));
        QVERIFY2(started.endsWith(" to 2099-12-14"_L1), qPrintable(started));
        const QString again =
            m_site->ask(u"jira_update_sprint"_s, R"({"sprint":"2","state":"active"})");
        QCOMPARE(again,
                 u"Error: Sprint 2 (WEB Sprint 2) is closed and cannot be started: only a future "
                 "sprint can."_s);
        QCOMPARE(
            m_site->ask(u"jira_update_sprint"_s, R"({"sprint":"2","name":"Done with","goal":""})")
                .section(u"  "_s, 2, 2),
            u"Done with"_s);
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing to change")
            << u"jira_update_sprint"_s << R"({"sprint":"3"})"_ba
            << u"Nothing to change: pass name, goal, start, end or state."_s;
        QTest::newRow("ends before it starts")
            << u"jira_create_sprint"_s
            << R"({"board":"1","name":"x","start":"2026-12-14","end":"2026-12-01"})"_ba
            << u"Argument \"end\" is \"2026-12-01\", but must not be before the start, 2026-12-14."_s;
        QTest::newRow("closed sprint")
            << u"jira_move_to_sprint"_s << R"({"keys":["WEB-1"],"sprint":"1"})"_ba
            << u"Sprint 1 (WEB Sprint 1) is closed, so nothing can be moved into it."_s;
        QTest::newRow("no place")
            << u"jira_rank"_s << R"({"keys":["WEB-1"]})"_ba
            << u"Pass \"before\" or \"after\": the key of the issue to rank next to."_s;
        QTest::newRow("two places")
            << u"jira_rank"_s << R"({"keys":["WEB-1"],"before":"WEB-2","after":"WEB-3"})"_ba
            << u"Pass either \"before\" or \"after\", not both."_s;
        QTest::newRow("no key")
            << u"jira_rank"_s << R"({"keys":["WEB-1","nonsense"],"after":"WEB-3"})"_ba
            << u"Argument \"keys\" is \"nonsense\", but must be an issue key such as "
               "ABC-123 or the URL of an issue."_s;
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(QString, tool);
        QFETCH(QByteArray, arguments);
        QFETCH(QString, error);
        QCOMPARE(m_site->ask(tool, arguments.constData()), u"Error: "_s + error);
        const QStringList asked = m_site->requests();
        for (const QString &request : asked)
            QVERIFY2(request.startsWith("GET "_L1), qPrintable(request));
    }

    void ranksIssues()
    {
        QCOMPARE(m_site->ask(u"jira_rank"_s, R"({"keys":["WEB-20","WEB-19"],"before":"WEB-1"})"),
                 u"Ranked before WEB-1: WEB-20, WEB-19"_s);
        const QString first = m_site->ask(u"jira_board_issues"_s, R"({"board":"1","limit":3})");
        QCOMPARE(first.section(u'\n', 1, 3).split(u'\n').replaceInStrings(u" "_s, u"."_s).size(),
                 3);
        QVERIFY2(first.section(u'\n', 1, 1).startsWith("WEB-20 "_L1)
                     && first.section(u'\n', 2, 2).startsWith("WEB-19 "_L1)
                     && first.section(u'\n', 3, 3).startsWith("WEB-1 "_L1),
                 qPrintable(first));
    }

    void saysWhatAViewerMayNot()
    {
        m_site = std::make_unique<SiteTester>(u"grace"_s);
        const QString refused =
            m_site->ask(u"jira_move_to_sprint"_s, R"({"keys":["WEB-19"],"sprint":"3"})");
        QVERIFY2(refused.contains("(403): You do not have permission to schedule"_L1),
                 qPrintable(refused));
    }

    void namesTheScopesThatATokenLacks()
    {
        m_site = std::make_unique<SiteTester>();
        m_site->signIn(u"ada"_s, u"sandbox-scoped-token-ada"_s);
        const QString refused = m_site->ask(u"jira_list_boards"_s, "{}");
        QVERIFY2(refused.contains("lacks a scope for this (read:board-scope:jira-software and "
                                  "read:project:jira)"_L1),
                 qPrintable(refused));
    }

    void tellsWhichIssuesWereNotRanked()
    {
        tests::JiraFixture jira;
        jira.connect();
        jira.http.plan("PUT"_ba,
                       u"https://company.atlassian.net/rest/agile/1.0/issue/rank"_s,
                       207,
                       R"({"entries":[{"issueId":1,"issueKey":"PR-1","status":200},
                           {"issueId":2,"issueKey":"PR-2","status":503,"errors":["Try later."]}]})"_ba);
        const auto result =
            jira.call(u"jira_rank"_s,
                      {{u"keys"_s, QJsonArray{u"PR-1"_s, u"PR-2"_s}}, {u"after"_s, u"PR-9"_s}});
        QVERIFY(!result.isError);
        QCOMPARE(tests::JiraFixture::textOf(result),
                 u"Ranked after PR-9: 1 of 2 issues. Refused:\nPR-2: Try later."_s);
        QCOMPARE(jira.http.requests().last().body,
                 R"({"issues":["PR-1","PR-2"],"rankAfterIssue":"PR-9"})"_ba);
    }

    void tellsARepeatOfAnUnknownOutcomeFromAFailure()
    {
        sandbox::FaultRule rule;
        rule.kind = sandbox::FaultRule::Kind::Cut;
        rule.method = "POST"_ba;
        m_site->sandbox.faults().add(rule);
        const QString unknown =
            m_site->ask(u"jira_create_sprint"_s, R"({"board":"1","name":"Once"})");
        QVERIFY2(unknown.startsWith("Error: It is not known whether creating the sprint on "_L1)
                     && unknown.endsWith("jira_list_sprints and board: 1."_L1),
                 qPrintable(unknown));
        m_site->sandbox.faults().clear();
        const QString sprints = m_site->ask(u"jira_list_sprints"_s, R"({"board":"1"})");
        QCOMPARE(sprints.count("Once"_L1), 1);
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestAgileTools)
#include "tst_agiletools.moc"
