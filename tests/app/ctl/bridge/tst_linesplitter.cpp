// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/linesplitter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ctl;

class TestLineSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLinesWhereverThePiecesEnd()
    {
        const QByteArray stream = "{\"a\":1}\r\n\n  \n{\"b\":2}\n{\"c\""_ba;
        for (qsizetype size = 1; size <= stream.size(); ++size) {
            LineSplitter splitter(100);
            QByteArrayList lines;
            for (qsizetype at = 0; at < stream.size(); at += size) {
                const auto found = splitter.feed(stream.mid(at, size));
                for (const LineSplitter::Line &line : found)
                    lines.append(line.bytes);
            }
            QCOMPARE(lines, (QByteArrayList{"{\"a\":1}"_ba, "{\"b\":2}"_ba}));
            const auto rest = splitter.finish();
            QCOMPARE(rest.size(), 1);
            QCOMPARE(rest.first().bytes, "{\"c\""_ba);
        }
    }

    void takesALineOfExactlyTheLimit()
    {
        LineSplitter splitter(8);
        const auto lines = splitter.feed("12345678\n123456789\n1\n");
        QCOMPARE(lines.size(), 3);
        QVERIFY(!lines[0].isTooLong);
        QVERIFY(lines[1].isTooLong);
        QCOMPARE(lines[2].bytes, "1"_ba);
    }

    void knowsWhichRequestWasTooLong()
    {
        LineSplitter splitter(50);
        const QByteArray filling(200, 'x');
        const auto lines = splitter.feed("{\"method\":\"a\",\"params\":{\"id\":3,\"x\":\"" + filling
                                         + "\"},\"id\":\"seven\"}"
                                           "\n"
                                         + "{\"id\":8,\"result\":\"" + filling + "\"}\n");
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].isTooLong && lines[0].isRequest);
        QCOMPARE(lines[0].id, R"("seven")"_ba);
        QVERIFY(lines[1].isTooLong && !lines[1].isRequest);
        QVERIFY(lines[0].bytes.isEmpty());
    }

    void endsWithNothingWhereNothingIsLeft()
    {
        LineSplitter splitter(50);
        QCOMPARE(splitter.feed("1\n").size(), 1);
        QVERIFY(splitter.finish().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "tst_linesplitter.moc"
