// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/timestamp.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::store;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAndReads_data();
    void storesAndReads();
    void storesNothingForAnInvalidTime();
};

void TestTimestamp::storesAndReads_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("stored");

    const auto utc = [](int year, int month, int day, QTime clock) {
        return QDateTime(QDate(year, month, day), clock, Qt::UTC);
    };
    QTest::newRow("every digit") << utc(2026, 11, 22, QTime(13, 45, 59, 678))
                                 << u"2026-11-22T13:45:59.678Z"_s;
    QTest::newRow("leading zeros")
        << utc(2026, 1, 2, QTime(3, 4, 5, 6)) << u"2026-01-02T03:04:05.006Z"_s;
    QTest::newRow("the first usual year")
        << utc(1, 1, 1, QTime(0, 0)) << u"0001-01-01T00:00:00.000Z"_s;
    QTest::newRow("the last usual year")
        << utc(9999, 12, 31, QTime(23, 59, 59, 999)) << u"9999-12-31T23:59:59.999Z"_s;
    QTest::newRow("another zone") << QDateTime(QDate(2026, 11, 23), QTime(0, 30), QTimeZone(3600))
                                  << u"2026-11-22T23:30:00.000Z"_s;
}

void TestTimestamp::storesAndReads()
{
    QFETCH(QDateTime, time);
    QFETCH(QString, stored);

    QCOMPARE(toStored(time).toString(), stored);
    QCOMPARE(fromStored(stored), time);
}

void TestTimestamp::storesNothingForAnInvalidTime()
{
    QVERIFY(toStored(QDateTime()).isNull());
    QVERIFY(!fromStored(toStored(QDateTime())).isValid());
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
