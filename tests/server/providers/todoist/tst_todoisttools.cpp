// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistprovider.h"
#include "tests/server/providers/restfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

const QString api = u"https://api.todoist.com/api/v1/"_s;

QByteArray projects()
{
    return R"({"results":[{"id":"6P","name":"Home"},{"id":"6Q","name":"Work"},{"id":"6R","name":"work"}],"next_cursor":null})";
}

QByteArray task()
{
    return R"({"id":"6X","content":"Buy milk","project_id":"6P","priority":1,"labels":[]})";
}

} // namespace

/** What the tools send, and what they refuse before anything is sent. */
class TestTodoistTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<fakes::FakeHttpClient>();
        m_todoist = std::make_unique<tests::RestFixture>(
            *m_http, [](auto &http, auto &connections, auto &credentials) {
                return std::make_unique<providers::todoist::TodoistProvider>(
                    http, connections, credentials);
            });
        connectAs("mia@example.com");
    }

    void cleanup()
    {
        QCOMPARE(m_http->unused(), QStringList());
        m_todoist.reset();
    }

    void sendsTheTokenAndTheQueryWhole()
    {
        m_http->plan("GET",
                     api + u"tasks/filter?query=%23Work%20%26%20search%3A%20a%2Bb&limit=50"_s,
                     200,
                     R"({"results":[],"next_cursor":null})");
        QCOMPARE(
            m_todoist->textOf(u"todoist_list_tasks"_s, {{u"filter"_s, u"#Work & search: a+b"_s}}),
            u"No open task fits."_s);
        const auto headers = m_http->requests().last().headers;
        QVERIFY(headers.contains(net::Header{"Authorization", "Bearer secret"}));
    }

    void sendsFieldsByTheApisNames()
    {
        m_http->plan("POST", api + u"tasks"_s, 200, task());
        m_http->plan("GET", api + u"projects?limit=200"_s, 200, projects());
        const QString text = m_todoist->textOf(u"todoist_add_task"_s,
                                               {{u"content"_s, u"Buy milk"_s},
                                                {u"priority"_s, u"p1"_s},
                                                {u"due"_s, u"tomorrow"_s},
                                                {u"deadline"_s, u"2026-12-01"_s},
                                                {u"labels"_s, QJsonArray{u"shop"_s}}});
        QCOMPARE(text, u"Added: Buy milk  id 6X  #Home\nhttps://app.todoist.com/app/task/6X"_s);
        const auto body =
            QJsonDocument::fromJson(m_http->requests().at(m_http->requests().size() - 2).body);
        QCOMPARE(body.object(),
                 (QJsonObject{{u"content"_s, u"Buy milk"_s},
                              {u"priority"_s, 4},
                              {u"due_string"_s, u"tomorrow"_s},
                              {u"due_lang"_s, u"en"_s},
                              {u"deadline_date"_s, u"2026-12-01"_s},
                              {u"labels"_s, QJsonArray{u"shop"_s}}}));
    }

    void refusesBeforeSending_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("part");
        QTest::newRow("two ways to choose")
            << u"todoist_list_tasks"_s
            << QJsonObject{{u"filter"_s, u"today"_s}, {u"project"_s, u"Work"_s}}
            << u"Pass only one of"_s;
        QTest::newRow("nothing to add")
            << u"todoist_add_task"_s << QJsonObject() << u"Pass either \"text\""_s;
        QTest::newRow("text and a field")
            << u"todoist_add_task"_s
            << QJsonObject{{u"text"_s, u"Buy milk"_s}, {u"due"_s, u"today"_s}}
            << u"Argument \"due\": goes only with \"content\""_s;
        QTest::newRow("no date") << u"todoist_update_task"_s
                                 << QJsonObject{{u"task"_s, u"6X"_s},
                                                {u"deadline"_s, u"2026-02-30"_s}}
                                 << u"\"2026-02-30\" is not a date. Write it as 2026-12-31."_s;
        QTest::newRow("nothing to change")
            << u"todoist_update_task"_s << QJsonObject{{u"task"_s, u"6X"_s}}
            << u"Nothing to change"_s;
        QTest::newRow("no task") << u"todoist_complete_task"_s
                                 << QJsonObject{{u"task"_s, u"Buy milk"_s}}
                                 << u"\"Buy milk\" is neither the id of a task"_s;
        QTest::newRow("no task to delete")
            << u"todoist_delete_task"_s << QJsonObject{{u"task"_s, u"6X/../6Y"_s}}
            << u"is neither the id of a task"_s;
        QTest::newRow("unknown priority")
            << u"todoist_add_task"_s
            << QJsonObject{{u"content"_s, u"x"_s}, {u"priority"_s, u"p5"_s}} << u"priority"_s;
        QTest::newRow("unknown connection")
            << u"todoist_list_projects"_s << QJsonObject{{u"connection"_s, u"other"_s}}
            << u"\"other\" is not a connected Todoist account"_s;
    }
    void refusesBeforeSending()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, part);
        const qsizetype before = m_http->requests().size();
        const QString text = m_todoist->textOf(tool, arguments);
        QVERIFY2(text.startsWith("ERROR"_L1) && text.contains(part), qPrintable(text));
        QCOMPARE(m_http->requests().size(), before);
    }

    void saysWhichProjectsThereAre()
    {
        m_http->plan("GET", api + u"projects?limit=200"_s, 200, projects());
        QVERIFY(m_todoist->textOf(u"todoist_list_tasks"_s, {{u"project"_s, u"Wrok"_s}})
                    .endsWith("no project is called \"Wrok\". There are: \"Home\", \"Work\", "
                              "\"work\"."_L1));
        m_http->plan("GET", api + u"projects?limit=200"_s, 200, projects());
        QVERIFY(m_todoist->textOf(u"todoist_list_tasks"_s, {{u"project"_s, u"WORK"_s}})
                    .endsWith("Pass the id of one of them: 6Q, 6R."_L1));
    }

    void tellsThatTheTaskWasChangedButNotMoved()
    {
        m_http->plan("GET", api + u"projects?limit=200"_s, 200, projects());
        m_http->plan("POST", api + u"tasks/6X"_s, 200, task());
        m_http->plan("POST", api + u"tasks/6X/move"_s, 403, R"({"error":"Forbidden"})");
        const QString text = m_todoist->textOf(
            u"todoist_update_task"_s,
            {{u"task"_s, u"6X"_s}, {u"content"_s, u"Buy oat milk"_s}, {u"project"_s, u"Home"_s}});
        QVERIFY2(text.startsWith(
                     "ERROR The fields were changed, but the task was not moved: The account"_L1),
                 qPrintable(text));
    }

    void asksWhichOfSeveralAccounts()
    {
        connectAs("anna@example.com");
        const QString text = m_todoist->textOf(u"todoist_list_projects"_s);
        QVERIFY2(text.contains("Todoist (mia@example.com), Todoist (anna@example.com)"_L1),
                 qPrintable(text));
        m_http->plan("GET", api + u"projects?limit=100"_s, 200, projects());
        QVERIFY(m_todoist
                    ->textOf(u"todoist_list_projects"_s, {{u"connection"_s, u"anna@example.com"_s}})
                    .startsWith("3 projects\nHome  id 6P"_L1));
    }

    void notesThatTheTokenIsRefused()
    {
        const auto before = m_todoist->connections().first();
        m_http->plan("GET", api + u"projects?limit=100"_s, 401, R"({"error":"Unauthorized"})");
        QVERIFY(m_todoist->textOf(u"todoist_list_projects"_s)
                    .endsWith("Open Fairlead and click Reconnect on Todoist."_L1));
        QCOMPARE(m_todoist->current(before.id).state, connections::ConnectionState::NeedsSignIn);
        // A wrong argument says nothing about the connection.
        QVERIFY(m_todoist->call(u"todoist_add_task"_s).isError);
        QCOMPARE(m_todoist->current(before.id).state, connections::ConnectionState::NeedsSignIn);
    }

private:
    void connectAs(const QByteArray &email)
    {
        m_http->plan("GET",
                     api + u"user"_s,
                     200,
                     R"({"id":"1","full_name":"Mia","email":")" + email + R"("})");
        m_http->plan("GET", api + u"projects?limit=200"_s, 200, projects());
        const auto report = m_todoist->signIn("secret");
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    std::unique_ptr<fakes::FakeHttpClient> m_http;
    std::unique_ptr<tests::RestFixture> m_todoist;
};

QTEST_GUILESS_MAIN(TestTodoistTools)
#include "tst_todoisttools.moc"
