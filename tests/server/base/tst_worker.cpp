// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/worker.h"

#include <QCoroTask>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksOnAThreadOfItsOwn()
    {
        Worker worker;
        const QThread *const here = QThread::currentThread();
        const std::function<Result<bool>()> work = [here]() -> Result<bool> {
            return QThread::currentThread() != here;
        };
        const auto elsewhere = QCoro::waitFor(worker.run(work));
        QVERIFY(elsewhere && *elsewhere);
        QVERIFY(!worker.isBusy());
        QVERIFY(*QCoro::waitFor(worker.run(work)));
    }

    void handsOnWhatWentWrong()
    {
        Worker worker;
        const std::function<Result<int>()> work = []() -> Result<int> {
            return failure(ErrorCode::Storage, u"The disk is full."_s);
        };
        QCOMPARE(QCoro::waitFor(worker.run(work)).error().message, u"The disk is full."_s);
    }

    void leavesTheEventLoopFree()
    {
        Worker worker;
        QSemaphore gate;
        const std::function<Result<int>()> work = [&gate]() -> Result<int> {
            gate.acquire();
            return 7;
        };
        int result = 0;
        QCoro::connect(
            worker.run(work), this, [&result](const Result<int> &done) { result = *done; });
        QVERIFY(worker.isBusy());
        QTimer::singleShot(0, this, [&gate] { gate.release(); });
        QTRY_COMPARE(result, 7);
    }

    void waitsForItsWorkBeforeItGoes()
    {
        std::atomic<bool> done = false;
        {
            Worker worker;
            const std::function<Result<int>()> work = [&done]() -> Result<int> {
                QThread::yieldCurrentThread();
                done = true;
                return 0;
            };
#if defined(__SANITIZE_ADDRESS__)
            // Nobody goes on with it, by design: it would be a leak if this were no program's end.
            const __lsan::ScopedDisabler notALeak;
#endif
            QCoro::connect(worker.run(work), this, [](const Result<int> &) { QFAIL("too late"); });
        }
        QVERIFY(done);
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
