// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/halfclose.h"
#include "tests/server/http/rawclient.h"
#include "tests/server/http/testserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;
using namespace std::chrono_literals;

namespace {

/** A request to /echo whose body is sent in chunks of that size. */
QByteArray chunkedEcho(const QByteArray &host, const QByteArray &body, qsizetype chunk)
{
    QByteArray out = "POST /echo HTTP/1.1\r\nHost: " + host + "\r\nTransfer-Encoding: chunked\r\n"
        + goodJson + "\r\n";
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray piece = body.mid(at, chunk);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n\r\n";
}

enum class Leaving { Close, HalfClose, Reset };

Limits quickLimits()
{
    Limits limits;
    limits.headTime = 200ms;
    limits.bodyTime = 300ms;
    limits.idleTime = 250ms;
    limits.lingerTime = 200ms;
    return limits;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnBothLoopbackAddresses()
    {
        TestServer server;
        QVERIFY(server.server.addresses().contains(QHostAddress(QHostAddress::LocalHost)));
        QVERIFY(server.server.addresses().contains(QHostAddress(QHostAddress::LocalHostIPv6)));
        RawClient client(server.port(), QHostAddress(QHostAddress::LocalHostIPv6));
        client.send("GET /health HTTP/1.1\r\nHost: [::1]:" + QByteArray::number(server.port())
                    + "\r\n\r\n");
        QCOMPARE(client.response()->status, 200);
    }

    void saysWhatToDoWhenThePortIsTaken_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }
    void saysWhatToDoWhenThePortIsTaken()
    {
        QFETCH(QHostAddress, address);
        QTcpServer other;
        QVERIFY(other.listen(address));
        HttpServer server([](Exchange *) {});
        const auto port = server.listen(other.serverPort());
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::Conflict);
        QVERIFY(port.error().message.contains(QString::number(other.serverPort())));
        QVERIFY(port.error().message.contains(u"--port"_s));
        QVERIFY(server.addresses().isEmpty());
        QTcpServer again;
        const bool onIpv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        QVERIFY(again.listen(onIpv4 ? QHostAddress(QHostAddress::LocalHostIPv6)
                                    : QHostAddress(QHostAddress::LocalHost),
                             other.serverPort()));
    }

    void answersOneRequestAfterTheOther()
    {
        TestServer server;
        RawClient client(server.port());
        for (int i = 0; i < 3; ++i) {
            client.post("/echo"_ba, "[" + QByteArray::number(i) + "]", goodJson);
            const auto response = client.response();
            QVERIFY(response);
            QCOMPARE(response->status, 200);
            QCOMPARE(response->body, "[" + QByteArray::number(i) + "]");
            QCOMPARE(response->field("Connection"_ba), "keep-alive"_ba);
        }
        QCOMPARE(server.server.connectionCount(), 1);
    }

    void closesWhenTheClientAsksForIt()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/health"_ba, "Connection: close\r\n"_ba);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->field("Connection"_ba), "close"_ba);
        QVERIFY(client.waitForEnd());
        QTRY_COMPARE(server.server.connectionCount(), 0);
    }

    void answersHeadWithoutBody()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("HEAD /health HTTP/1.1\r\nHost: " + client.host() + "\r\n\r\n");
        QCOMPARE(client.response(true)->field("X-Method"_ba), "HEAD"_ba);
        client.get("/health"_ba);
        QCOMPARE(client.response()->field("X-Method"_ba), "GET"_ba);
    }

    void readsEveryMethodAsTheClientSentIt()
    {
        TestServer server;
        for (const QByteArray &method : {"PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
            server.router.add({.method = method,
                               .path = "/method"_ba,
                               .access = Access::Public,
                               .handler = [](Exchange *exchange, const Principal &) {
                                   Response response;
                                   response.body = exchange->request().method;
                                   exchange->respond(response);
                               }});
            RawClient client(server.port());
            client.send(method + " /method HTTP/1.1\r\nHost: " + client.host() + "\r\n\r\n");
            QCOMPARE(client.response()->body, method);
        }
    }

    void hearsTheWholeRequest()
    {
        TestServer server;
        Request seen;
        server.router.add({.method = "GET"_ba,
                           .path = "/a-._~!$&'()*+,;=:@/b"_ba,
                           .access = Access::Public,
                           .handler = [&seen](Exchange *exchange, const Principal &) {
                               seen = exchange->request();
                               exchange->respond(Response::empty(204));
                           }});
        RawClient client(server.port());
        client.get("/a-._~!$&'()*+,;=:@/b?x=a%26b+c&y&x=2"_ba, "X-Thing:  v \r\n"_ba);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, 204);
        QVERIFY(response->field("Content-Length"_ba).isEmpty());
        QCOMPARE(seen.queryValue("x"), "a&b c"_ba);
        QCOMPARE(seen.query.size(), 3);
        QCOMPARE(seen.header("x-thing"), "v"_ba);
        QVERIFY(!seen.hasHeader("x-other"));
    }

    void readsChunkedBodies_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("chunk");
        QTest::newRow("one byte each") << 300 << 1;
        QTest::newRow("16 KiB") << 100'000 << 16'384;
        QTest::newRow("4 MiB") << 4 * 1024 * 1024 << 1'000'000;
    }
    void readsChunkedBodies()
    {
        QFETCH(int, size);
        QFETCH(int, chunk);
        TestServer server;
        RawClient client(server.port());
        const QByteArray body(size, 'x');
        client.send(chunkedEcho(client.host(), body, chunk));
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QVERIFY(response->body == body);
    }

    void takesBodiesUpToTheLimit()
    {
        TestServer server;
        RawClient client(server.port());
        const QByteArray body(Limits{}.bodyBytes, 'x');
        client.post("/echo"_ba, body, goodJson);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QVERIFY(response->body == body);
    }

    void refusesLargerBodiesWhileTheyAreSent_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("by length") << false;
        QTest::newRow("in chunks") << true;
    }
    void refusesLargerBodiesWhileTheyAreSent()
    {
        QFETCH(bool, chunked);
        TestServer server;
        RawClient client(server.port());
        const QByteArray body(Limits{}.bodyBytes + 1, 'x');
        if (chunked)
            client.send(chunkedEcho(client.host(), body, 100'000));
        else
            client.post("/echo"_ba, body, goodJson);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, 413);
        QCOMPARE(response->field("Connection"_ba), "close"_ba);
        QCOMPARE(response->field("Content-Type"_ba), "application/problem+json"_ba);
        QVERIFY(client.waitForEnd());
        QCOMPARE(server.handled, 0);
    }

    void asksForTheBodyWhenTheClientWaits()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("POST /echo HTTP/1.1\r\nHost: " + client.host()
                    + "\r\nContent-Length: 2\r\nExpect: 100-continue\r\n" + goodJson + "\r\n");
        QCOMPARE(client.readUntil("\r\n\r\n"_ba), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
        client.send("[]"_ba);
        QCOMPARE(client.response()->body, "[]"_ba);
    }

    void answersOnceOnly()
    {
        TestServer server;
        RawClient client(server.port());
        client.post("/slow"_ba, "{}"_ba, goodJson);
        QTRY_VERIFY(server.pending);
        server.pending->respond(Response::empty(202));
        server.pending->respond(Response::empty(500));
        QCOMPARE(server.pending->openEventStream(u"k"_s), nullptr);
        QCOMPARE(client.response()->status, 202);
        client.get("/health"_ba);
        QCOMPARE(client.response()->status, 200);
        QVERIFY(!server.pending);
        QCOMPARE(server.left, 0);
    }

    void noticesThatTheClientLeft_data()
    {
        QTest::addColumn<Leaving>("leaving");
        QTest::newRow("close") << Leaving::Close;
        QTest::newRow("half-close") << Leaving::HalfClose;
        QTest::newRow("reset") << Leaving::Reset;
    }
    void noticesThatTheClientLeft()
    {
        QFETCH(Leaving, leaving);
        TestServer server;
        RawClient client(server.port());
        client.post("/slow"_ba, "{}"_ba, goodJson);
        QTRY_VERIFY(server.pending);
        const QPointer<Exchange> exchange = server.pending;
        QObject::connect(exchange, &Exchange::clientLeft, exchange, [exchange] {
            exchange->respond(Response::empty(200));
        });
        if (leaving == Leaving::Close)
            client.socket().disconnectFromHost();
        else if (leaving == Leaving::HalfClose)
            engine::stopSending(client.socket().socketDescriptor());
        else
            client.socket().abort();
        QTRY_COMPARE(server.left, 1);
        QTRY_VERIFY(!exchange);
        QTRY_COMPARE(server.server.connectionCount(), 0);
    }

    void mayEndWhileRequestsArePending()
    {
        auto server = std::make_unique<TestServer>();
        RawClient slow(server->port());
        slow.post("/slow"_ba, "{}"_ba, goodJson);
        RawClient streaming(server->port());
        streaming.get("/stream"_ba, goodKey);
        QTRY_VERIFY(server->pending && server->stream);
        server.reset();
        QVERIFY(slow.waitForEnd());
        QVERIFY(streaming.waitForEnd());
    }

    void closesPolitely()
    {
        TestServer server;
        RawClient slow(server.port());
        slow.post("/slow"_ba, "{}"_ba, goodJson);
        RawClient streaming(server.port());
        streaming.get("/stream"_ba, goodKey);
        RawClient idle(server.port());
        idle.get("/health"_ba);
        QVERIFY(idle.response());
        RawClient halfWay(server.port());
        halfWay.send("GET /health"_ba);
        QTRY_VERIFY(server.pending && server.stream);
        QTRY_COMPARE(server.server.connectionCount(), 4);
        QSignalSpy finished(&server.server, &HttpServer::finished);
        server.server.close();
        QCOMPARE(slow.response()->status, 503);
        QCOMPARE(streaming.response()->status, 200);
        QVERIFY(idle.waitForEnd());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(server.left, 1);
        QCOMPARE(server.streamsClosed, 1);
        QCOMPARE(server.server.connectionCount(), 0);
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(!late.waitForConnected());
    }

    void mayGoAsSoonAsItHasFinished()
    {
        TestServer world;
        auto *server = new HttpServer(
            [&world](Exchange *exchange) { world.router.dispatch(exchange); }, Limits());
        QVERIFY(server->listen(0));
        connect(server, &HttpServer::finished, server, &QObject::deleteLater);
        const QPointer<HttpServer> gone(server);
        RawClient client(server->port());
        client.get("/health"_ba);
        QVERIFY(client.response());
        server->close();
        QTRY_VERIFY(!gone); // before its last connection, which has said so
        QVERIFY(client.waitForEnd());
    }

    void dropsSlowClients_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("silent") << QByteArray() << 0;
        QTest::newRow("half a head") << "GET /health HTTP/1.1\r\nHo"_ba << 408;
        QTest::newRow("half a body")
            << "POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9\r\n\r\nab"_ba << 408;
        QTest::newRow("half a chunk")
            << "POST /echo HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n9\r\na"_ba
            << 408;
        QTest::newRow("idle") << "GET /health HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba << 200;
    }
    void dropsSlowClients()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        TestServer server(quickLimits());
        RawClient client(server.port());
        client.send(bytes.replace("HOST", client.host()));
        if (status != 0)
            QCOMPARE(client.response()->status, status);
        QVERIFY(client.waitForEnd());
        QTRY_COMPARE(server.server.connectionCount(), 0);
    }

    void countsTheTimeOfAHeadFromItsBeginning()
    {
        TestServer server(quickLimits());
        RawClient client(server.port());
        QTimer trickle;
        connect(&trickle, &QTimer::timeout, &trickle, [&client] { client.send("G"_ba); });
        trickle.start(20);
        QCOMPARE(client.response()->status, 408);
    }

    void turnsAwayWhoIsTooMany()
    {
        Limits limits;
        limits.connections = 2;
        TestServer server(limits);
        std::array<RawClient, 2> first{RawClient(server.port()), RawClient(server.port())};
        for (RawClient &client : first)
            client.post("/slow"_ba, "{}"_ba, goodJson);
        QTRY_COMPARE(server.handled, 2);
        RawClient third(server.port());
        third.get("/health"_ba);
        QCOMPARE(third.response()->status, 503);
        QVERIFY(third.waitForEnd());
        first.front().socket().abort();
        QTRY_COMPARE(server.server.connectionCount(), 1);
        RawClient fourth(server.port());
        fourth.get("/health"_ba);
        QCOMPARE(fourth.response()->status, 200);
        RawClient fifth(server.port());
        fifth.get("/health"_ba);
        QCOMPARE(fifth.response()->status, 200);
        QVERIFY(fourth.waitForEnd());
    }

    void refusesASecondRequestWhileTheFirstIsPending()
    {
        TestServer server;
        RawClient client(server.port());
        client.post("/slow"_ba, "{}"_ba, goodJson);
        QTRY_VERIFY(server.pending);
        client.get("/health"_ba);
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.rest(), QByteArray());
        QTRY_COMPARE(server.left, 1);
        QCOMPARE(server.handled, 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
