// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitylog.h"
#include "tests/ui/uiworld.h"
#include "ui/models/recentcalls.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using namespace std::chrono_literals;

class TestRecentCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void isEmptyWhileNobodyCalled()
    {
        const RecentCalls recent(*m_world->services);
        QVERIFY(recent.lastFive().isEmpty());
        QCOMPARE(recent.perMinute(), QList<int>(60, 0));
        QCOMPARE(recent.inLastHour(), 0);
    }

    void remembersTheLastFiveNewestFirst()
    {
        call(u"old"_s);
        RecentCalls recent(*m_world->services);
        QCOMPARE(recent.lastFive().size(), 1);
        QSignalSpy changes(&recent, &RecentCalls::changed);
        for (const auto &tool : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            call(tool);
        QCOMPARE(changes.count(), 5);
        QStringList tools;
        for (const RecentCall &each : recent.lastFive())
            tools.append(each.what);
        QCOMPARE(tools, QStringList({u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
        const RecentCall &newest = recent.lastFive().first();
        QCOMPARE(newest.client, u"Cursor"_s);
        QCOMPARE(newest.outcome, u"Done"_s);
        QCOMPARE(newest.mark, StateMark::Good);
    }

    void marksWhatFailed()
    {
        call(u"a"_s, u"network"_s);
        const RecentCalls recent(*m_world->services);
        QCOMPARE(recent.lastFive().first().mark, StateMark::Failure);
        QCOMPARE(recent.lastFive().first().outcome, u"Not reachable"_s);
    }

    void countsTheCallsOfEachMinute()
    {
        call(u"a"_s);
        m_world->clock.advance(2min);
        RecentCalls recent(*m_world->services);
        call(u"b"_s);
        call(u"c"_s);
        QCOMPARE(recent.perMinute().last(), 2);
        QCOMPARE(recent.perMinute().at(57), 1);
        m_world->clock.advance(58min);
        call(u"d"_s);
        QCOMPARE(recent.perMinute().size(), 60);
        QCOMPARE(recent.perMinute().last(), 1);
        QCOMPARE(recent.perMinute().at(1), 2);
        QCOMPARE(recent.inLastHour(), 3);
        QCOMPARE(RecentCalls(*m_world->services).perMinute(), recent.perMinute());
    }

    void takesNoEventOfFairleadsOwnForACall()
    {
        audit::ActivityEntry made;
        made.userId = m_world->anna;
        made.at = m_world->clock.now();
        made.event = audit::event::keyCreated;
        made.outcome = audit::outcome::good;
        const RecentCalls before(*m_world->services);
        m_world->activity->record(made);
        QVERIFY(m_world->activity->flush());
        QVERIFY(before.lastFive().isEmpty());
        QVERIFY(RecentCalls(*m_world->services).lastFive().isEmpty());
    }

    void seesNothingOfAnotherUser()
    {
        RecentCalls recent(*m_world->services);
        QSignalSpy changes(&recent, &RecentCalls::changed);
        call(u"a"_s, u"ok"_s, m_world->ben);
        QCOMPARE(changes.count(), 0);
        QVERIFY(RecentCalls(*m_world->services).lastFive().isEmpty());
        QCOMPARE(recent.inLastHour(), 0);
    }

private:
    void call(const QString &tool, const QString &outcome = u"ok"_s, const QString &user = {})
    {
        tools::CallRecord record;
        record.startedAt = m_world->clock.now();
        record.userId = user.isEmpty() ? m_world->anna : user;
        record.clientName = u"Cursor"_s;
        record.keyId = u"key_1"_s;
        record.tool = tool;
        record.outcome = outcome;
        m_world->activity->record(audit::entryFrom(record));
        QVERIFY(m_world->activity->flush());
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestRecentCalls)
#include "tst_recentcalls.moc"
