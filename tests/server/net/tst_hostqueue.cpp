// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/hostqueue.h"
#include "server/net/wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using namespace std::chrono_literals;

class TestHostQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheLeastBusyManager()
    {
        HostQueue queue(2, 2);
        QCOMPARE(queue.take(), 0);
        QCOMPARE(queue.take(), 1);
        QCOMPARE(queue.take(), 0);
        queue.release(1);
        QCOMPARE(queue.take(), 1);
        QCOMPARE(queue.take(), 1);
        QCOMPARE(queue.take(), std::nullopt);
    }

    void usesAnIdleManagerAgain()
    {
        HostQueue queue(3, 6);
        QCOMPARE(queue.take(), 0);
        queue.release(0);
        QCOMPARE(queue.take(), 0);
    }

    void grantsInOrderAndPassesOverWhoGaveUp()
    {
        HostQueue queue(1, 1);
        QCOMPARE(queue.take(), 0);
        const CancellationSource source;
        Wait first(1min, source.token());
        Wait second(1min, {});
        QSignalSpy granted(&second, &Wait::finished);
        queue.enqueue(&first);
        {
            Wait gone(1min, {});
            queue.enqueue(&gone);
        }
        queue.enqueue(&second);
        source.cancel();
        QCOMPARE(first.outcome(), Wait::Outcome::Cancelled);
        queue.release(0);
        QCOMPARE(second.outcome(), Wait::Outcome::Granted);
        QCOMPARE(second.grantedSlot(), 0);
        QCOMPARE(granted.size(), 1);
        QCOMPARE(queue.take(), std::nullopt);
        queue.release(0);
        QCOMPARE(queue.take(), 0);
    }

    void leavesAThirdToOtherOwners()
    {
        HostQueue queue(1, 3);
        QCOMPARE(queue.take(u"one"_s), 0);
        QCOMPARE(queue.take(u"one"_s), 0);
        QCOMPARE(queue.take(u"one"_s), std::nullopt);
        QCOMPARE(queue.take(u"two"_s), 0);
        QCOMPARE(queue.take(u"three"_s), std::nullopt);
        Wait ofOne(1min, {});
        Wait ofThree(1min, {});
        queue.enqueue(&ofOne, u"one"_s);
        queue.enqueue(&ofThree, u"three"_s);
        queue.release(0, u"two"_s);
        QCOMPARE(ofOne.outcome(), Wait::Outcome::Pending);
        QCOMPARE(ofThree.outcome(), Wait::Outcome::Granted);
        queue.release(0, u"one"_s);
        QCOMPARE(ofOne.outcome(), Wait::Outcome::Granted);
        for (const auto &owner : {u"one"_s, u"one"_s, u"three"_s})
            queue.release(0, owner);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(queue.take(), 0);
        QCOMPARE(queue.take(), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestHostQueue)
#include "tst_hostqueue.moc"
