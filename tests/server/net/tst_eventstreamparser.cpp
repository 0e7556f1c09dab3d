// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/eventstreamparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::net;

class TestEventStreamParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSameEventsHoweverTheBytesArrive_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<QByteArray>>("names");
        QTest::addColumn<QList<QByteArray>>("datas");
        const auto row = [](const char *name,
                            const QByteArray &stream,
                            const QList<QByteArray> &names,
                            const QList<QByteArray> &datas) {
            QTest::newRow(name) << stream << names << datas;
        };
        row("one", "data: a\n\n"_ba, {"message"_ba}, {"a"_ba});
        row("named",
            "event: endpoint\ndata: /messages?s=1\n\n"_ba,
            {"endpoint"_ba},
            {"/messages?s=1"_ba});
        row("lines", "data: a\ndata: b\n\n"_ba, {"message"_ba}, {"a\nb"_ba});
        row("crlf",
            "data: a\r\n\r\ndata: b\r\n\r\n"_ba,
            {"message"_ba, "message"_ba},
            {"a"_ba, "b"_ba});
        row("cr", "data: a\r\rdata: b\r\r"_ba, {"message"_ba, "message"_ba}, {"a"_ba, "b"_ba});
        row("comment", ": ping\n\ndata:a\n\n"_ba, {"message"_ba}, {"a"_ba});
        row("no data, no event", "event: x\n\ndata: y\n\n"_ba, {"message"_ba}, {"y"_ba});
        row("empty data", "data\n\n"_ba, {"message"_ba}, {""_ba});
        row("unfinished", "data: a\n"_ba, {}, {});
    }

    void readsTheSameEventsHoweverTheBytesArrive()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<QByteArray>, names);
        QFETCH(QList<QByteArray>, datas);
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            EventStreamParser parser;
            QList<StreamEvent> events = parser.feed(stream.first(cut));
            events += parser.feed(stream.sliced(cut));
            QCOMPARE(events.size(), names.size());
            for (qsizetype i = 0; i < events.size(); ++i) {
                QCOMPARE(events[i].name, names[i]);
                QCOMPARE(events[i].data, datas[i]);
            }
        }
    }

    void keepsTheLastId()
    {
        EventStreamParser parser;
        const QList<StreamEvent> events = parser.feed("id: 7\ndata: a\n\ndata: b\n\n"_ba);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0].id, "7"_ba);
        QCOMPARE(events[1].id, "7"_ba);
    }

    void tellsHowMuchIsUnfinished()
    {
        EventStreamParser parser;
        QVERIFY(parser.feed("data: abc\ndata: d"_ba).isEmpty());
        QCOMPARE(parser.pendingBytes(), 3 + 7);
    }

    void remembersWhenToComeBack()
    {
        EventStreamParser parser;
        QVERIFY(!parser.retryTime());
        (void)parser.feed("retry: soon\nretry: 500\n\n");
        QCOMPARE(parser.retryTime(), std::chrono::milliseconds(500));
    }
};

QTEST_GUILESS_MAIN(TestEventStreamParser)
#include "tst_eventstreamparser.moc"
