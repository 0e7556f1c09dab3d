// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using fakes::LocalHttpServer;
using namespace std::chrono_literals;

namespace {

NetworkHttpClient::Options quickRetries()
{
    NetworkHttpClient::Options options;
    options.retry.base = 1ms;
    return options;
}

/** Threads of the program for transfers. */
int transferThreads()
{
    int count = 0;
    const QDir threads(u"/proc/self/task"_s);
    for (const QString &id : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(threads.filePath(id + "/comm"_L1));
        count += name.open(QIODevice::ReadOnly) && name.readAll() == "transfers\n" ? 1 : 0;
    }
    return count;
}

#ifdef Q_OS_LINUX
/** While it lives the system has no thread to give: each would need more memory than there are
 * addresses for. */
class NoThreads
{
public:
    NoThreads()
    {
        pthread_attr_t attributes;
        pthread_getattr_default_np(&attributes);
        pthread_attr_getstacksize(&attributes, &m_usual);
        pthread_attr_destroy(&attributes);
        setStackSize(size_t{1} << 47);
    }
    ~NoThreads() { setStackSize(m_usual); }

private:
    static void setStackSize(size_t size)
    {
        pthread_attr_t attributes;
        pthread_getattr_default_np(&attributes);
        pthread_attr_setstacksize(&attributes, size);
        if (pthread_setattr_default_np(&attributes) != 0)
            qFatal("The stacks' size cannot be set");
        pthread_attr_destroy(&attributes);
    }

    size_t m_usual = 0;
};
#endif

} // namespace

/** What NetworkHttpClient sends and returns when the other side behaves. */
class TestNetworkHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheRequestAndReturnsTheAnswer()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("201 Created"_ba, "{}"_ba, "X-Mark: 7\r\n"_ba));
        });
        NetworkHttpClient client;
        const QList<Header> headers{{"Content-Type"_ba, "application/json"_ba}};
        const auto answer = QCoro::waitFor(client.send({.method = "POST"_ba,
                                                        .url = server.url(u"/a?b=c%20d"_s),
                                                        .headers = headers,
                                                        .body = "[1]"_ba}));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, "{}"_ba);
        QCOMPARE(answer->header("x-mark"), "7"_ba);
        QVERIFY(server.received()[0].head.startsWith("POST /a?b=c%20d HTTP/1.1"_ba));
        QVERIFY(server.received()[0].head.contains("Content-Type: application/json"_ba));
        QCOMPARE(server.received()[0].body, "[1]"_ba);
    }

    void asksForThePathAsItIs_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("none") << u""_s << "/"_ba;
        QTest::newRow("a query alone") << u"?a=/b"_s << "/?a=/b"_ba;
        QTest::newRow("dots") << u"/a/../b/%2e%2e/c"_s << "/a/../b/../c"_ba;
        QTest::newRow("slashes") << u"//a//b/"_s << "//a//b/"_ba;
        QTest::newRow("an address within") << u"/a?u=http://b/c?d#e"_s << "/a?u=http://b/c?d"_ba;
        QTest::newRow("line breaks") << u"/a\r\nb: c?d\r\ne"_s << "/a%0D%0Ab:%20c?d%0D%0Ae"_ba;
        QTest::newRow("blanks and letters") << u"/a b/\u00e4?c=d e"_s << "/a%20b/%C3%A4?c=d%20e"_ba;
    }
    void asksForThePathAsItIs()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, target);
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, "{}"_ba));
        });
        NetworkHttpClient client;
        QVERIFY(QCoro::waitFor(client.send({.url = server.url(address)})));
        const QByteArray head = server.received()[0].head;
        QVERIFY2(head.startsWith("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:"_ba),
                 head.constData());
    }

    void returnsEveryStatusAsAValue_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::newRow("400") << "400 Bad Request"_ba << QByteArray() << 400;
        QTest::newRow("401") << "401 Unauthorized"_ba << QByteArray() << 401;
        QTest::newRow("401 Basic") << "401 Unauthorized"_ba
                                   << "WWW-Authenticate: Basic realm=\"x\"\r\n"_ba << 401;
        QTest::newRow("401 OAuth")
            << "401 Unauthorized"_ba
            << "WWW-Authenticate: OAuth realm=\"https%3A%2F%2Fx\"\r\n"_ba << 401;
        QTest::newRow("403") << "403 Forbidden"_ba << QByteArray() << 403;
        QTest::newRow("404") << "404 Not Found"_ba << QByteArray() << 404;
        QTest::newRow("410") << "410 Gone"_ba << QByteArray() << 410;
        QTest::newRow("413") << "413 Too Large"_ba << QByteArray() << 413;
        QTest::newRow("429") << "429 Too Many Requests"_ba << QByteArray() << 429;
        QTest::newRow("500") << "500 Internal Server Error"_ba << QByteArray() << 500;
        QTest::newRow("503") << "503 Service Unavailable"_ba << QByteArray() << 503;
    }
    void returnsEveryStatusAsAValue()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        const LocalHttpServer server([line, headers](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer(line, "why"_ba, headers));
        });
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY(answer);
        QTEST(answer->status, "status");
        QCOMPARE(answer->body, "why"_ba);
        QCOMPARE(server.received().size(), 1);
    }

    void followsNoRedirectAndSendsNoSecretElsewhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("301") << "301 Moved Permanently"_ba;
        QTest::newRow("302") << "302 Found"_ba;
        QTest::newRow("307") << "307 Temporary Redirect"_ba;
        QTest::newRow("308") << "308 Permanent Redirect"_ba;
    }
    void followsNoRedirectAndSendsNoSecretElsewhere()
    {
        QFETCH(QByteArray, line);
        const LocalHttpServer other([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, "stolen"_ba));
        });
        const QByteArray location = "Location: "_ba + other.url().toEncoded() + "\r\n"_ba;
        const LocalHttpServer server([line, location](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer(line, {}, location));
        });
        NetworkHttpClient client;
        const QList<Header> headers{{"Authorization"_ba, "Bearer secret"_ba}};
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .headers = headers}));
        QVERIFY(answer);
        QCOMPARE(answer->status, line.first(3).toInt());
        QCOMPARE(answer->header("Location"), other.url().toEncoded());
        QVERIFY(other.received().isEmpty());
    }

    void keepsNoCookies()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(
                LocalHttpServer::answer("200 OK"_ba, {}, "Set-Cookie: a=b; Path=/\r\n"_ba));
        });
        NetworkHttpClient client;
        for (int i = 0; i < 2; ++i)
            QVERIFY(QCoro::waitFor(client.send({.url = server.url()})));
        QCOMPARE(server.received().size(), 2);
        QVERIFY(!server.received()[1].head.toLower().contains("cookie"));
    }

    void takesNothingOverFromTheRequestBefore()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, "fine"_ba));
        });
        NetworkHttpClient client;
        const QList<Header> headers{{"Authorization"_ba, "Bearer secret"_ba},
                                    {"Content-Type"_ba, "text/plain"_ba}};
        QVERIFY(QCoro::waitFor(client.send(
            {.method = "PUT"_ba, .url = server.url(), .headers = headers, .body = "hello"_ba})));
        QVERIFY(QCoro::waitFor(client.send({.method = "HEAD"_ba, .url = server.url()})));
        const auto plain = QCoro::waitFor(client.send({.url = server.url()}));
        QVERIFY(plain);
        QCOMPARE(plain->body, "fine"_ba);
        QCOMPARE(server.received().size(), 3);
        const auto &last = server.received()[2];
        QVERIFY(last.head.startsWith("GET "));
        QVERIFY(last.body.isEmpty());
        const QByteArray head = last.head.toLower();
        QVERIFY(!head.contains("authorization"));
        QVERIFY(!head.contains("content-type"));
        QVERIFY(!head.contains("content-length"));
    }

    void sendsNothingWhenARequestIsRefused()
    {
        const LocalHttpServer server([](QTcpSocket &, const auto &) {});
        NetworkHttpClient client;
        const QList<Header> headers{{"Accept"_ba, "v\r\nX-Injected: 1"_ba}};
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .headers = headers}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
        QCOMPARE(server.connectionCount(), 0);
    }

    void repeatsOnlyWhatMayBeRepeated_data()
    {
        QTest::addColumn<Repeatable>("repeatable");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("requests");
        QTest::newRow("read, 503") << Repeatable::Yes << "503 Busy"_ba << QByteArray() << 3;
        QTest::newRow("read, 429 now") << Repeatable::Yes << "429 Slow"_ba
                                       << "Retry-After: 0\r\n"_ba << 3;
        QTest::newRow("read, 429 much later") << Repeatable::Yes << "429 Slow"_ba
                                              << "Retry-After: 3600\r\n"_ba << 1;
        QTest::newRow("read, 500") << Repeatable::Yes << "500 Broken"_ba << QByteArray() << 1;
        QTest::newRow("write, 503") << Repeatable::No << "503 Busy"_ba << QByteArray() << 1;
        QTest::newRow("write, 429") << Repeatable::No << "429 Slow"_ba
                                    << "Retry-After: 0\r\n"_ba << 1;
    }
    void repeatsOnlyWhatMayBeRepeated()
    {
        QFETCH(Repeatable, repeatable);
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        const LocalHttpServer server([line, headers](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer(line, {}, headers));
        });
        NetworkHttpClient client(quickRetries());
        const auto answer = QCoro::waitFor(client.send(
            {.method = "POST"_ba, .url = server.url(), .body = "x"_ba, .repeatable = repeatable}));
        QVERIFY(answer);
        QCOMPARE(answer->status, line.first(3).toInt());
        QTEST(static_cast<int>(server.received().size()), "requests");
        QCOMPARE(server.received().last().body, "x"_ba);
    }

    void doesNotWaitForARetryBeyondTheDeadline()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("429 Slow"_ba, {}, "Retry-After: 5\r\n"_ba));
        });
        NetworkHttpClient client;
        const auto answer = QCoro::waitFor(
            client.send({.url = server.url(), .deadline = 4s, .repeatable = Repeatable::Yes}));
        QVERIFY(answer);
        QCOMPARE(answer->status, 429);
        QCOMPARE(server.received().size(), 1);
    }

    void opensMoreThanSixConnectionsForParallelCalls()
    {
        // Nobody is answered before all sixteen are there: with six connections this never ends.
        QList<QTcpSocket *> waiting;
        const LocalHttpServer server([&waiting](QTcpSocket &socket, const auto &) {
            waiting.append(&socket);
            if (waiting.size() < 16)
                return;
            for (QTcpSocket *each : waiting)
                each->write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        std::vector<QCoro::Task<Result<Response>>> calls;
        for (int i = 0; i < 16; ++i)
            calls.push_back(client.send({.url = server.url(), .deadline = 20s}));
        for (auto &call : calls)
            QVERIFY(QCoro::waitFor(call));
        QCOMPARE(server.connectionCount(), 16);
    }

    void startsAThreadForWhatIsAskedAtTheSameTime()
    {
#ifndef Q_OS_LINUX
        QSKIP("The threads are counted in /proc");
#endif
        const LocalHttpServer server([](QTcpSocket &socket, const auto &received) {
            if (received.head.startsWith("GET /quick"))
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        QTRY_COMPARE(transferThreads(), 0); // those of the tests before end by themselves
        NetworkHttpClient client;
        for (int i = 0; i < 2; ++i)
            QVERIFY(QCoro::waitFor(client.send({.url = server.url(u"/quick"_s)})));
        QCOMPARE(transferThreads(), 0);
        const CancellationSource source;
        const auto slow =
            client.send({.url = server.url(u"/slow"_s), .cancellation = source.token()});
        QVERIFY(QCoro::waitFor(client.send({.url = server.url(u"/quick"_s)})));
        QCOMPARE(transferThreads(), 1);
        source.cancel();
        QVERIFY(!QCoro::waitFor(slow));
    }

    void answersWhereTheSystemHasNoThreadToGive()
    {
#ifdef Q_OS_LINUX
        const LocalHttpServer server([](QTcpSocket &socket, const auto &received) {
            if (received.head.startsWith("GET /quick"))
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        QTRY_COMPARE(transferThreads(), 0);
        NetworkHttpClient client;
        const CancellationSource source;
        const auto slow =
            client.send({.url = server.url(u"/slow"_s), .cancellation = source.token()});
        const NoThreads none;
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"Thread creation error"_s));
        for (int i = 0; i < 2; ++i)
            QVERIFY(QCoro::waitFor(client.send({.url = server.url(u"/quick"_s)})));
        QCOMPARE(transferThreads(), 0);
        source.cancel();
        QVERIFY(!QCoro::waitFor(slow));
#else
        QSKIP("How a system runs out of threads is known for Linux only");
#endif
    }

    void queuesWhatIsAboveTheCap()
    {
        int open = 0;
        int mostOpen = 0;
        const LocalHttpServer server([&](QTcpSocket &socket, const auto &) {
            mostOpen = std::max(mostOpen, ++open);
            QTimer::singleShot(5, &socket, [&open, &socket] {
                --open;
                socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
            });
        });
        NetworkHttpClient::Options options;
        options.requestsPerHost = 4;
        NetworkHttpClient client(options);
        std::vector<QCoro::Task<Result<Response>>> calls;
        for (int i = 0; i < 20; ++i)
            calls.push_back(client.send({.url = server.url(), .deadline = 20s}));
        for (auto &call : calls)
            QVERIFY(QCoro::waitFor(call));
        QCOMPARE(mostOpen, 4);
        QCOMPARE(server.received().size(), 20);
        QVERIFY(server.connectionCount() <= 4 + 1); // the one for what is asked alone is kept, too
    }
};

QTEST_GUILESS_MAIN(TestNetworkHttpClient)
#include "tst_networkhttpclient.moc"
