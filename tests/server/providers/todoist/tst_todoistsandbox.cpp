// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistprovider.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/restfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using sandbox::FaultRule;

/** The provider over the real HTTP client against the sandbox, which refuses what Todoist refuses.
 */
class TestTodoistSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Sandbox::Options options;
        options.now = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(tests::quickRetries());
        m_todoist = std::make_unique<tests::RestFixture>(
            *m_http, [this](auto &http, auto &connections, auto &credentials) {
                return std::make_unique<providers::todoist::TodoistProvider>(
                    http, connections, credentials, QUrl(m_sandbox->todoistUrl()));
            });
        const auto report = m_todoist->signIn("todoist-sandbox-token-ada");
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    void cleanup()
    {
        m_todoist.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsWithAToken()
    {
        const auto again = m_todoist->signIn(" todoist-sandbox-token-ada\n");
        QVERIFY(again);
        QCOMPARE(again->connection.name, u"Todoist"_s);
        QCOMPARE(again->connection.account, u"ada@northwind.example"_s);
        QCOMPARE(again->connection.accountName, u"Ada Byron"_s);
        QCOMPARE(again->projectCount, 4);
        QCOMPARE(again->projects.first(), u"Inbox"_s);
        QCOMPARE(m_todoist->connections().size(), 1);
        QVERIFY(m_todoist->test(again->connection));
    }

    void refusesWhatIsNoToken_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("message");
        QTest::newRow("wrong") << QByteArray("nonsense") << QString()
                               << u"Todoist refused the token (401). Copy it again, or make a new "
                                  "one. In Todoist it is under Settings → Integrations → "
                                  "Developer."_s;
        QTest::newRow("none") << QByteArray(" ") << QString()
                              << u"Enter a token of Todoist. In Todoist it is under Settings → "
                                 "Integrations → Developer."_s;
        QTest::newRow("two words")
            << QByteArray("my token") << QString()
            << u"What was entered is not a token of Todoist: it has spaces or characters that no "
               "token has. Copy it again."_s;
        QTest::newRow("an address")
            << QByteArray("todoist-sandbox-token-ada") << u"https://example.com"_s
            << u"Todoist needs no address: its token says where it belongs."_s;
    }
    void refusesWhatIsNoToken()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, address);
        const auto report = m_todoist->signIn(token, address);
        QVERIFY(!report);
        QTEST(report.error().message, "message");
        QCOMPARE(m_todoist->connections().size(), 1);
    }

    void listsProjectsInPages()
    {
        const QString first = m_todoist->textOf(u"todoist_list_projects"_s, {{u"limit"_s, 3}});
        QCOMPARE(first,
                 u"3 projects\nInbox  id 6Jf8VQXxpwv56VQ7  the inbox\nHome  id "
                 "6X7fphhgwcXVGccJ  favorite\nWork  id 6X7rfFVPjhvv84XG  shared\nMore: cursor "
                 "\"at3\""_s);
        QCOMPARE(m_todoist->textOf(u"todoist_list_projects"_s,
                                   {{u"limit"_s, 3}, {u"cursor"_s, u"at3"_s}}),
                 u"1 project\nRelease 2.0  id 6X7rfEVP8hvv25ZQ  below 6X7rfFVPjhvv84XG"_s);
        QVERIFY(m_todoist->textOf(u"todoist_list_projects"_s, {{u"cursor"_s, u"nonsense"_s}})
                    .startsWith("ERROR Todoist refused the request: Invalid argument value"_L1));
    }

    void listsTasks_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("text");
        const QString milk = u"Buy milk  id 6X7rM8997g3RQmvh  p1  due 2026-11-21  @shop  #Home"_s;
        QTest::newRow("today") << QJsonObject{{u"filter"_s, u"today"_s}} << u"1 task\n"_s + milk;
        QTest::newRow("label and project")
            << QJsonObject{{u"filter"_s, u"#Home & @shop"_s}} << u"1 task\n"_s + milk;
        QTest::newRow("none") << QJsonObject{{u"filter"_s, u"overdue"_s}}
                              << u"No open task fits."_s;
        QTest::newRow("wrong filter")
            << QJsonObject{{u"filter"_s, u"((("_s}}
            << u"ERROR Todoist refused the request: The search query is incorrect."_s;
        QTest::newRow("project")
            << QJsonObject{{u"project"_s, u"release 2.0"_s}}
            << u"2 tasks\nWrite the release notes  id 6X7gfQHG59V8CJJV  p2  deadline 2026-12-15  "
               "@writing @public\n  Say what is **new** and what people have to do. Ask Grace for "
               "the screenshots.\nAsk Grace for the screenshots  id 6X7gfV9G7rWm5hW8  subtask of "
               "6X7gfQHG59V8CJJV"_s;
        QTest::newRow("one whole")
            << QJsonObject{{u"task"_s, u"https://app.todoist.com/app/task/x-6X7gfQHG59V8CJJV"_s}}
            << u"Write the release notes  id 6X7gfQHG59V8CJJV  p2  deadline 2026-12-15  @writing "
               "@public  #Release 2.0\nhttps://app.todoist.com/app/task/6X7gfQHG59V8CJJV\n\nSay "
               "what is **new** and what people have to do.\nAsk Grace for the screenshots."_s;
        QTest::newRow("no such task")
            << QJsonObject{{u"task"_s, u"6Xnowhere"_s}}
            << u"ERROR Task 6Xnowhere does not exist in Todoist or you may not see it."_s;
    }
    void listsTasks()
    {
        QFETCH(QJsonObject, arguments);
        QTEST(m_todoist->textOf(u"todoist_list_tasks"_s, arguments), "text");
    }

    void addsTasksInBothWays()
    {
        QCOMPARE(m_todoist->textOf(u"todoist_add_task"_s,
                                   {{u"text"_s, u"Buy bread tomorrow p2 #Home @shop"_s}}),
                 u"Added: Buy bread  id 6XMade000001  p2  due 2026-11-22  @shop  "
                 "#Home\nhttps://app.todoist.com/app/task/6XMade000001"_s);
        QCOMPARE(m_todoist->textOf(u"todoist_add_task"_s,
                                   {{u"content"_s, u"Draft"_s},
                                    {u"project"_s, u"Release 2.0"_s},
                                    {u"due"_s, u"every monday"_s}}),
                 u"Added: Draft  id 6XMade000002  due 2026-11-28 (every monday)  #Release "
                 "2.0\nhttps://app.todoist.com/app/task/6XMade000002"_s);
        QVERIFY(m_todoist
                    ->textOf(u"todoist_add_task"_s,
                             {{u"content"_s, u"Below"_s}, {u"parent"_s, u"6X7gfQHG59V8CJJV"_s}})
                    .contains("subtask of 6X7gfQHG59V8CJJV"_L1));
        QCOMPARE(m_todoist->textOf(u"todoist_add_task"_s,
                                   {{u"content"_s, u"Never"_s}, {u"due"_s, u"some day"_s}}),
                 u"ERROR Todoist refused the request: Date is invalid."_s);
    }

    void changesAndMovesATask()
    {
        const QString text = m_todoist->textOf(u"todoist_update_task"_s,
                                               {{u"task"_s, u"6X7rM8997g3RQmvh"_s},
                                                {u"content"_s, u"Buy oat milk"_s},
                                                {u"priority"_s, u"p4"_s},
                                                {u"due"_s, QString()},
                                                {u"project"_s, u"Inbox"_s}});
        QCOMPARE(text,
                 u"Changed: Buy oat milk  id 6X7rM8997g3RQmvh  @shop  "
                 "#Inbox\nhttps://app.todoist.com/app/task/6X7rM8997g3RQmvh"_s);
        QVERIFY(m_todoist
                    ->textOf(u"todoist_update_task"_s,
                             {{u"task"_s, u"6Xnowhere"_s}, {u"content"_s, u"x"_s}})
                    .startsWith("ERROR Task 6Xnowhere does not exist"_L1));
    }

    void completesAndReopens()
    {
        const QJsonObject notes{{u"task"_s, u"6X7gfQHG59V8CJJV"_s}};
        QCOMPARE(m_todoist->textOf(u"todoist_complete_task"_s, notes),
                 u"Completed \"Write the release notes\" (6X7gfQHG59V8CJJV)."_s);
        QVERIFY((*m_sandbox->todoist().state().task(u"6X7gfV9G7rWm5hW8"_s))["checked"_L1].toBool());
        QJsonObject again = notes;
        again.insert(u"reopen"_s, true);
        QCOMPARE(m_todoist->textOf(u"todoist_complete_task"_s, again),
                 u"Reopened task 6X7gfQHG59V8CJJV."_s);
        QVERIFY(
            !(*m_sandbox->todoist().state().task(u"6X7gfQHG59V8CJJV"_s))["checked"_L1].toBool());
        QCOMPARE(
            m_todoist->textOf(u"todoist_complete_task"_s, {{u"task"_s, u"6X7rf9x6pv2FGghW"_s}}),
            u"Completed \"Water the plants\" (6X7rf9x6pv2FGghW). It repeats (every monday) "
            "and stays open for the next time."_s);
    }

    void deletesWithSubtasks()
    {
        const QJsonObject notes{{u"task"_s, u"6X7gfQHG59V8CJJV"_s}};
        QCOMPARE(m_todoist->textOf(u"todoist_delete_task"_s, notes),
                 u"Deleted \"Write the release notes\" (6X7gfQHG59V8CJJV) and its subtasks."_s);
        QVERIFY(!m_sandbox->todoist().state().task(u"6X7gfV9G7rWm5hW8"_s));
        QVERIFY(m_todoist->textOf(u"todoist_delete_task"_s, notes)
                    .startsWith("ERROR Task 6X7gfQHG59V8CJJV does not exist"_L1));
    }

    void survivesFaults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<QString>("start");
        QTest::newRow("busy twice") << 503 << 2 << -1 << u"4 projects"_s;
        QTest::newRow("limited for a moment") << 429 << 1 << 0 << u"4 projects"_s;
        QTest::newRow("limited for long")
            << 429 << -1 << 900 << u"ERROR Todoist limits its calls (429). Try again in 900"_s;
        QTest::newRow("down") << 500 << -1 << -1 << u"ERROR Todoist has a problem of its own"_s;
    }
    void survivesFaults()
    {
        QFETCH(int, status);
        QFETCH(int, count);
        QFETCH(int, retryAfter);
        QFETCH(QString, start);
        FaultRule rule;
        rule.status = status;
        rule.count = count;
        rule.retryAfter = retryAfter;
        rule.path = u"/api/v1/projects"_s;
        m_sandbox->faults().add(rule);
        const QString text = m_todoist->textOf(u"todoist_list_projects"_s);
        QVERIFY2(text.startsWith(start), qPrintable(text));
    }

    void addsOnceWhenTheAnswerIsCut()
    {
        FaultRule rule;
        rule.kind = FaultRule::Kind::Cut;
        rule.method = "POST"_ba;
        rule.path = u"/api/v1/tasks"_s;
        m_sandbox->faults().add(rule);
        const QString text =
            m_todoist->textOf(u"todoist_add_task"_s, {{u"content"_s, u"Made once"_s}});
        QVERIFY2(text.startsWith("ERROR It is not known whether adding the task"_L1)
                     && text.endsWith("filter: \"search: Made once\"."_L1),
                 qPrintable(text));
        m_sandbox->faults().clear();
        QVERIFY(m_todoist->textOf(u"todoist_list_tasks"_s, {{u"filter"_s, u"search: made once"_s}})
                    .startsWith("1 task\n"_L1));
    }

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<tests::RestFixture> m_todoist;
};

QTEST_GUILESS_MAIN(TestTodoistSandbox)
#include "tst_todoistsandbox.moc"
