// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/audit/auditworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::audit;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(fairlead::audit::ActivityFilter)

class TestActivityReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_start = m_world.clock.now();
        const auto log = m_world.log();
        const auto add = [&](const QString &tool, const auto &change) {
            ActivityEntry entry = m_world.entry(m_world.anna, tool);
            change(entry);
            log->record(entry);
            m_world.clock.advance(1min);
        };
        add(u"jira_search"_s, [](ActivityEntry &) {});
        add(u"jira_get_issue"_s, [](ActivityEntry &entry) {
            entry.outcome = u"network"_s;
            entry.target = u"ABC-12"_s;
        });
        add(u"notion_search"_s, [](ActivityEntry &entry) {
            entry.clientName = u"Häuser 100%"_s;
            entry.connectionId = u"con_2"_s;
            entry.connectionName = u"Tidewater"_s;
        });
        add(u"jira_delete"_s, [](ActivityEntry &entry) {
            entry.event = event::toolRefused;
            entry.target = u"ABC-1 ABC-12"_s;
            entry.outcome = outcome::refused;
        });
        add(u"jira_slow"_s, [](ActivityEntry &entry) { entry.outcome = outcome::cancelled; });
        log->record(m_world.entry(m_world.ben, u"jira_search"_s));
    }

    void findsWhatFits_data()
    {
        QTest::addColumn<ActivityFilter>("filter");
        QTest::addColumn<QStringList>("tools");
        const QStringList all{u"jira_slow"_s,
                              u"jira_delete"_s,
                              u"notion_search"_s,
                              u"jira_get_issue"_s,
                              u"jira_search"_s};
        QTest::newRow("all") << ActivityFilter() << all;
        QTest::newRow("client") << ActivityFilter{.client = u"häuser"_s} << all.mid(2, 1);
        QTest::newRow("tool") << ActivityFilter{.tool = u"SEARCH"_s}
                              << QStringList{all.at(2), all.at(4)};
        QTest::newRow("target") << ActivityFilter{.target = u"abc-12"_s}
                                << QStringList{all.at(1), all.at(3)};
        QTest::newRow("target, whole") << ActivityFilter{.target = u"ABC-1"_s} << all.mid(1, 1);
        QTest::newRow("target, no pattern")
            << ActivityFilter{.target = u"ABC-1_"_s} << QStringList();
        QTest::newRow("connection by id")
            << ActivityFilter{.connection = u"con_2"_s} << all.mid(2, 1);
        QTest::newRow("connection by name")
            << ActivityFilter{.connection = u"tidewater"_s} << all.mid(2, 1);
        QTest::newRow("no part of a connection")
            << ActivityFilter{.connection = u"tide"_s} << QStringList();
        QTest::newRow("good") << ActivityFilter{.outcome = OutcomeKind::Good}
                              << QStringList{all.at(2), all.at(4)};
        QTest::newRow("refused") << ActivityFilter{.outcome = OutcomeKind::Refused}
                                 << all.mid(1, 1);
        QTest::newRow("cancelled")
            << ActivityFilter{.outcome = OutcomeKind::Cancelled} << all.mid(0, 1);
        QTest::newRow("failed") << ActivityFilter{.outcome = OutcomeKind::Failed} << all.mid(3, 1);
        const QDateTime start = m_start;
        QTest::newRow("from") << ActivityFilter{.from = start.addSecs(120)} << all.mid(0, 3);
        QTest::newRow("to") << ActivityFilter{.to = start.addSecs(120)} << all.mid(3);
        QTest::newRow("text") << ActivityFilter{.text = u"tide"_s} << all.mid(2, 1);
        QTest::newRow("event") << ActivityFilter{.text = u"tool_refused"_s} << all.mid(1, 1);
        QTest::newRow("signs of SQL") << ActivityFilter{.text = u"100%"_s} << all.mid(2, 1);
        QTest::newRow("any sign") << ActivityFilter{.tool = u"jira%"_s} << QStringList();
        QTest::newRow("one sign") << ActivityFilter{.tool = u"jira.slow"_s} << QStringList();
        QTest::newRow("quote") << ActivityFilter{.text = u"' OR '1'='1"_s} << QStringList();
        QTest::newRow("both") << ActivityFilter{.tool = u"jira"_s, .outcome = OutcomeKind::Good}
                              << all.mid(4);
    }

    void tellsWhatClientsTriedFromTheRest()
    {
        const AuditWorld world;
        const auto log = world.log();
        for (const auto &[tool, event] : {std::pair{u"made"_s, event::keyCreated},
                                          std::pair{u"refused"_s, event::authFailed},
                                          std::pair{u"called"_s, event::toolCalled}}) {
            ActivityEntry entry = world.entry(world.anna, tool);
            entry.event = event;
            log->record(entry);
        }
        const QStringList tried{u"called"_s, u"refused"_s};
        QVERIFY(log->flush());
        QCOMPARE(world.tools(world.anna, {.isAttempt = true}), tried);
    }

    void findsWhatFits()
    {
        QFETCH(const ActivityFilter, filter);
        QTEST(m_world.tools(m_world.anna, filter), "tools");
        QFETCH(const QStringList, tools);
        QCOMPARE(ActivityReader(*m_world.database).count(m_world.anna, filter).value(),
                 tools.size());
    }

    void turnsThePages()
    {
        const ActivityReader reader(*m_world.database);
        ActivityPage page{.before = 0, .limit = 2};
        QList<qint64> sequences;
        for (int pages = 0; pages < 4; ++pages) {
            const auto entries = reader.list(m_world.anna, {}, page).value();
            for (const ActivityEntry &entry : entries)
                sequences.append(entry.sequence);
            page.before = sequences.last();
        }
        QCOMPARE(sequences, QList<qint64>({5, 4, 3, 2, 1}));
    }

    void tellsWhatCameAfter()
    {
        const auto entries = ActivityReader(*m_world.database)
                                 .list(m_world.anna, {}, {.before = 0, .after = 3, .limit = 10})
                                 .value();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first().sequence, 5);
    }

    void showsEachUserTheirOwn()
    {
        QCOMPARE(m_world.tools(m_world.ben), QStringList(u"jira_search"_s));
        QCOMPARE(m_world.tools({}), QStringList());
        QCOMPARE(ActivityReader(*m_world.database).count(m_world.ben, {}).value(), 1);
    }

    void countsCallsByTheMinute()
    {
        const auto counts =
            ActivityReader(*m_world.database).callsPerMinute(m_world.anna, m_world.clock.now(), 4);
        QCOMPARE(counts.value(), QList<int>({1, 1, 1, 0}));
    }

private:
    AuditWorld m_world;
    QDateTime m_start;
};

QTEST_GUILESS_MAIN(TestActivityReader)
#include "tst_activityreader.moc"
