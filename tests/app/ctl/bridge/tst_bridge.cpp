// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/bridge/bridgerig.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tests;

namespace {

using Server = fakes::LocalHttpServer;

const QByteArray hello =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","n":1.0}})"_ba;
const QByteArray helloBack =
    R"({"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}}}})"_ba;
const QByteArray initialized = R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba;
const QByteArray call =
    R"({"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"t"}})"_ba;
const QByteArray list = R"({"jsonrpc":"2.0","id":6,"method":"tools/list"})"_ba;
const QByteArray listening =
    R"({"jsonrpc":"2.0","id":"L","method":"subscriptions/listen","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}})"_ba;
const QByteArray greeting =
    R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":{"_meta":{"io.modelcontextprotocol/subscriptionId":"L"},"notifications":{"toolsListChanged":true}}})"_ba;

QByteArray resultOf(int id)
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"result":{}})";
}

/** A Fairlead that gives out sessions, one after the other, and forgets them when told to. */
class Sessions
{
public:
    /** True when the request was answered here. */
    bool answer(QTcpSocket &socket, const Server::Received &received)
    {
        if (received.head.startsWith("GET /health"))
            socket.write(BridgeRig::json("{}"));
        else if (received.body == hello)
            socket.write(BridgeRig::json(
                helloBack, "Mcp-Session-Id: s" + QByteArray::number(++m_count) + "\r\n"));
        else if (!received.head.contains("Mcp-Session-Id: s" + QByteArray::number(m_count)))
            socket.write(Server::answer("404 Not Found"_ba, R"({"error":{"code":-32001}})"));
        else if (received.head.startsWith("GET"))
            socket.write(BridgeRig::events(heard));
        else if (received.head.startsWith("DELETE"))
            socket.write(Server::answer("204 No Content"_ba, {}));
        else if (!received.body.contains("\"id\"") || received.body.contains("\"result\""))
            socket.write(BridgeRig::accepted());
        else
            return false;
        return true;
    }
    void forget() { ++m_count; }
    [[nodiscard]] int count() const { return m_count; }

    QByteArrayList heard; ///< what comes on the stream that belongs to no request

private:
    int m_count = 0;
};

} // namespace

class TestBridge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesBytesOnAsTheyAre()
    {
        Sessions sessions;
        const QByteArray odd =
            R"({"id" : 1e0,"method":"x","params":{"b":1.0,"a":12345678901234567890}})"_ba;
        const QByteArray answer = R"({"result":{"z":1.0,"a":12345678901234567890},"id":1e0})"_ba;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (!sessions.answer(socket, received))
                socket.write(BridgeRig::json(answer));
        });
        rig.write(hello);
        rig.write(odd);
        QTRY_VERIFY(rig.hasRead(answer));
        QVERIFY(rig.posted().contains(hello));
        QVERIFY(rig.posted().contains(odd));
    }

    void givesTheClientANewSessionUnnoticed()
    {
        Sessions sessions;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (!sessions.answer(socket, received))
                socket.write(BridgeRig::json(resultOf(received.body == list ? 6 : 9)));
        });
        const QByteArray level =
            R"({"id":9,"method":"logging/setLevel","params":{"level":"debug"}})"_ba;
        rig.write(hello);
        rig.write(initialized);
        rig.write(level);
        QTRY_VERIFY(rig.hasRead(resultOf(9)));
        sessions.forget();
        const int before = sessions.count();
        rig.write(list);
        QTRY_VERIFY(rig.hasRead(resultOf(6)));
        QCOMPARE(sessions.count(), before + 1);
        QCOMPARE(rig.posted().count(hello), 2);
        QCOMPARE(rig.posted().count(initialized), 2);
        QCOMPARE(rig.posted().count(level), 2);
        QCOMPARE(rig.read().count(helloBack), 1);
        QCOMPARE(rig.read().count(resultOf(9)), 1);
        QCOMPARE(
            rig.read().count(R"({"jsonrpc":"2.0","method":"notifications/tools/list_changed"})"_ba),
            1);
    }

    void repeatsAReadButNeverACall()
    {
        Sessions sessions;
        bool isBroken = true;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (sessions.answer(socket, received))
                return;
            if (std::exchange(isBroken, false))
                return socket.abort();
            socket.write(BridgeRig::json(resultOf(received.body == list ? 6 : 5)));
        });
        rig.write(hello);
        rig.write(list);
        QTRY_VERIFY(rig.hasRead(resultOf(6)));
        QCOMPARE(rig.posted().count(list), 2);
        isBroken = true;
        rig.write(call);
        QTRY_VERIFY(rig.hasRead(R"("id":5)"));
        QVERIFY(rig.read().last().contains("may or may not"));
        QCOMPARE(rig.posted().count(call), 1);
    }

    void anAnswerThatIsCutShortIsNoAnswer()
    {
        Sessions sessions;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (sessions.answer(socket, received))
                return;
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"id\":5,\"re");
            socket.disconnectFromHost();
        });
        rig.write(hello);
        rig.write(call);
        QTRY_VERIFY(rig.hasRead("may or may not"));
    }

    void asksTheQuestionsOfANewSessionUnderOtherIds()
    {
        Sessions sessions;
        const QByteArray question =
            R"({"jsonrpc":"2.0","id":"ask-1","method":"elicitation/create"})"_ba;
        sessions.heard = {question};
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (!sessions.answer(socket, received))
                socket.write(BridgeRig::json(resultOf(6)));
        });
        rig.write(hello);
        rig.write(initialized);
        QTRY_VERIFY(rig.hasRead(question));
        sessions.forget();
        rig.write(list);
        QTRY_VERIFY(rig.hasRead(R"("id":"session-2-1")"));
        QVERIFY(rig.hasRead(R"("requestId":"ask-1")"));
        rig.write(R"({"jsonrpc":"2.0","id":"ask-1","result":{"late":true}})");
        rig.write(R"({"jsonrpc":"2.0","id":"session-2-1","result":{"good":true}})");
        const QByteArray good = R"({"jsonrpc":"2.0","id":"ask-1","result":{"good":true}})"_ba;
        QTRY_VERIFY(rig.posted().contains(good));
        QVERIFY(!rig.posted().join().contains("late"));
    }

    void anAnswerThatComesBetweenTwoSessionsAnswersNothing()
    {
        Sessions sessions;
        const QByteArray question =
            R"({"jsonrpc":"2.0","id":"ask-1","method":"elicitation/create"})"_ba;
        sessions.heard = {question};
        bool isHeld = false;
        QPointer<QTcpSocket> held;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (received.body == hello && std::exchange(isHeld, false))
                held = &socket;
            else if (!sessions.answer(socket, received))
                socket.write(BridgeRig::json(resultOf(6)));
        });
        rig.write(hello);
        rig.write(initialized);
        QTRY_VERIFY(rig.hasRead(question));
        sessions.forget();
        isHeld = true;
        rig.write(list);
        QTRY_VERIFY(held);
        QTRY_VERIFY(rig.hasRead(R"("requestId":"ask-1")"));
        rig.write(R"({"jsonrpc":"2.0","id":"ask-1","result":{"late":true}})");
        rig.write("no JSON");
        QTRY_VERIFY(rig.hasRead(R"("id":null)")); // so the line before it has been read too
        (void)sessions.answer(*held, {.head = {}, .body = hello});
        QTRY_VERIFY(rig.hasRead(R"("id":"session-2-1")"));
        rig.write(R"({"jsonrpc":"2.0","id":"session-2-1","result":{"good":true}})");
        const QByteArray good = R"({"jsonrpc":"2.0","id":"ask-1","result":{"good":true}})"_ba;
        QTRY_VERIFY(rig.posted().contains(good));
        QVERIFY(!rig.posted().join().contains("late"));
    }

    void listensAgainWithoutTroublingTheClient()
    {
        QPointer<QTcpSocket> stream;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (received.body != listening)
                return void(socket.write(BridgeRig::json("{}")));
            socket.write(BridgeRig::events({greeting}));
            stream = &socket;
        });
        rig.write(listening);
        QTRY_VERIFY(rig.hasRead(greeting));
        stream->abort();
        QTRY_VERIFY(rig.hasRead("notifications/tools/list_changed"));
        QCOMPARE(rig.read().count(greeting), 1);
        QVERIFY(rig.read().last().contains(R"("io.modelcontextprotocol/subscriptionId":"L")"));
        rig.write(
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"L"}})");
        QTRY_VERIFY(!stream || stream->state() != QAbstractSocket::ConnectedState);
        QCOMPARE(rig.posted().count(listening), 2);
        QCOMPARE(rig.posted().size(), 2); // hanging up is how it is cancelled
    }

    void doesNotReadWhatTheClientDoesNotTake()
    {
        Sessions sessions;
        QPointer<QTcpSocket> stream;
        const QByteArray filling =
            "{\"method\":\"m\",\"params\":\"" + QByteArray(100'000, 'x') + "\"}";
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            if (sessions.answer(socket, received))
                return;
            stream = &socket;
            socket.write(BridgeRig::events(QByteArrayList(200, filling)));
            socket.write("data: " + resultOf(5) + "\n\n");
        });
        rig.write(hello);
        rig.write(call);
        QTRY_VERIFY(stream);
        // 20 MB are on their way; the system's buffers and the bridge hold a few of them.
        QSignalSpy written(stream, &QTcpSocket::bytesWritten);
        while (written.wait(300)) {
        }
        QVERIFY2(stream->bytesToWrite() > 8'000'000,
                 QByteArray::number(stream->bytesToWrite()).constData());
        const QDeadlineTimer guard(30'000);
        while (rig.read().size() < 202 && !guard.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(rig.read().last(), resultOf(5));
        QCOMPARE(rig.read().count(filling), 200);
    }

    void aNewInitializeEndsWhatTheOldSessionDid()
    {
        Sessions sessions;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            (void)sessions.answer(socket, received); // and never answers the call
        });
        rig.write(hello);
        rig.write(call);
        QTRY_COMPARE(rig.posted().count(call), 1);
        rig.write(hello);
        QTRY_VERIFY(rig.hasRead("begun a new session"));
        QTRY_COMPARE(rig.read().count(helloBack), 2);
        QCOMPARE(rig.posted().count(call), 1);
    }

    void aNewInitializeWithdrawsTheQuestionsOfTheOldSession()
    {
        Sessions sessions;
        const QByteArray question =
            R"({"jsonrpc":"2.0","id":"ask-1","method":"elicitation/create"})"_ba;
        sessions.heard = {question};
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            (void)sessions.answer(socket, received);
        });
        rig.write(hello);
        rig.write(initialized);
        QTRY_VERIFY(rig.hasRead(question));
        rig.write(hello);
        QTRY_COMPARE(rig.read().count(helloBack), 2);
        QVERIFY(rig.hasRead(R"("requestId":"ask-1")"));
        rig.write(R"({"jsonrpc":"2.0","id":"ask-1","result":{"late":true}})");
        rig.write(initialized);
        QTRY_VERIFY(rig.hasRead(R"("id":"session-2-1")"));
        QVERIFY(!rig.posted().join().contains("late"));
    }

    void endsInOrder()
    {
        Sessions sessions;
        BridgeRig rig([&](QTcpSocket &socket, const Server::Received &received) {
            (void)sessions.answer(socket, received);
        });
        rig.write(hello);
        rig.write(initialized);
        QTRY_VERIFY(rig.hasRead(helloBack));
        QSignalSpy finished(&rig.bridge(), &ctl::Bridge::finished);
        rig.closeInput();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(rig.server().received().last().head.startsWith("DELETE /mcp"));
    }
};

QTEST_GUILESS_MAIN(TestBridge)
#include "tst_bridge.moc"
