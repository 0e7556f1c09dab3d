// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/workthread.h"

#include <QList>
#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestWorkThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesAllInOneOtherThreadInTheirOrder()
    {
        WorkThread thread;
        QList<int> done;
        QList<std::thread::id> threads;
        for (int number = 0; number < 100; ++number) {
            thread.add([&done, &threads, number] {
                done.append(number);
                threads.append(std::this_thread::get_id());
            });
        }
        thread.wait();
        QCOMPARE(done.size(), 100);
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(threads.count(threads.first()), 100);
        QVERIFY(threads.first() != std::this_thread::get_id());
    }

    void letsItsOwnerGoOn()
    {
        WorkThread thread;
        QSemaphore gate;
        std::atomic_int done = 0;
        thread.add([&gate, &done] {
            gate.acquire();
            ++done;
        });
        QCOMPARE(done.load(), 0);
        gate.release();
        thread.wait();
        QCOMPARE(done.load(), 1);
    }

    void waitsForNothingWhereNothingWasGiven()
    {
        WorkThread thread;
        thread.wait();
    }

    void doesWhatWasGivenBeforeItGoes()
    {
        int done = 0;
        {
            WorkThread thread;
            for (int number = 0; number < 10; ++number)
                thread.add([&done] { ++done; });
        }
        QCOMPARE(done, 10);
    }

    void letsGoOfWhatAPieceHeld()
    {
        WorkThread thread;
        const auto held = std::make_shared<int>(1);
        thread.add([held] {});
        thread.wait();
        QCOMPARE(held.use_count(), 1L);
    }
};

QTEST_GUILESS_MAIN(TestWorkThread)
#include "tst_workthread.moc"
