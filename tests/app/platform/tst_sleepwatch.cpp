// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sleepwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace fairlead;

class TestSleepWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEachAwakeningOnce()
    {
        platform::SleepWatch watch;
        QSignalSpy awakenings(&watch, &platform::SleepWatch::resumed);
        say(watch, false);
        QCOMPARE(awakenings.count(), 0);
        say(watch, true);
        QCOMPARE(awakenings.count(), 0);
        say(watch, false);
        say(watch, false);
        QCOMPARE(awakenings.count(), 1);
    }

private:
    /** As the bus calls it. */
    static void say(platform::SleepWatch &watch, bool begins)
    {
        QVERIFY(QMetaObject::invokeMethod(&watch, "prepareForSleep", Q_ARG(bool, begins)));
    }
};

QTEST_GUILESS_MAIN(TestSleepWatch)
#include "tst_sleepwatch.moc"
