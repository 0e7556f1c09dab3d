// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/faketools.h"
#include "tests/server/audit/auditworld.h"

#include <QCoroTask>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::audit;
using namespace std::chrono_literals;

class TestActivityLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<AuditWorld>(); }

    void writesByItselfManyAtATime()
    {
        const auto log = m_world->log();
        QSignalSpy stored(log.get(), &ActivityLog::stored);
        for (int number = 0; number < 50; ++number)
            log->record(m_world->entry(m_world->anna, QString::number(number)));
        QVERIFY(m_world->tools(m_world->anna).isEmpty());
        QTRY_COMPARE(stored.count(), 1);
        const QStringList tools = m_world->tools(m_world->anna);
        QCOMPARE(tools.size(), 50);
        QCOMPARE(tools.first(), u"49"_s);
    }

    void keepsEveryField()
    {
        const auto log = m_world->log();
        ActivityEntry entry = m_world->entry(m_world->anna, u"jira_search"_s);
        entry.detail = u"Why."_s;
        log->record(entry);
        QVERIFY(log->flush());
        entry.sequence = 1;
        const auto entries = log->reader().list(m_world->anna, {}, {}).value();
        QCOMPARE(entries.size(), 1);
        QVERIFY(entries.first() == entry);
    }

    void writesWhatWaitsAtTheEnd()
    {
        m_world->log()->record(m_world->entry(m_world->anna, u"last"_s));
        QCOMPARE(m_world->tools(m_world->anna), QStringList(u"last"_s));
    }

    void writesWithoutHoldingUpTheEventLoop()
    {
        const auto log = m_world->log();
        // Whoever writes now has to wait for this transaction.
        QList<int> seen;
        const auto held = m_world->database->transaction([&]() -> Result<> {
            log->record(m_world->entry(m_world->anna, u"t"_s));
            QTimer::singleShot(0, this, [&seen] { seen.append(1); });
            auto settled = log->settle();
            QTest::qWait(1);
            seen.append(settled.isReady() ? 3 : 2);
            return {};
        });
        QVERIFY(held);
        QCOMPARE(seen, QList<int>({1, 2}));
        QTRY_COMPARE(m_world->tools(m_world->anna), QStringList(u"t"_s));
    }

    void settlesOnlyOnceAllIsWritten()
    {
        const auto log = m_world->log();
        for (int number = 0; number < 1200; ++number)
            log->record(m_world->entry(m_world->anna, QString::number(number)));
        QVERIFY(QCoro::waitFor(log->settle()));
        const auto entries =
            log->reader().list(m_world->anna, {}, {.before = 0, .after = 0, .limit = 2000}).value();
        QCOMPARE(entries.size(), 1200);
        for (int number = 0; number < 1200; ++number) {
            QCOMPARE(entries.at(1199 - number).tool, QString::number(number));
            QCOMPARE(entries.at(1199 - number).sequence, number + 1);
        }
        QVERIFY(QCoro::waitFor(log->settle()));
    }

    void keepsTheOrderWhereSomeWaitForTheDisk()
    {
        const auto log = m_world->log();
        QVERIFY(m_world->database->execute(u"ALTER TABLE user_activity_logs RENAME TO away"_s));
        for (int number = 0; number < 600; ++number)
            log->record(m_world->entry(m_world->anna, QString::number(number)));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be written"_s));
        QVERIFY(!QCoro::waitFor(log->settle()));
        QVERIFY(!log->problem().isEmpty());
        log->record(m_world->entry(m_world->anna, u"600"_s));
        QVERIFY(m_world->database->execute(u"ALTER TABLE away RENAME TO user_activity_logs"_s));
        QVERIFY(QCoro::waitFor(log->settle()));
        QVERIFY(log->problem().isEmpty());
        const QStringList tools = m_world->tools(m_world->anna);
        QCOMPARE(tools.size(), 601);
        for (int number = 0; number <= 600; ++number)
            QCOMPARE(tools.at(600 - number), QString::number(number));
    }

    void takesWhatComesWhileItWrites()
    {
        const auto log = m_world->log();
        int number = 0;
        connect(log.get(), &ActivityLog::stored, this, [&] {
            if (number < 3)
                log->record(m_world->entry(m_world->anna, QString::number(++number)));
        });
        log->record(m_world->entry(m_world->anna, u"0"_s));
        QTRY_COMPARE(m_world->tools(m_world->anna), QStringList({u"3"_s, u"2"_s, u"1"_s, u"0"_s}));
    }

    void numbersTheEntriesOfEachUserByThemselves()
    {
        const auto log = m_world->log();
        for (const auto &user : {m_world->anna, m_world->ben, m_world->anna})
            log->record(m_world->entry(user, u"t"_s));
        QVERIFY(log->flush());
        QCOMPARE(log->reader().list(m_world->anna, {}, {}).value().first().sequence, 2);
        QCOMPARE(log->reader().list(m_world->ben, {}, {}).value().first().sequence, 1);
    }

    void entersTheCallsItFollows_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("answered") << u"echo"_s << u"tool_called"_s << u"ok"_s;
        QTest::newRow("failed") << u"fail"_s << u"tool_called"_s << u"network"_s;
        QTest::newRow("unknown") << u"no_such"_s << u"tool_called"_s << u"not_found"_s;
    }

    void entersTheCallsItFollows()
    {
        QFETCH(const QString, tool);
        fakes::FakeTools tools;
        tools::CallLog calls(tools, m_world->clock);
        const auto log = m_world->log();
        log->follow(calls);
        tools::ToolCall call;
        call.tool = tool;
        call.caller.userId = m_world->anna;
        call.caller.clientName = u"Cursor"_s;
        (void)QCoro::waitFor(calls.invoke(call));
        QVERIFY(log->flush());
        const auto entries = log->reader().list(m_world->anna, {}, {}).value();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().tool, tool);
        QTEST(entries.first().event, "event");
        QTEST(entries.first().outcome, "outcome");
    }

    void namesAClientWithAWrongKeyOnce()
    {
        const auto log = m_world->log();
        const RefusedKey key{.keyPrefix = u"mcp_00000000"_s,
                             .client = u"Claude Code"_s,
                             .reason = u"The key is not known."_s};
        for (int count = 0; count < 100; ++count)
            log->noteRefusedKey(m_world->anna, key);
        QVERIFY(log->flush());
        const auto entries = log->reader().list(m_world->anna, {}, {}).value();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().event, u"mcp_auth_failed"_s);
        QCOMPARE(entries.first().clientName, u"Claude Code"_s);
        QCOMPARE(entries.first().keyPrefix, u"mcp_00000000"_s);
        QCOMPARE(entries.first().outcome, u"refused"_s);
        QCOMPARE(entries.first().detail, u"The key is not known."_s);
    }

    void waitsWhileTheDiskTakesNothingAndSaysWhatItLost()
    {
        const auto log = m_world->log();
        QSignalSpy problems(log.get(), &ActivityLog::problemChanged);
        QVERIFY(m_world->database->execute(u"ALTER TABLE user_activity_logs RENAME TO away"_s));
        for (int number = 0; number < 10'003; ++number)
            log->record(m_world->entry(m_world->anna, u"t"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be written"_s));
        QVERIFY(!log->flush());
        QVERIFY(!log->problem().isEmpty());
        QVERIFY(m_world->database->execute(u"ALTER TABLE away RENAME TO user_activity_logs"_s));
        QVERIFY(log->flush());
        QVERIFY(log->problem().isEmpty());
        QCOMPARE(problems.count(), 2);
        QCOMPARE(log->reader().count(m_world->anna, {}).value(), 10'000);
        log->record(m_world->entry(m_world->anna, u"t"_s));
        QVERIFY(log->flush());
        const auto entries = log->reader().list(m_world->anna, {}, {}).value();
        QCOMPARE(entries.first().event, u"activity_lost"_s);
        QVERIFY(entries.first().detail.startsWith(u"3 calls"_s));
    }

    void leavesOutWhatCanNeverBeStored_data()
    {
        QTest::addColumn<ActivityEntry>("poison");
        QTest::addColumn<bool>("isAnnas");
        const AuditWorld world;
        QTest::newRow("nobody's") << world.entry(u"nobody"_s, u"poison"_s) << false;
        ActivityEntry timeless = world.entry(QString(), u"poison"_s);
        timeless.at = QDateTime();
        QTest::newRow("without a time") << timeless << true;
    }
    void leavesOutWhatCanNeverBeStored()
    {
        QFETCH(ActivityEntry, poison);
        QFETCH(const bool, isAnnas);
        if (isAnnas)
            poison.userId = m_world->anna;
        {
            const auto log = m_world->log();
            log->record(m_world->entry(m_world->anna, u"before"_s));
            log->record(poison);
            log->record(m_world->entry(m_world->anna, u"after"_s));
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"poison.*was left out"_s));
            if (!isAnnas)
                QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"activity_lost"_s));
            QTRY_COMPARE(m_world->tools(m_world->anna).mid(isAnnas ? 1 : 0),
                         QStringList({u"after"_s, u"before"_s}));
            log->record(m_world->entry(m_world->anna, u"later"_s));
        }
        const auto log = m_world->log();
        QVERIFY(m_world->tools(m_world->anna).contains(u"later"_s));
        const auto entries = log->reader().list(m_world->anna, {}, {}).value();
        const bool isTold = std::any_of(entries.begin(), entries.end(), [](const auto &entry) {
            return entry.event == event::entriesLost && entry.detail.startsWith(u"1 calls"_s);
        });
        QCOMPARE(isTold, isAnnas);
        QVERIFY(!QCoro::waitFor(log->verify(m_world->anna)).value().brokenSequence);
    }

    void verifiesNothingForWhoHasLeft()
    {
        const auto log = m_world->log();
        log->record(m_world->entry(m_world->anna, u"t"_s));
        CancellationSource source;
        source.cancel();
        QCOMPARE(QCoro::waitFor(log->verify(m_world->anna, source.token())).error().code,
                 ErrorCode::Cancelled);
    }

    void removesWhatIsTooOld()
    {
        {
            const auto log = m_world->log();
            log->record(m_world->entry(m_world->anna, u"old"_s));
            m_world->clock.advance(std::chrono::hours(24 * 8));
            log->record(m_world->entry(m_world->anna, u"new"_s));
            log->record(m_world->entry(m_world->ben, u"new"_s));
        }
        const auto log = m_world->log({.days = 7, .entries = 1000});
        QTRY_COMPARE(m_world->tools(m_world->anna), QStringList(u"new"_s));
        QCOMPARE(m_world->tools(m_world->ben), QStringList(u"new"_s));
        const auto report = QCoro::waitFor(log->verify(m_world->anna)).value();
        QVERIFY(!report.brokenSequence);
        QCOMPARE(report.rows, 1);
    }

    void removesWhatIsTooMuch()
    {
        {
            const auto log = m_world->log();
            for (int number = 0; number < 2500; ++number)
                log->record(m_world->entry(m_world->anna, QString::number(number)));
        }
        const auto log = m_world->log({.days = 90, .entries = 100});
        QTRY_COMPARE(log->reader().count(m_world->anna, {}).value(), 100);
        QCOMPARE(m_world->tools(m_world->anna).last(), u"2400"_s);
        QVERIFY(!QCoro::waitFor(log->verify(m_world->anna)).value().brokenSequence);
        log->record(m_world->entry(m_world->anna, u"further"_s));
        QCOMPARE(QCoro::waitFor(log->verify(m_world->anna)).value().rows, 101);
    }

private:
    std::unique_ptr<AuditWorld> m_world;
};

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
