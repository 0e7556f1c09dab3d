// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamingclient.h"
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
using Server = fakes::LocalHttpServer;

Request requestTo(const QUrl &url, const QByteArray &body = {})
{
    Request request;
    request.url = url;
    request.method = body.isEmpty() ? "GET"_ba : "POST"_ba;
    request.body = body;
    return request;
}

Server::Answer answering(const QByteArray &bytes, bool thenClose)
{
    return [bytes, thenClose](QTcpSocket &socket, const Server::Received &) {
        socket.write(bytes);
        if (thenClose)
            socket.disconnectFromHost();
    };
}

} // namespace

class TestStreamedResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeadAndBody()
    {
        Server server(answering(Server::answer("201 Created"_ba, "body"_ba, "X: y\r\n"_ba), false));
        StreamingClient client;
        const auto response = client.send(requestTo(server.url(), "sent"_ba));
        const auto head = QCoro::waitFor(response->head(guardTime));
        QCOMPARE(head->status, 201);
        QCOMPARE(head->header("x"), "y"_ba);
        QCOMPARE(QCoro::waitFor(response->read(guardTime)).value(), "body"_ba);
        QCOMPARE(QCoro::waitFor(response->read(guardTime)).value(), QByteArray());
        QCOMPARE(server.received().first().body, "sent"_ba);
    }

    void sendsARequestOnceOnly_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GET") << QByteArray();
        QTest::newRow("POST") << "sent"_ba;
    }
    void sendsARequestOnceOnly()
    {
        // Left alone, libcurl sends a request again when a connection that it kept closes.
        QFETCH(QByteArray, body);
        int answers = 0;
        Server server([&answers](QTcpSocket &socket, const Server::Received &) {
            if (answers++ == 0)
                socket.write(Server::answer("200 OK"_ba, "body"_ba, {}));
            else
                socket.disconnectFromHost();
        });
        StreamingClient client;
        const auto first = client.send(requestTo(server.url(), body));
        QCOMPARE(QCoro::waitFor(first->read(guardTime)).value(), "body"_ba);
        QCOMPARE(QCoro::waitFor(first->read(guardTime)).value(), QByteArray());
        const auto second = client.send(requestTo(server.url(), body));
        QVERIFY(!QCoro::waitFor(second->head(guardTime)));
        QCOMPARE(server.received().size(), 2);
    }

    void givesTheBodyOfARefusal()
    {
        Server server(answering(Server::answer("404 Not Found"_ba, "why"_ba), false));
        StreamingClient client;
        const auto response = client.send(requestTo(server.url(), "x"_ba));
        QCOMPARE(QCoro::waitFor(response->head(guardTime))->status, 404);
        QCOMPARE(QCoro::waitFor(response->read(guardTime)).value(), "why"_ba);
    }

    void tellsWhetherTheRequestCanHaveArrived()
    {
        StreamingClient client;
        QUrl gone;
        {
            const Server server(answering({}, false));
            gone = server.url();
        }
        const auto refused = client.send(requestTo(gone, "x"_ba));
        QCOMPARE(QCoro::waitFor(refused->head(guardTime)).error().code, ErrorCode::Network);
        Server dropping([](QTcpSocket &socket, const Server::Received &) { socket.abort(); });
        const auto dropped = client.send(requestTo(dropping.url(), "x"_ba));
        QCOMPARE(QCoro::waitFor(dropped->head(guardTime)).error().code, ErrorCode::InvalidData);
        QCOMPARE(dropping.received().size(), 1); // never sent twice
    }

    void tellsABodyThatIsCutShort()
    {
        Server server(answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome"_ba, true));
        StreamingClient client;
        const auto response = client.send(requestTo(server.url(), "x"_ba));
        QCOMPARE(QCoro::waitFor(response->head(guardTime))->status, 200);
        QCOMPARE(QCoro::waitFor(response->read(guardTime)).value(), "some"_ba);
        QVERIFY(!QCoro::waitFor(response->read(guardTime)));
    }

    void waitsNoLongerThanItShall()
    {
        Server server([](QTcpSocket &, const Server::Received &) {});
        StreamingClient client;
        const auto response = client.send(requestTo(server.url(), "x"_ba));
        QCOMPARE(QCoro::waitFor(response->head(20ms)).error().code, ErrorCode::Timeout);
        QTRY_COMPARE(server.received().size(), 1);
    }

    void abortingWakesWhoWaits()
    {
        Server server([](QTcpSocket &, const Server::Received &) {});
        StreamingClient client;
        const auto response = client.send(requestTo(server.url(), "x"_ba));
        std::optional<ErrorCode> code;
        QCoro::connect(response->head(guardTime), this, [&](const Result<Response> &head) {
            code = head.error().code;
        });
        response->abort();
        QTRY_COMPARE(code, ErrorCode::Cancelled);
    }

    void refusesWhatHttpClientsRefuse()
    {
        StreamingClient client;
        const auto response = client.send(requestTo(QUrl(u"http://example.com/"_s), "x"_ba));
        QCOMPARE(QCoro::waitFor(response->head(guardTime)).error().code, ErrorCode::InvalidInput);
    }

    void openStreamsDoNotKeepOthersWaiting()
    {
        Server server([](QTcpSocket &socket, const Server::Received &received) {
            if (received.head.startsWith("GET"))
                socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
            else
                socket.write(Server::answer("200 OK"_ba, "{}"_ba));
        });
        StreamingClient client;
        std::vector<StreamedResponsePointer> streams;
        for (int i = 0; i < 20; ++i) {
            streams.push_back(client.send(requestTo(server.url())));
            QVERIFY(QCoro::waitFor(streams.back()->head(guardTime)).has_value());
        }
        const auto response = client.send(requestTo(server.url(), "x"_ba));
        QCOMPARE(QCoro::waitFor(response->head(guardTime))->status, 200);
    }

    void usesAConnectionAgain()
    {
        Server server(answering(Server::answer("200 OK"_ba, "{}"_ba), false));
        StreamingClient client;
        for (int i = 0; i < 5; ++i) {
            const auto response = client.send(requestTo(server.url(), "x"_ba));
            while (!QCoro::waitFor(response->read(guardTime))->isEmpty()) {
            }
        }
        QCOMPARE(server.connectionCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStreamedResponse)
#include "tst_streamedresponse.moc"
