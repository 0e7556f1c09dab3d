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
    void letsInAsManyAsItMay()
    {
        HostQueue queue(2);
        QVERIFY(queue.take());
        QVERIFY(queue.take());
        QVERIFY(!queue.take());
        queue.release();
        QVERIFY(queue.take());
        QVERIFY(!queue.take());
    }

    void grantsInOrderAndPassesOverWhoGaveUp()
    {
        HostQueue queue(1);
        QVERIFY(queue.take());
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
        queue.release();
        QCOMPARE(second.outcome(), Wait::Outcome::Granted);
        QCOMPARE(granted.size(), 1);
        QVERIFY(!queue.take());
        queue.release();
        QVERIFY(queue.take());
    }

    void leavesAThirdToOtherOwners()
    {
        HostQueue queue(3);
        QVERIFY(queue.take(u"one"_s));
        QVERIFY(queue.take(u"one"_s));
        QVERIFY(!queue.take(u"one"_s));
        QVERIFY(queue.take(u"two"_s));
        QVERIFY(!queue.take(u"three"_s));
        Wait ofOne(1min, {});
        Wait ofThree(1min, {});
        queue.enqueue(&ofOne, u"one"_s);
        queue.enqueue(&ofThree, u"three"_s);
        queue.release(u"two"_s);
        QCOMPARE(ofOne.outcome(), Wait::Outcome::Pending);
        QCOMPARE(ofThree.outcome(), Wait::Outcome::Granted);
        queue.release(u"one"_s);
        QCOMPARE(ofOne.outcome(), Wait::Outcome::Granted);
        for (const auto &owner : {u"one"_s, u"one"_s, u"three"_s})
            queue.release(owner);
        for (int i = 0; i < 3; ++i)
            QVERIFY(queue.take());
        QVERIFY(!queue.take());
    }
};

QTEST_GUILESS_MAIN(TestHostQueue)
#include "tst_hostqueue.moc"
