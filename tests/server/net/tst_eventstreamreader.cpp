// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/eventstreamreader.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using namespace std::chrono_literals;

namespace {

constexpr auto guardTime = 20s;

fakes::LocalHttpServer::Answer answering(const QByteArray &bytes, bool thenClose)
{
    return [bytes, thenClose](QTcpSocket &socket, const fakes::LocalHttpServer::Received &) {
        socket.write(bytes);
        if (thenClose)
            socket.disconnectFromHost();
    };
}

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"_ba;

Request requestTo(const fakes::LocalHttpServer &server)
{
    Request request;
    request.url = server.url();
    return request;
}

} // namespace

class TestEventStreamReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEventsOneByOne()
    {
        fakes::LocalHttpServer server(answering(streamHead + "data: a\n\ndata: b\n\n", false));
        EventStreamReader reader(requestTo(server));
        QCOMPARE(QCoro::waitFor(reader.next(guardTime))->data, "a"_ba);
        QCOMPARE(QCoro::waitFor(reader.next(guardTime))->data, "b"_ba);
    }

    void tellsWhenTheStreamHasEnded()
    {
        fakes::LocalHttpServer server(answering(streamHead + "data: a\n\n", true));
        EventStreamReader reader(requestTo(server));
        QCOMPARE(QCoro::waitFor(reader.next(guardTime))->data, "a"_ba);
        const auto end = QCoro::waitFor(reader.next(guardTime));
        QVERIFY(!end);
        QCOMPARE(end.error().code, ErrorCode::Network);
    }

    void tellsARefusal()
    {
        fakes::LocalHttpServer server(
            answering(fakes::LocalHttpServer::answer("401 Unauthorized"_ba, "{}"_ba), false));
        EventStreamReader reader(requestTo(server));
        const auto refused = QCoro::waitFor(reader.next(guardTime));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    }

    void refusesAnAnswerThatIsNoStream()
    {
        fakes::LocalHttpServer server(
            answering(fakes::LocalHttpServer::answer("200 OK"_ba, "{}"_ba), false));
        EventStreamReader reader(requestTo(server));
        const auto refused = QCoro::waitFor(reader.next(guardTime));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidData);
    }

    void givesUpWaiting()
    {
        fakes::LocalHttpServer server(answering(streamHead, false));
        EventStreamReader reader(requestTo(server));
        const auto late = QCoro::waitFor(reader.next(1ms));
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Timeout);
    }

    void sendsNothingToAPublicHostOverPlainHttp()
    {
        Request request;
        request.url = QUrl(u"http://example.com/sse"_s);
        EventStreamReader reader(request);
        const auto refused = QCoro::waitFor(reader.next(guardTime));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestEventStreamReader)
#include "tst_eventstreamreader.moc"
