// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using fakes::LocalHttpServer;
using namespace std::chrono_literals;

namespace {

QByteArray gzippedZeros(const QString &name)
{
    QFile file(QStringLiteral(FAIRLEAD_TEST_DATA "/net/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test's data is missing");
    return LocalHttpServer::answer("200 OK"_ba, file.readAll(), "Content-Encoding: gzip\r\n"_ba);
}

} // namespace

/** What NetworkHttpClient does when the other side, or the way to it, does not behave. */
class TestNetworkHttpClientFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAHangAtTheDeadline()
    {
        const LocalHttpServer server([](QTcpSocket &, const auto &) {});
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .deadline = 500ms}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
        QCOMPARE(
            answer.error().message,
            u"127.0.0.1:%1 did not answer within 500 milliseconds."_s.arg(server.url().port()));
    }

    void endsADripAtTheDeadline()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            auto *timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
            timer->start(5);
        });
        NetworkHttpClient::Options options;
        options.silence = 150ms;
        NetworkHttpClient client(options);
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .deadline = 400ms}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void endsASilenceBeforeTheDeadline()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
        });
        NetworkHttpClient::Options options;
        options.silence = 100ms;
        NetworkHttpClient client(options);
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .deadline = 30s}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void reportsABrokenAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut in the head") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
        QTest::newRow("cut in the body") << "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"_ba;
        QTest::newRow("cut in a chunk")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"_ba;
        QTest::newRow("not HTTP") << "SSH-2.0-OpenSSH_9.2\r\n\r\n"_ba;
    }
    void reportsABrokenAnswer()
    {
        QFETCH(QByteArray, bytes);
        const LocalHttpServer server([bytes](QTcpSocket &socket, const auto &) {
            socket.write(bytes);
            socket.disconnectFromHost();
        });
        NetworkHttpClient client;
        const auto answer =
            QCoro::waitFor(client.send({.method = "POST"_ba, .url = server.url(), .body = "x"_ba}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidData);
        QVERIFY(answer.error().message.contains("127.0.0.1"_L1));
    }

    void sendsAWriteOnceOnly_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << "POST"_ba
                              << "{}"_ba;
        QTest::newRow("POST without body") << "POST"_ba << QByteArray();
        QTest::newRow("PUT") << "PUT"_ba << QByteArray(100'000, 'x');
        QTest::newRow("DELETE") << "DELETE"_ba << QByteArray();
    }
    void sendsAWriteOnceOnly()
    {
        // Left alone, libcurl sends a request again when a connection that it kept closes.
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        int answers = 0;
        const LocalHttpServer server([&answers](QTcpSocket &socket, const auto &) {
            if (answers++ == 0)
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
            else
                socket.disconnectFromHost();
        });
        NetworkHttpClient client;
        const Request request{.method = method, .url = server.url(), .body = body};
        QVERIFY(QCoro::waitFor(client.send(request)));
        QVERIFY(!QCoro::waitFor(client.send(request)));
        QCOMPARE(server.received().size(), 2);
        QCOMPARE(server.received()[0].body, body);
        QCOMPARE(server.received()[1].body, body);
    }

    void sendsNothingWhenTheTimeIsUpAlready()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        Request request{.method = "POST", .url = server.url(), .body = "{}"};
        QVERIFY(QCoro::waitFor(client.send(request))); // leaves a connection that is kept
        request.deadline = std::chrono::milliseconds(0);
        const auto outcome = QCoro::waitFor(client.send(request));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Network);
        request.deadline = std::chrono::seconds(30);
        QVERIFY(QCoro::waitFor(client.send(request)));
        QCOMPARE(server.received().size(), 2);
    }

    void readsAgainWhenAKeptConnectionIsDead()
    {
        int answers = 0;
        const LocalHttpServer server([&answers](QTcpSocket &socket, const auto &) {
            if (answers++ == 1)
                socket.disconnectFromHost();
            else
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        const Request request{.url = server.url(), .repeatable = Repeatable::Yes};
        QVERIFY(QCoro::waitFor(client.send(request)));
        QVERIFY(QCoro::waitFor(client.send(request)));
        QCOMPARE(server.connectionCount(), 2);
        QCOMPARE(server.received().size(), 3);
    }

    void readsGzip()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(gzippedZeros(u"zeros-1mib.gz"_s));
        });
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(1 << 20, '\0'));
    }

    void stopsReadingWhatIsTooLarge_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("announced")
            << LocalHttpServer::answer("200 OK"_ba, QByteArray(300'000, 'x'));
        QTest::newRow("not announced")
            << "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"_ba + QByteArray(300'000, 'x');
        QTest::newRow("gzip, small on the wire") << gzippedZeros(u"zeros-1mib.gz"_s);
        QTest::newRow("gzip bomb") << gzippedZeros(u"zeros-16mib.gz"_s);
    }
    void stopsReadingWhatIsTooLarge()
    {
        QFETCH(QByteArray, answer);
        const LocalHttpServer server(
            [answer](QTcpSocket &socket, const auto &) { socket.write(answer); });
        NetworkHttpClient client;
        const auto outcome =
            QCoro::waitFor(client.send({.url = server.url(), .maxResponseBytes = 200'000}));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::InvalidData);
    }

    void abortsWhenCancelled()
    {
        QPointer<QTcpSocket> peer;
        LocalHttpServer server([&peer](QTcpSocket &socket, const auto &) { peer = &socket; });
        NetworkHttpClient client;
        const CancellationSource source;
        connect(&server, &LocalHttpServer::requestReceived, this, [&source] { source.cancel(); });
        const auto answer =
            QCoro::waitFor(client.send({.url = server.url(), .cancellation = source.token()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(!peer); // the connection is closed, not left open until the deadline
    }

    void sendsNothingWhenCancelledBefore()
    {
        const LocalHttpServer server([](QTcpSocket &, const auto &) {});
        NetworkHttpClient client;
        const CancellationSource source;
        source.cancel();
        const auto answer =
            QCoro::waitFor(client.send({.url = server.url(), .cancellation = source.token()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QCOMPARE(server.connectionCount(), 0);
    }

    void leavesTheQueueWhenCancelled()
    {
        const LocalHttpServer server([](QTcpSocket &, const auto &) {});
        NetworkHttpClient::Options options;
        options.requestsPerHost = 1;
        NetworkHttpClient client(options);
        const CancellationSource first;
        const CancellationSource second;
        auto holding = client.send({.url = server.url(), .cancellation = first.token()});
        auto queued = client.send({.url = server.url(), .cancellation = second.token()});
        second.cancel();
        QCOMPARE(QCoro::waitFor(queued).error().code, ErrorCode::Cancelled);
        first.cancel();
        QCOMPARE(QCoro::waitFor(holding).error().code, ErrorCode::Cancelled);
    }

    void saysWhenNobodyListens()
    {
        QUrl gone;
        {
            const LocalHttpServer server([](QTcpSocket &, const auto &) {});
            gone = server.url();
        }
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = gone}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
        QCOMPARE(answer.error().message,
                 u"127.0.0.1:%1 refused the connection. Check the address and the network."_s.arg(
                     gone.port()));
    }

    void trustsNoUnknownCertificate()
    {
        const LocalHttpServer server(
            [](QTcpSocket &socket, const auto &) {
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
            },
            LocalHttpServer::Transport::Tls);
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Tls);
        QVERIFY2(answer.error().message.startsWith(
                     u"The certificate of 127.0.0.1:%1 is not trusted"_s.arg(server.url().port())),
                 qPrintable(answer.error().message));
        QVERIFY(server.received().isEmpty());
    }

    void trustsACertificateThatWasAdded()
    {
        const LocalHttpServer server(
            [](QTcpSocket &socket, const auto &) {
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
            },
            LocalHttpServer::Transport::Tls);
        NetworkHttpClient::Options options;
        options.extraCaFile = QStringLiteral(FAIRLEAD_TEST_DATA "/net/localhost.pem");
        NetworkHttpClient client(options);
        const auto answer = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->status, 200);
    }

    void takesNoOtherCertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("word");
        QTest::newRow("expired") << u"expired.pem"_s << u"expired"_s;
        QTest::newRow("another name") << u"elsewhere.pem"_s << u"127.0.0.1"_s;
    }

    void takesNoOtherCertificate()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, word);
        const LocalHttpServer server(
            [](QTcpSocket &socket, const auto &) {
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
            },
            certificate);
        NetworkHttpClient::Options options;
        options.extraCaFile = QStringLiteral(FAIRLEAD_TEST_DATA "/net/") + certificate;
        NetworkHttpClient client(options);
        const auto answer = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Tls);
        QVERIFY2(answer.error().message.contains(word), qPrintable(answer.error().message));
        QVERIFY(server.received().isEmpty());
    }

    void speaksNoOldTls()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray hello;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&hello, socket] {
                hello += socket->readAll();
                socket->abort();
            });
        });
        NetworkHttpClient client;
        const QUrl url(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
        QVERIFY(!QCoro::waitFor(client.send({.url = url})));
        QVERIFY(!hello.isEmpty());
        // RFC 8446, section 4.2.1: supported_versions, a list of two bytes each. Without it, the
        // newest that it speaks would be the oldest that is named.
        const qsizetype versions = hello.indexOf(QByteArray::fromHex("002b"));
        QVERIFY(versions > 0);
        const int size = hello[versions + 4];
        const QByteArray list = hello.mid(versions + 5, size);
        for (qsizetype at = 0; at + 1 < list.size(); at += 2) {
            const QByteArray version = list.mid(at, 2).toHex();
            QVERIFY2(version == "0304" || version == "0303", version.constData());
        }
    }

    void reportsAServerThatSpeaksNoTls()
    {
        const LocalHttpServer server([](QTcpSocket &, const auto &) {});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = url, .deadline = 300ms}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network); // for nothing was sent
        QVERIFY(server.received().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNetworkHttpClientFaults)
#include "tst_networkhttpclientfaults.moc"
