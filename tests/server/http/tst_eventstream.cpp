// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/sseformat.h"
#include "tests/server/http/rawclient.h"
#include "tests/server/http/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;
using namespace std::chrono_literals;

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAPlaceToComeBackTo()
    {
        QCOMPARE(formatPriming("7-1\ndata: x", std::chrono::milliseconds(500)),
                 "id: 7-1\nretry: 500\ndata:\n\n"_ba);
    }

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

    void endsTheConnectionWhenTheClientAskedForIt()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/stream"_ba, QByteArray(goodKey) + "Connection: close\r\n");
        QTRY_VERIFY(server.stream);
        server.stream->close();
        QVERIFY(client.response());
        QVERIFY(client.waitForEnd());
    }

    void opensNoStreamForHead()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("HEAD /stream HTTP/1.1\r\nHost: " + client.host() + "\r\n" + goodKey + "\r\n");
        const auto response = client.response(true);
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QVERIFY(!server.stream);
        QCOMPARE(server.server.streamCount(), 0);
    }

    void noticesThatTheReaderLeft_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("close") << false;
        QTest::newRow("reset") << true;
    }
    void noticesThatTheReaderLeft()
    {
        QFETCH(bool, reset);
        TestServer server;
        RawClient client(server.port());
        client.get("/stream"_ba, goodKey);
        QTRY_VERIFY(server.stream);
        const QPointer<EventStream> stream = server.stream;
        // Events on their way to a client that is gone must do no harm.
        QObject::connect(stream, &EventStream::closed, stream, [stream] {
            QVERIFY(!stream->send("late", {}, {}));
            stream->close();
        });
        if (reset)
            client.socket().abort();
        else
            client.socket().disconnectFromHost();
        stream->send("on its way", {}, {});
        QTRY_COMPARE(server.streamsClosed, 1);
        QTRY_VERIFY(!stream);
        QCOMPARE(server.server.streamCount(), 0);
    }

    void showsThatItIsAlive()
    {
        Limits limits;
        limits.heartbeat = 20ms;
        TestServer server(limits);
        RawClient client(server.port());
        client.get("/stream"_ba, goodKey);
        const QByteArray twoHeartbeats = "3\r\n:\n\n\r\n3\r\n:\n\n\r\n"_ba;
        QVERIFY(client.readUntil(twoHeartbeats).contains(twoHeartbeats));
    }

    void deliversAnEventLargerThanTheBacklog()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/stream"_ba, goodKey);
        QTRY_VERIFY(server.stream);
        const QByteArray data(3 * 1024 * 1024, 'x');
        QVERIFY(server.stream->send(data, {}, {}));
        server.stream->close();
        const auto response = client.response();
        QVERIFY(response);
        QVERIFY(response->body == "data: " + data + "\n\n");
    }

    void dropsAReaderThatDoesNotRead()
    {
        TestServer server;
        RawClient client(server.port());
        client.socket().setReadBufferSize(1);
        client.get("/stream"_ba, goodKey);
        QTRY_VERIFY(server.stream);
        const QByteArray data(64 * 1024, 'x');
        constexpr int tooMany = 1024;
        int sent = 0;
        while (sent < tooMany && server.stream->send(data, {}, {}))
            ++sent;
        QVERIFY(sent < tooMany);
        QVERIFY(!server.stream->isOpen());
        QTRY_COMPARE(server.streamsClosed, 1);
        QTRY_COMPARE(server.server.connectionCount(), 0);
    }

    void limitsTheStreamsOfOneOwner()
    {
        Limits limits;
        limits.streamsPerOwner = 2;
        TestServer server(limits);
        RawClient first(server.port());
        RawClient second(server.port());
        first.get("/stream?owner=a"_ba, goodKey);
        second.get("/stream?owner=a"_ba, goodKey);
        QTRY_COMPARE(server.server.streamCount(), 2);
        RawClient third(server.port());
        third.get("/stream?owner=a"_ba, goodKey);
        const auto refused = third.response();
        QVERIFY(refused);
        QCOMPARE(refused->status, 429);
        QVERIFY(refused->field("Retry-After"_ba).toInt() > 0);
        QVERIFY(refused->body.contains("too_many_streams"));
        third.get("/stream?owner=b"_ba, goodKey);
        QCOMPARE(third.response(true)->status, 200);
        first.socket().abort();
        QTRY_COMPARE(server.server.streamCount(), 2);
        RawClient fourth(server.port());
        fourth.get("/stream?owner=a"_ba, goodKey);
        QCOMPARE(fourth.response(true)->status, 200);
    }

    void limitsAllStreams()
    {
        Limits limits;
        limits.streams = 1;
        TestServer server(limits);
        RawClient first(server.port());
        first.get("/stream?owner=a"_ba, goodKey);
        QTRY_COMPARE(server.server.streamCount(), 1);
        RawClient second(server.port());
        second.get("/stream?owner=b"_ba, goodKey);
        QCOMPARE(second.response()->status, 429);
    }

    void endsTheStreamsOfOneOwner()
    {
        TestServer server;
        RawClient mine(server.port());
        RawClient other(server.port());
        mine.get("/stream?owner=a"_ba, goodKey);
        QTRY_COMPARE(server.server.streamCount(), 1);
        other.get("/stream?owner=b"_ba, goodKey);
        QTRY_COMPARE(server.server.streamCount(), 2);
        server.server.closeStreamsOf(u"a"_s);
        QVERIFY(mine.response());
        QCOMPARE(server.server.streamCount(), 1);
        QVERIFY(server.stream->isOpen());
        QTRY_COMPARE(server.streamsClosed, 1);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
