// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedevents.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::sharing;
using namespace std::chrono_literals;

class TestSharedEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasOneFirstForATime()
    {
        const QTemporaryDir folder;
        if (fakes::testDatabase(folder.path()).isFile())
            QSKIP("Files have one instance: this is for PostgreSQL.");
        const auto database = fakes::openTestDatabase(folder.path());
        const auto again = fakes::openTestDatabase(folder.path());
        fakes::FakeClock clock;
        SharedEvents here(*database, clock);
        SharedEvents there(*again, clock);
        QVERIFY(there.isFirst(u"one"_s, 60s));
        QVERIFY(!here.isFirst(u"one"_s, 60s));
        QVERIFY(!there.isFirst(u"one"_s, 60s));
        QVERIFY(here.isFirst(u"two"_s, 60s));
        clock.advance(60s);
        QVERIFY(here.isFirst(u"one"_s, 60s));
        QVERIFY(!there.isFirst(u"one"_s, 60s));
    }
};

QTEST_GUILESS_MAIN(TestSharedEvents)
#include "tst_sharedevents.moc"
