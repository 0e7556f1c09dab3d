// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/heap.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

using namespace fairlead;

namespace {

/** Pages in memory, of this process. */
qint64 residentPages()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
}

} // namespace

class TestHeap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasFreedBelowSomethingInUse()
    {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("Another allocator.");
#endif
        platform::keepHeapSmall();
        constexpr int pieces = 20'000;
        constexpr int pieceSize = 1024;
        std::vector<std::unique_ptr<char[]>> all;
        for (int number = 0; number < pieces; ++number)
            all.push_back(std::make_unique<char[]>(pieceSize));
        const auto last = std::make_unique<char[]>(pieceSize);
        all.clear();
        const qint64 before = residentPages();
        platform::giveBackHeap();
        constexpr qint64 pageSize = 4096;
        QVERIFY(before - residentPages() > pieces * pieceSize / pageSize / 2);
        QVERIFY(last[0] == 0);
    }
};

QTEST_GUILESS_MAIN(TestHeap)
#include "tst_heap.moc"
