// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sseformat.h"
#include "tests/server/http/rawclient.h"
#include "tests/server/http/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEvents_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("data alone") << "a"_ba << QByteArray() << QByteArray() << "data: a\n\n"_ba;
        QTest::newRow("all fields") << "{}"_ba
                                    << "message"_ba
                                    << "7"_ba
                                    << "event: message\nid: 7\ndata: {}\n\n"_ba;
        QTest::newRow("empty data")
            << QByteArray() << "ping"_ba << QByteArray() << "event: ping\ndata: \n\n"_ba;
        QTest::newRow("line feeds")
            << "a\nb"_ba << QByteArray() << QByteArray() << "data: a\ndata: b\n\n"_ba;
        QTest::newRow("every line break") << "a\r\nb\rc\n"_ba << QByteArray() << QByteArray()
                                          << "data: a\ndata: b\ndata: c\ndata: \n\n"_ba;
        QTest::newRow("injection by event")
            << "a"_ba
            << "x\ndata: evil"_ba << QByteArray() << "event: x\ndata: a\n\n"_ba;
        QTest::newRow("injection by id") << "a"_ba << QByteArray() << "1\r\rdata: evil"_ba
                                         << "id: 1\ndata: a\n\n"_ba;
        QTest::newRow("NUL in id")
            << "a"_ba << QByteArray() << QByteArray("1\0002", 3) << "id: 1\ndata: a\n\n"_ba;
    }
    void writesEvents()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, id);
        QTEST(formatEvent(data, event, id), "text");
    }

    void streamsEventsAndGoesOnWithRequests()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/stream"_ba, goodKey);
        QTRY_VERIFY(server.stream);
        QVERIFY(server.stream->send("one", "message", {}));
        QVERIFY(server.stream->send("two", {}, {}));
        server.stream->close();
        QVERIFY(!server.stream->isOpen());
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->field("Content-Type"_ba), "text/event-stream"_ba);
        QCOMPARE(response->body, "event: message\ndata: one\n\ndata: two\n\n"_ba);
        QTRY_COMPARE(server.streamsClosed, 1);
        client.get("/health"_ba);
        QCOMPARE(client.response()->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
