// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "ui/models/notificationlimit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using namespace std::chrono_literals;

using Verdict = NotificationLimit::Verdict;

class TestNotificationLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheSameTextOnceInTenMinutes()
    {
        fakes::FakeClock clock;
        NotificationLimit limit(clock);
        QCOMPARE(limit.take(u"Sign in again"_s), Verdict::Show);
        clock.advance(599s);
        QCOMPARE(limit.take(u"Sign in again"_s), Verdict::Drop);
        clock.advance(1s);
        QCOMPARE(limit.take(u"Sign in again"_s), Verdict::Show);
    }

    void sumsUpWhatIsMoreThanThree()
    {
        fakes::FakeClock clock;
        NotificationLimit limit(clock);
        for (const auto &text : {u"1"_s, u"2"_s, u"3"_s})
            QCOMPARE(limit.take(text), Verdict::Show);
        QCOMPARE(limit.take(u"4"_s), Verdict::SumUp);
        QCOMPARE(limit.take(u"5"_s), Verdict::Drop);
        clock.advance(10min);
        QCOMPARE(limit.take(u"5"_s), Verdict::Show);
    }
};

QTEST_GUILESS_MAIN(TestNotificationLimit)
#include "tst_notificationlimit.moc"
