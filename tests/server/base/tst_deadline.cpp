// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/deadline.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace fairlead;
using namespace std::chrono_literals;

class TestDeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesOnce()
    {
        Deadline deadline(m_all);
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1ms);
        QTRY_COMPARE(passed.size(), 1);
        waitFor(50ms);
        QCOMPARE(passed.size(), 1);
    }

    void isForgottenWhenItIsCleared()
    {
        Deadline deadline(m_all);
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
        Deadline deadline(m_all);
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1ms);
        deadline.set(1h);
        waitFor(50ms); // its timer goes off, and finds that there is time left
        QVERIFY(passed.isEmpty());
    }

    void movesForward()
    {
        Deadline deadline(m_all);
        const QSignalSpy passed(&deadline, &Deadline::passed);
        deadline.set(1h);
        deadline.set(1ms);
        QTRY_COMPARE(passed.size(), 1);
    }

    void passesAgainWhenItIsSetOnPassing()
    {
        Deadline deadline(m_all);
        int count = 0;
        connect(&deadline, &Deadline::passed, this, [&] {
            if (++count < 3)
                deadline.set(1ms);
        });
        deadline.set(1ms);
        QTRY_COMPARE(count, 3);
    }

    void passesInTheOrderOfTime()
    {
        Deadline late(m_all);
        Deadline early(m_all);
        const QSignalSpy lateOne(&late, &Deadline::passed);
        bool wasFirst = false;
        connect(&early, &Deadline::passed, this, [&] { wasFirst = lateOne.isEmpty(); });
        late.set(2ms);
        early.set(1ms);
        QTRY_COMPARE(lateOne.size(), 1);
        QVERIFY(wasFirst);
    }

    void mayEndOthersThatHavePassedToo()
    {
        auto one = std::make_unique<Deadline>(m_all);
        auto other = std::make_unique<Deadline>(m_all);
        Deadline third(m_all);
        int count = 0;
        const auto endBoth = [&] {
            ++count;
            third.clear();
            one.release()->deleteLater();
            other.reset();
        };
        const QSignalSpy thirdOne(&third, &Deadline::passed);
        connect(one.get(), &Deadline::passed, this, endBoth);
        one->set(0ms);
        other->set(0ms);
        third.set(0ms);
        QTRY_COMPARE(count, 1);
        waitFor(50ms);
        QVERIFY(thirdOne.isEmpty());
    }

private:
    /** Until a later deadline has passed. */
    void waitFor(std::chrono::milliseconds time)
    {
        Deadline later(m_all);
        const QSignalSpy passed(&later, &Deadline::passed);
        later.set(time);
        QTRY_COMPARE(passed.size(), 1);
    }

    Deadlines m_all;
};

QTEST_GUILESS_MAIN(TestDeadline)
#include "tst_deadline.moc"
