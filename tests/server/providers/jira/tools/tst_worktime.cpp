// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/worktime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

/** Spans and starts of work, as people say them. */
class TestWorkTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSpans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("2h 30m", "2h 30m");
        row("2h30m", "2h 30m");
        row(" 2 H 30 M ", "2h 30m");
        row("1.5h", "1h 30m");
        row("90m", "1h 30m");
        row("90 min", "1h 30m");
        row("2 hours 30 minutes", "2h 30m");
        row("2 hours, 30 minutes", "2h 30m");
        row("2:30", "2h 30m");
        row("0:45", "45m");
        row("1d", "1d");
        row("1w 2d 3h 4m", "1w 2d 3h 4m");
        row("3 days", "3d");
        row("1.5d", "1.5d");
        row("2 weeks", "2w");
    }
    void readsSpans()
    {
        QFETCH(QString, text);
        QTEST(workSpan(text, "time_spent"_L1).value(), "expected");
    }

    void refusesOtherSpans_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "a while",
                                 "2",
                                 "h",
                                 "0m",
                                 "0:00",
                                 "-2h",
                                 "2h -30m",
                                 "3 months",
                                 "2x",
                                 "1e5h",
                                 "99999h",
                                 "2h; DROP",
                                 "2:75"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesOtherSpans()
    {
        QFETCH(QString, text);
        const auto span = workSpan(text, "time_spent"_L1);
        QVERIFY(!span);
        QCOMPARE(span.error().message,
                 u"Argument \"time_spent\" is \"%1\", but must be a span of time such as 2h 30m, "
                 "45m or 1d."_s.arg(text));
    }

    void readsStarts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("2026-11-20", "2026-11-20T09:00:00.000+0000");
        row("2026-11-20T10:00", "2026-11-20T10:00:00.000+0000");
        row("2026-11-20 10:00", "2026-11-20T10:00:00.000+0000");
        row("2026-11-20T10:00:30Z", "2026-11-20T10:00:30.000+0000");
        row("2026-11-20T10:00:30.250Z", "2026-11-20T10:00:30.250+0000");
        row("2026-11-20T10:00+01:00", "2026-11-20T09:00:00.000+0000");
        row("2026-11-20T10:00:00.000-0530", "2026-11-20T15:30:00.000+0000");
        row("2026-11-20T00:30+0100", "2026-11-19T23:30:00.000+0000");
    }
    void readsStarts()
    {
        QFETCH(QString, text);
        const auto start = workStart(text, "started"_L1);
        QVERIFY2(start, start ? "" : qPrintable(start.error().message));
        QTEST(*start, "expected");
    }

    void refusesOtherStarts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"yesterday",
                                 "20.11.2026",
                                 "2026-13-01",
                                 "2026-02-30T10:00",
                                 "2026-11-20T25:00",
                                 "2026-11-20T10",
                                 "2026-11-20T10:00 Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesOtherStarts()
    {
        QFETCH(QString, text);
        const auto start = workStart(text, "started"_L1);
        QVERIFY(!start);
        QCOMPARE(start.error().code, ErrorCode::InvalidInput);
        QVERIFY(start.error().message.contains(u"2026-11-20T10:00"_s));
    }

    void writesHoursAndMinutes()
    {
        QCOMPARE(hoursAndMinutes(5400), u"1h 30m"_s);
        QCOMPARE(hoursAndMinutes(7200), u"2h"_s);
        QCOMPARE(hoursAndMinutes(2700), u"45m"_s);
        QCOMPARE(hoursAndMinutes(200 * 3600), u"200h"_s);
    }
};

QTEST_GUILESS_MAIN(TestWorkTime)
#include "tst_worktime.moc"
