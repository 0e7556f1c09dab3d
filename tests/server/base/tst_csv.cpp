// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/csv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesACell_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("word") << u"Cursor"_s << "Cursor"_ba;
        QTest::newRow("empty") << QString() << ""_ba;
        QTest::newRow("number") << u"12"_s << "12"_ba;
        QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
        QTest::newRow("quote") << u"a\"b"_s << "\"a\"\"b\""_ba;
        QTest::newRow("line") << u"a\nb"_s << "\"a\nb\""_ba;
        QTest::newRow("umlaut") << u"ä"_s << "ä"_ba;
        QTest::newRow("equals") << u"=LINK(\"x\")"_s << "\"'=LINK(\"\"x\"\")\""_ba;
        QTest::newRow("plus") << u"+1"_s << "\"'+1\""_ba;
        QTest::newRow("minus") << u"-1"_s << "\"'-1\""_ba;
        QTest::newRow("at") << u"@SUM(1)"_s << "\"'@SUM(1)\""_ba;
        QTest::newRow("behind a tab") << u"\t=1"_s << "\"'\t=1\""_ba;
        QTest::newRow("behind a space") << u" =1"_s << "\"' =1\""_ba;
        QTest::newRow("full width") << u"＝1"_s << "\"'＝1\""_ba;
        QTest::newRow("inside") << u"a=1"_s << "a=1"_ba;
    }

    void writesACell()
    {
        QFETCH(const QString, cell);
        QFETCH(const QByteArray, line);
        QCOMPARE(csvLine({cell}), line + "\r\n");
    }

    void separatesCells() { QCOMPARE(csvLine({u"a"_s, {}, u"b"_s}), "a,,b\r\n"_ba); }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
