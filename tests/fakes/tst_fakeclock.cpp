// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"

#include <QTest>

using namespace fairlead::fakes;
using namespace std::chrono_literals;

class TestFakeClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsStillUntilItIsMoved()
    {
        FakeClock clock;
        const QDateTime start = clock.now();
        const qint64 monotonic = clock.monotonicMs();
        QCOMPARE(clock.now(), start);
        clock.advance(90s);
        QCOMPARE(start.msecsTo(clock.now()), 90'000);
        QCOMPARE(clock.monotonicMs() - monotonic, 90'000);
    }
};

QTEST_GUILESS_MAIN(TestFakeClock)
#include "tst_fakeclock.moc"
