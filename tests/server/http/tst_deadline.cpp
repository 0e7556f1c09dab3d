// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/deadline.h"

#include <QSignalSpy>
#include <QTest>

using namespace fairlead::http::engine;
using namespace std::chrono_literals;

class TestDeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesOnce()
    {
        Deadline deadline;
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1ms);
        QTRY_COMPARE(passed.size(), 1);
        waitFor(50ms);
        QCOMPARE(passed.size(), 1);
    }

    void isForgottenWhenItIsCleared()
    {
        Deadline deadline;
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1ms);
        deadline.clear();
        waitFor(50ms);
        QVERIFY(passed.isEmpty());
        deadline.set(1ms);
        QTRY_COMPARE(passed.size(), 1);
    }

    void movesBack()
    {
        Deadline deadline;
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1ms);
        deadline.set(1h);
        waitFor(50ms); // its timer goes off, and finds that there is time left
        QVERIFY(passed.isEmpty());
    }

    void movesForward()
    {
        Deadline deadline;
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1h);
        deadline.set(1ms);
        QTRY_COMPARE(passed.size(), 1);
    }

private:
    /** Until a later deadline has passed. */
    static void waitFor(std::chrono::milliseconds time)
    {
        Deadline later;
        const QSignalSpy passed(&later, &Deadline::passed);
        later.set(time);
        QTRY_COMPARE(passed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeadline)
#include "tst_deadline.moc"
