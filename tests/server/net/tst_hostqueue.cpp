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
};

QTEST_GUILESS_MAIN(TestHostQueue)
#include "tst_hostqueue.moc"
