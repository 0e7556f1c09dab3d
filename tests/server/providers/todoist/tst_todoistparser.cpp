// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistlookup.h"
#include "server/providers/todoist/todoistparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::todoist;

class TestTodoistParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATask()
    {
        const auto task = parser::task(R"({"id":"6X7r","content":"Buy\n milk","project_id":"6P",
            "description":"a\nb","priority":4,"labels":["shop",7],"checked":false,"parent_id":null,
            "due":{"date":"2026-11-21T09:30:00","string":"every day","is_recurring":true},
            "deadline":{"date":"2026-12-01","lang":"en"}})");
        QVERIFY2(task, task ? "" : qPrintable(task.error().message));
        QCOMPARE(task->content, u"Buy  milk"_s);
        QCOMPARE(task->description, u"a\nb"_s);
        QCOMPARE(task->urgency, 1);
        QCOMPARE(task->labels, QStringList{u"shop"_s});
        QVERIFY(task->isRecurring);
        const text::ProjectNames names{{u"6P"_s, u"Home"_s}};
        QCOMPARE(text::taskLine(*task, names),
                 u"Buy  milk  id 6X7r  p1  due 2026-11-21 09:30 (every day)  deadline 2026-12-01  "
                 "@shop  #Home"_s);
    }

    void cleansWhatComesFromOutside()
    {
        const auto page = parser::tasks(
            "{\"results\":[{\"id\":\"1\",\"content\":\"a\u202eb\"}],\"next_cursor\":\"c\"}");
        QVERIFY(page);
        QCOMPARE(page->tasks.first().content, u"ab"_s);
        QCOMPARE(text::taskList(*page, {}), u"1 task\nab  id 1\nMore: cursor \"c\""_s);
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html></html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no results") << QByteArray("{}");
        QTest::newRow("a task without an id") << QByteArray(R"({"results":[{"content":"x"}]})");
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        const auto page = parser::tasks(body);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::InvalidData);
    }

    void findsTheIdOfATask_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("id");
        QTest::newRow("id") << u" 6X7rM8997g3RQmvh "_s << u"6X7rM8997g3RQmvh"_s;
        QTest::newRow("URL") << u"https://app.todoist.com/app/task/buy-milk-6X7rM8997g3RQmvh"_s
                             << u"6X7rM8997g3RQmvh"_s;
        QTest::newRow("short URL")
            << u"https://app.todoist.com/app/task/6X7rM8997g3RQmvh/"_s << u"6X7rM8997g3RQmvh"_s;
        QTest::newRow("words") << u"Buy milk"_s << QString();
        QTest::newRow("path") << u"../user"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void findsTheIdOfATask()
    {
        QFETCH(QString, given);
        const auto id = taskId(given);
        QTEST(id.value_or(QString()), "id");
        if (!id)
            QVERIFY(id.error().message.startsWith("Argument \"task\""_L1));
    }
};

QTEST_GUILESS_MAIN(TestTodoistParser)
#include "tst_todoistparser.moc"
