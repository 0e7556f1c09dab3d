// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/audit/auditworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::audit;

class TestActivityChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<AuditWorld>();
        m_log = m_world->log();
        for (int number = 1; number <= 1200; ++number)
            m_log->record(m_world->entry(m_world->anna, QString::number(number)));
        m_log->record(m_world->entry(m_world->ben, u"other"_s));
        QVERIFY(m_log->flush());
    }

    void cleanup()
    {
        m_log.reset();
        m_world.reset();
    }

    void isIntactAsItWasWritten()
    {
        const ChainReport report = verify(m_world->anna);
        QVERIFY(!report.brokenSequence);
        QCOMPARE(report.fault, QString());
        QCOMPARE(report.rows, 1200);
        QCOMPARE(verify(m_world->ben).rows, 1);
        QCOMPARE(verify(u"usr_nobody"_s).rows, 0);
    }

    void goesOnAfterARestart()
    {
        m_log = m_world->log();
        m_log->record(m_world->entry(m_world->anna, u"next"_s));
        const ChainReport report = verify(m_world->anna);
        QVERIFY(!report.brokenSequence);
        QCOMPARE(report.rows, 1201);
    }

    void namesTheFirstBrokenRow_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("broken");
        const QString change = u"UPDATE user_activity_logs SET %1 WHERE sequence = 700"_s;
        for (const auto &column : {u"occurred_at"_s,
                                   u"event"_s,
                                   u"outcome"_s,
                                   u"key_id"_s,
                                   u"key_prefix"_s,
                                   u"client_name"_s,
                                   u"tool"_s,
                                   u"connection_id"_s,
                                   u"connection_name"_s,
                                   u"detail"_s,
                                   u"target"_s,
                                   u"arguments"_s,
                                   u"hash"_s})
            QTest::addRow("%s", qUtf8Printable(column))
                << change.arg(column + u" = '2020-01-01T00:00:00.000Z'"_s) << qint64(700);
        QTest::newRow("duration") << change.arg(u"duration_ms = 1"_s) << qint64(700);
        QTest::newRow("bytes") << change.arg(u"result_bytes = 1"_s) << qint64(700);
        QTest::newRow("moved between fields")
            << change.arg(u"key_id = key_id || key_prefix, key_prefix = ''"_s) << qint64(700);
        QTest::newRow("removed in the middle")
            << u"DELETE FROM user_activity_logs WHERE sequence = 3"_s << qint64(3);
        QTest::newRow("removed at the beginning")
            << u"DELETE FROM user_activity_logs WHERE sequence < 600"_s << qint64(1);
        QTest::newRow("removed at the end")
            << u"DELETE FROM user_activity_logs WHERE sequence > 1199"_s << qint64(1200);
        QTest::newRow("all removed") << u"DELETE FROM user_activity_logs"_s << qint64(1);
        const QString added =
            u"INSERT INTO user_activity_logs SELECT user_id, %1, occurred_at, event, outcome, "
            "key_id, key_prefix, client_name, tool, connection_id, connection_name, detail, "
            "duration_ms, result_bytes, hash, target, arguments, undo_call FROM user_activity_logs WHERE sequence = 900"_s;
        QTest::newRow("added at the end") << added.arg(1201) << qint64(1201);
        QTest::newRow("added in front") << added.arg(0) << qint64(0);
    }

    void namesTheFirstBrokenRow()
    {
        QFETCH(const QString, sql);
        const auto done = m_world->database->execute(sql);
        QVERIFY2(done, done ? "" : qUtf8Printable(done.error().message));
        const ChainReport report = verify(m_world->anna);
        QVERIFY(report.brokenSequence);
        QTEST(*report.brokenSequence, "broken");
        QVERIFY(report.fault.contains(QString::number(*report.brokenSequence)));
    }

    void keepsAMissingRowMissingWhenOldOnesGo()
    {
        m_log.reset();
        QVERIFY(m_world->database->execute(u"DELETE FROM user_activity_logs WHERE sequence = 2"_s));
        m_log = m_world->log({.days = 90, .entries = 100});
        QTRY_COMPARE(m_world->tools(m_world->anna, {.tool = u"1"_s}).contains(u"1"_s), false);
        const ChainReport report = verify(m_world->anna);
        QCOMPARE(report.brokenSequence.value_or(0), 2);
    }

private:
    ChainReport verify(const QString &user) { return QCoro::waitFor(m_log->verify(user)).value(); }

    std::unique_ptr<AuditWorld> m_world;
    std::unique_ptr<ActivityLog> m_log;
};

QTEST_GUILESS_MAIN(TestActivityChain)
#include "tst_activitychain.moc"
