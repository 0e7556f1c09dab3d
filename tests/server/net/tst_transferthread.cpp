// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/transferthread.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <coroutine>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using fakes::LocalHttpServer;
using namespace std::chrono_literals;

namespace {

constexpr Transfer::Limits generous{.time = 30s, .silence = 20s, .named = 30s};

QCoro::Task<Result<Response>> send(TransferThread &thread,
                                   Request request,
                                   Transfer::Limits limits = generous)
{
    TransferThread::Sending sending(thread, std::move(request), limits);
    co_await sending.finished();
    co_return sending.takeOutcome();
}

void neverAnswer(QTcpSocket &, const LocalHttpServer::Received &) {}

/** Says what it was asked for. */
void echo(QTcpSocket &socket, const LocalHttpServer::Received &received)
{
    const QByteArray target = received.head.split(' ').value(1);
    socket.write(LocalHttpServer::answer("201 Created"_ba, target + received.body, "X-A: 1\r\n"));
}

std::unique_ptr<TransferThread> newThread()
{
    return std::make_unique<TransferThread>(QByteArray(), QString());
}

} // namespace

class TestTransferThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsTheAnswer()
    {
        const LocalHttpServer server(echo);
        const auto thread = newThread();
        const auto answer = QCoro::waitFor(send(*thread,
                                                {.method = "POST"_ba,
                                                 .url = server.url(u"/there"_s),
                                                 .headers = {{"X-Mine"_ba, "yes"_ba}},
                                                 .body = " and back"_ba}));
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->header("x-a"), "1"_ba);
        QCOMPARE(answer->body, "/there and back"_ba);
        QVERIFY(server.received().first().head.contains("X-Mine: yes\r\n"));
    }

    void givesEachItsOwnAnswerAndKeepsItsConnections()
    {
        const LocalHttpServer server(echo);
        const auto thread = newThread();
        for (int round = 0; round < 3; ++round) {
            std::vector<QCoro::Task<Result<Response>>> calls;
            for (int i = 0; i < 20; ++i)
                calls.push_back(send(*thread, {.url = server.url(u"/%1"_s.arg(i))}));
            for (int i = 0; i < 20; ++i) {
                const auto answer = QCoro::waitFor(calls[static_cast<size_t>(i)]);
                QVERIFY(answer);
                QCOMPARE(answer->body, '/' + QByteArray::number(i));
            }
        }
        QVERIFY(server.connectionCount() <= 20);
    }

    void reportsWhatFailed()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl nobody(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
        closed.close();
        const auto thread = newThread();
        const auto answer = QCoro::waitFor(send(*thread, {.url = nobody}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Network);
    }

    void endsAtTheDeadline()
    {
        const LocalHttpServer server(neverAnswer);
        const auto thread = newThread();
        const Transfer::Limits short_{.time = 50ms, .silence = 20s, .named = 50ms};
        const auto answer = QCoro::waitFor(send(*thread, {.url = server.url()}, short_));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void refusesTooMuch()
    {
        const LocalHttpServer server(echo);
        const auto thread = newThread();
        const auto answer = QCoro::waitFor(
            send(*thread, {.url = server.url(u"/abcdefgh"_s), .maxResponseBytes = 4}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidData);
    }

    void isCancelledFromTheOwnersThread()
    {
        const CancellationSource source;
        const LocalHttpServer server([&source](QTcpSocket &, const auto &) { source.cancel(); });
        const auto thread = newThread();
        const auto answer =
            QCoro::waitFor(send(*thread, {.url = server.url(), .cancellation = source.token()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

    void sendsNothingThatWasCancelledBefore()
    {
        const LocalHttpServer server(echo);
        const auto thread = newThread();
        const CancellationSource source;
        source.cancel();
        const auto answer =
            QCoro::waitFor(send(*thread, {.url = server.url(), .cancellation = source.token()}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QVERIFY(server.received().isEmpty());
    }

    void sendsNothingThatWasCancelledBesideOthers()
    {
        // One event brings many jobs, and what tells of the last one's end comes behind it. On
        // connections that are open already, so that what is sent leaves at once.
        const LocalHttpServer server(echo);
        const auto thread = newThread();
        constexpr int count = 9;
        for (const bool lastIsCancelled : {false, true}) {
            std::vector<QCoro::Task<Result<Response>>> calls;
            for (int i = 1; i < count; ++i)
                calls.push_back(send(*thread, {.url = server.url()}));
            const CancellationSource source;
            if (lastIsCancelled)
                source.cancel();
            calls.push_back(send(*thread, {.url = server.url(), .cancellation = source.token()}));
            for (auto &call : calls)
                QCOMPARE(QCoro::waitFor(call).has_value(),
                         !(lastIsCancelled && &call == &calls.back()));
        }
        QCOMPARE(server.received().size(), 2 * count - 1);
    }

    void trustsOnlyWhatItIsTold()
    {
        const LocalHttpServer server(echo, LocalHttpServer::Transport::Tls);
        const auto strict = newThread();
        const auto refused = QCoro::waitFor(send(*strict, {.url = server.url(u"/a"_s)}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Tls);

        QFile file(QStringLiteral(FAIRLEAD_TEST_DATA "/net/localhost.pem"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        TransferThread trusting(file.readAll(), QString());
        const auto answer = QCoro::waitFor(send(trusting, {.url = server.url(u"/b"_s)}));
        QVERIFY(answer);
        QCOMPARE(server.received().size(), 1);
    }

    void stopsWhatIsUnderWayAtItsEnd()
    {
        int left = 0;
        const LocalHttpServer server([&left](QTcpSocket &socket, const auto &) {
            connect(&socket, &QTcpSocket::disconnected, &socket, [&left] { ++left; });
        });
        QEventLoop asked;
        connect(&server, &LocalHttpServer::requestReceived, &asked, &QEventLoop::quit);
        auto thread = newThread();
        TransferThread::Sending sending(*thread, {.url = server.url()}, generous);
        sending.finished().await_suspend(std::noop_coroutine());
        asked.exec();
        thread.reset();
        QTRY_COMPARE(left, 1);
    }
};

QTEST_GUILESS_MAIN(TestTransferThread)
#include "tst_transferthread.moc"
