// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using fakes::LocalHttpServer;
using namespace std::chrono_literals;

namespace {

const RateBudget slow{u"con_1"_s, {.perMinute = 1, .burst = 1}};
const RateBudget quick{u"con_1"_s, {.perMinute = 600, .burst = 100}};

} // namespace

/** How NetworkHttpClient keeps a connection to its budget, and to what the service says of it. */
class TestNetworkHttpClientBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatWouldComeAfterTheDeadline()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        QVERIFY(QCoro::waitFor(client.send({.url = server.url(), .budget = slow})));
        const auto answer = QCoro::waitFor(client.send({.url = server.url(), .budget = slow}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::RateLimited);
        QVERIFY(answer.error().retryAfter > 50s && answer.error().retryAfter <= 60s);
        QVERIFY2(answer.error().message.startsWith(u"So many calls to 127.0.0.1 wait already"_s),
                 qPrintable(answer.error().message));
        QCOMPARE(server.received().size(), 1);
        // Neither another connection nor a request without a budget is held up by it.
        RateBudget other = slow;
        other.key = u"con_2"_s;
        QVERIFY(QCoro::waitFor(client.send({.url = server.url(), .budget = other})));
        QVERIFY(QCoro::waitFor(client.send({.url = server.url()})));
    }

    void waitsForItsTurn()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        const RateBudget budget{u"con_1"_s, {.perMinute = 1200, .burst = 1}};
        NetworkHttpClient client;
        QElapsedTimer timer;
        timer.start();
        std::vector<QCoro::Task<Result<Response>>> calls;
        for (int i = 0; i < 5; ++i)
            calls.push_back(client.send({.url = server.url(), .budget = budget}));
        for (auto &call : calls)
            QVERIFY(QCoro::waitFor(call));
        QVERIFY(timer.elapsed() >= 200); // four times 50 ms, however fast the machine is
    }

    void leavesItsTurnToOthersWhenCancelled()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        QVERIFY(QCoro::waitFor(client.send({.url = server.url(), .budget = slow})));
        const CancellationSource source;
        auto waiting = client.send(
            {.url = server.url(), .deadline = 90s, .cancellation = source.token(), .budget = slow});
        source.cancel();
        QCOMPARE(QCoro::waitFor(waiting).error().code, ErrorCode::Cancelled);
        const auto next = QCoro::waitFor(client.send({.url = server.url(), .budget = slow}));
        QVERIFY(next.error().retryAfter <= 60s);
        QCOMPARE(server.received().size(), 1);
    }

    void hammersNobodyWhoAskedToWait_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("held");
        const QByteArray later = "Retry-After: 90\r\n"_ba;
        const QByteArray reset = "X-RateLimit-Reset: "_ba
            + QDateTime::currentDateTimeUtc().addSecs(90).toString(Qt::ISODate).toLatin1()
            + "\r\n"_ba;
        QTest::newRow("429") << "429 Slow"_ba << later << true;
        QTest::newRow("529") << "529 Overloaded"_ba << later << true;
        QTest::newRow("503") << "503 Busy"_ba << later << true;
        QTest::newRow("429, reset alone") << "429 Slow"_ba << reset << true;
        QTest::newRow("quota") << "429 Slow"_ba
                               << "RateLimit-Reason: jira-quota-tenant-based\r\n" + reset << true;
        QTest::newRow("one issue")
            << "429 Slow"_ba
            << "RateLimit-Reason: jira-per-issue-on-write\r\n" + later << false;
        QTest::newRow("200") << "200 OK"_ba << later + reset << false;
        QTest::newRow("503 without a time") << "503 Busy"_ba << QByteArray() << false;
    }
    void hammersNobodyWhoAskedToWait()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        QFETCH(bool, held);
        const LocalHttpServer server([&](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer(line, {}, headers));
        });
        NetworkHttpClient client;
        const auto first = QCoro::waitFor(client.send({.url = server.url(), .budget = quick}));
        QVERIFY(first);
        QCOMPARE(first->status, line.first(3).toInt());
        for (int i = 0; i < 20; ++i) {
            const auto next = QCoro::waitFor(client.send({.url = server.url(), .budget = quick}));
            QCOMPARE(next.has_value(), !held);
            if (!held)
                continue;
            QCOMPARE(next.error().code, ErrorCode::RateLimited);
            QVERIFY(next.error().retryAfter > 80s && next.error().retryAfter <= 91s);
            QCOMPARE(next.error().message,
                     u"127.0.0.1 has asked this connection to wait, so the call was not sent. Try "
                     "again in %1 seconds."_s.arg(next.error().retryAfter.count()));
        }
        QCOMPARE(server.received().size(), held ? 1 : 21);
    }

    void goesOnWhenTheTimeIsOver()
    {
        int asked = 0;
        const LocalHttpServer server([&asked](QTcpSocket &socket, const auto &) {
            socket.write(++asked == 1
                             ? LocalHttpServer::answer("429 Slow"_ba, {}, "Retry-After: 1\r\n"_ba)
                             : LocalHttpServer::answer("200 OK"_ba, {}));
        });
        NetworkHttpClient client;
        const auto first = QCoro::waitFor(client.send({.url = server.url(), .budget = quick}));
        QCOMPARE(first->status, 429);
        QElapsedTimer timer;
        timer.start();
        const auto next = QCoro::waitFor(client.send({.url = server.url(), .budget = quick}));
        QVERIFY(next);
        QCOMPARE(next->status, 200);
        QVERIFY(timer.elapsed() >= 900);
    }

    void holdsBackWhoWaitsForAPlaceAlready()
    {
        QList<QTcpSocket *> open;
        const LocalHttpServer server(
            [&open](QTcpSocket &socket, const auto &) { open.append(&socket); });
        NetworkHttpClient::Options options;
        options.requestsPerHost = 1;
        NetworkHttpClient client(options);
        auto first = client.send({.url = server.url(), .budget = quick});
        auto second = client.send({.url = server.url(), .deadline = 20s, .budget = quick});
        QTRY_COMPARE(open.size(), 1);
        open.first()->write(LocalHttpServer::answer("429 Slow"_ba, {}, "Retry-After: 60\r\n"_ba));
        QCOMPARE(QCoro::waitFor(first)->status, 429);
        const auto answer = QCoro::waitFor(second);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::RateLimited);
        QCOMPARE(server.received().size(), 1);
        // Its place is free again.
        auto third = client.send({.url = server.url()});
        QTRY_COMPARE(open.size(), 2);
        open.last()->write(LocalHttpServer::answer("200 OK"_ba, {}));
        QCOMPARE(QCoro::waitFor(third)->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestNetworkHttpClientBudget)
#include "tst_networkhttpclientbudget.moc"
