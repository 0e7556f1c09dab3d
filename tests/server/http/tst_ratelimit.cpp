// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ratelimit.h"
#include "tests/fakes/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace fairlead;
using http::RateLimit;

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsAMinutesWorthAtOnce()
    {
        RateLimit limit(m_clock, 30);
        QCOMPARE(admitted(limit, u"a"_s, 100), 30);
    }

    void saysHowLongToWait()
    {
        RateLimit limit(m_clock, 10);
        QCOMPARE(admitted(limit, u"a"_s, 10), 10);
        QCOMPARE(limit.take(u"a"_s), 6s);
        m_clock.advance(2s);
        QCOMPARE(limit.take(u"a"_s), 4s);
        m_clock.advance(4s);
        QCOMPARE(limit.take(u"a"_s), 0s);
        QCOMPARE(limit.take(u"a"_s), 6s);
    }

    void neverTellsToWaitForNothing()
    {
        RateLimit limit(m_clock, 60'000);
        QCOMPARE(admitted(limit, u"a"_s, 60'000), 60'000);
        QCOMPARE(limit.take(u"a"_s), 1s);
    }

    void givesBackEvenly()
    {
        RateLimit limit(m_clock, 60);
        QCOMPARE(admitted(limit, u"a"_s, 100), 60);
        m_clock.advance(10s);
        QCOMPARE(admitted(limit, u"a"_s, 100), 10);
    }

    void savesUpNoMoreThanAMinute()
    {
        RateLimit limit(m_clock, 20);
        QCOMPARE(admitted(limit, u"a"_s, 100), 20);
        m_clock.advance(1h);
        QCOMPARE(admitted(limit, u"a"_s, 100), 20);
    }

    void countsEachOwnerApart()
    {
        RateLimit limit(m_clock, 5);
        QCOMPARE(admitted(limit, u"a"_s, 100), 5);
        QCOMPARE(admitted(limit, u"b"_s, 100), 5);
    }

    void remembersNobodyForLong()
    {
        RateLimit limit(m_clock, 5);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(limit.take(QString::number(i)), 0s);
        m_clock.advance(61s);
        QCOMPARE(limit.take(u"a"_s), 0s);
        QCOMPARE(limit.ownerCount(), 1);
    }

private:
    static int admitted(RateLimit &limit, const QString &owner, int tries)
    {
        int count = 0;
        for (int i = 0; i < tries; ++i)
            count += limit.take(owner) == 0s ? 1 : 0;
        return count;
    }

    fakes::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
