// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/mcp/mcpharness.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::fakes;
using namespace fairlead::http;
using namespace std::chrono_literals;

/** Sessions of the Streamable HTTP transport: how they start and end, and whose they are. */
class TestMcpStreamableSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachSessionAnIdOfItsOwn();
    void leadsANewerClientToARevisionThatBothKnow();
    void startsNoSessionForABadInitialize();
    void refusesRequestsThatNameNoSession();
    void refusesASecondInitialize();
    void hidesASessionFromOtherKeys_data();
    void hidesASessionFromOtherKeys();
    void keepsTwoClientsWithTheSameIdsApart();
    void checksTheRevisionHeader_data();
    void checksTheRevisionHeader();
    void opensAStreamForTheSession();
    void leavesAnOlderStreamOpen();
    void keepsItsStreamWhenANewerCannotBeOpened();
    void refusesToListenForAClientThatTakesNoStream();
    void endsOnDelete();
    void endsTheSessionsOfARevokedKeyAtOnce();
    void endsUnusedSessions();
    void keepsASessionThatSomebodyListensTo();
    void endsTheLongestUnusedWhenThereAreTooMany();
    void refusesMoreSessionsWhenAllAreInUse();
    void tellsWhoTheClientIs();
};

void TestMcpStreamableSessions::givesEachSessionAnIdOfItsOwn()
{
    McpHarness mcp;
    FakeExchange *exchange = mcp.post("/mcp", McpHarness::initialize());
    QCOMPARE(exchange->status(), 200);
    QVERIFY(exchange->body().contains(R"("protocolVersion":"2025-11-25")"));
    const auto first = exchange->answerHeader("Mcp-Session-Id");
    static const QRegularExpression shape(uR"(\Ases_[0-9a-f]{32}\z)"_s);
    QVERIFY(shape.match(QString::fromLatin1(first)).hasMatch());
    QVERIFY(mcp.startSession() != first);
    QCOMPARE(mcp.streamable.sessionCount(), size_t(2));
}

void TestMcpStreamableSessions::leadsANewerClientToARevisionThatBothKnow()
{
    McpHarness mcp;
    FakeExchange *probe = mcp.post("/mcp",
                                   McpHarness::request("1", "server/discover"),
                                   "key_1",
                                   {{"mcp-protocol-version", "2026-07-28"}});
    QCOMPARE(probe->status(), 400);
    QCOMPARE(McpHarness::errorCode(probe->body()), "-32602"_ba);
    FakeExchange *exchange = mcp.post("/mcp",
                                      McpHarness::initialize("2026-07-28"),
                                      "key_1",
                                      {{"mcp-protocol-version", "2026-07-28"}});
    QCOMPARE(exchange->status(), 200);
    QVERIFY(exchange->body().contains(R"("protocolVersion":"2025-11-25")"));
}

void TestMcpStreamableSessions::startsNoSessionForABadInitialize()
{
    McpHarness mcp;
    FakeExchange *exchange = mcp.post("/mcp", McpHarness::request("1", "initialize"));
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32602"_ba);
    QCOMPARE(mcp.streamable.sessionCount(), size_t(0));
}

void TestMcpStreamableSessions::refusesRequestsThatNameNoSession()
{
    McpHarness mcp;
    mcp.startSession();
    FakeExchange *exchange = mcp.post("/mcp", McpHarness::request("1", "tools/list"));
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32000"_ba);
    QCOMPARE(mcp.get("/mcp")->status(), 400);
}

void TestMcpStreamableSessions::refusesASecondInitialize()
{
    McpHarness mcp;
    FakeExchange *exchange = mcp.postTo(mcp.startSession(), McpHarness::initialize());
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32600"_ba);
    QCOMPARE(mcp.streamable.sessionCount(), size_t(1));
}

void TestMcpStreamableSessions::hidesASessionFromOtherKeys_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const auto &method : {"POST"_ba, "GET"_ba, "DELETE"_ba})
        QTest::newRow(method.constData()) << method;
}

void TestMcpStreamableSessions::hidesASessionFromOtherKeys()
{
    QFETCH(QByteArray, method);
    McpHarness mcp;
    Request request;
    request.method = method;
    request.path = "/mcp";
    request.headers = {{"content-type", "application/json"},
                       {"x-mcp-api-key", "key_2"},
                       {"mcp-session-id", mcp.startSession()}};
    if (method == "POST")
        request.body = McpHarness::request("1", "ping");
    QCOMPARE(mcp.send(request)->status(), 404);
    request.headers.last().second = "ses_00000000000000000000000000000000";
    QCOMPARE(mcp.send(request)->status(), 404);
    QCOMPARE(mcp.streamable.sessionCount(), size_t(1));
}

void TestMcpStreamableSessions::checksTheRevisionHeader_data()
{
    QTest::addColumn<QByteArray>("revision");
    QTest::addColumn<int>("status");
    QTest::newRow("the session's") << "2025-11-25"_ba << 200;
    QTest::newRow("another that is known") << "2025-06-18"_ba << 200;
    QTest::newRow("newer") << "2026-07-28"_ba << 400;
    QTest::newRow("nonsense") << "latest"_ba << 400;
    QTest::newRow("empty") << ""_ba << 400;
}

void TestMcpStreamableSessions::checksTheRevisionHeader()
{
    QFETCH(QByteArray, revision);
    QFETCH(int, status);
    McpHarness mcp;
    FakeExchange *exchange =
        mcp.post("/mcp",
                 McpHarness::request("1", "ping"),
                 "key_1",
                 {{"mcp-session-id", mcp.startSession()}, {"mcp-protocol-version", revision}});
    QCOMPARE(exchange->status(), status);
}

void TestMcpStreamableSessions::opensAStreamForTheSession()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange =
        mcp.get("/mcp", "key_1", {{"mcp-session-id", session}, {"accept", "text/event-stream"}});
    QVERIFY(exchange->stream() && exchange->stream()->isOpen());
    QCOMPARE(exchange->streamOwner(), u"key_1"_s);
    FakeExchange *call = mcp.postTo(session, McpHarness::callOf("1", "echo"));
    QCOMPARE(call->status(), 200);
    QVERIFY(exchange->stream()->events().isEmpty());
}

void TestMcpStreamableSessions::leavesAnOlderStreamOpen()
{
    tools::ChangeFeed changes;
    McpHarness mcp;
    mcp.profile.changes = &changes;
    const QList<Header> headers{{"mcp-session-id", mcp.startSession()}};
    FakeEventStream *older = mcp.get("/mcp", "key_1", headers)->stream();
    FakeEventStream *newer = mcp.get("/mcp", "key_1", headers)->stream();
    QVERIFY(older->isOpen() && newer->isOpen());
    Q_EMIT changes.toolsChanged();
    QCOMPARE(older->events().size(), 0);
    QCOMPARE(newer->events().size(), 1);
    newer->leave();
    Q_EMIT changes.toolsChanged();
    QCOMPARE(older->events().size(), 1);
}

void TestMcpStreamableSessions::keepsItsStreamWhenANewerCannotBeOpened()
{
    McpHarness mcp;
    Request request;
    request.method = "GET";
    request.path = "/mcp";
    request.headers = {{"x-mcp-api-key", "key_1"}, {"mcp-session-id", mcp.startSession()}};
    FakeExchange *older = mcp.send(request);
    FakeExchange refused(request);
    refused.refuseStreams();
    mcp.router.dispatch(&refused);
    QCOMPARE(refused.status(), 429);
    QVERIFY(older->stream()->isOpen());
}

void TestMcpStreamableSessions::refusesToListenForAClientThatTakesNoStream()
{
    McpHarness mcp;
    const QList<Header> headers{{"mcp-session-id", mcp.startSession()},
                                {"accept", "application/json"}};
    QCOMPARE(mcp.get("/mcp", "key_1", headers)->status(), 406);
}

void TestMcpStreamableSessions::endsOnDelete()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *listening = mcp.get("/mcp", "key_1", {{"mcp-session-id", session}});
    FakeExchange *waiting = mcp.postTo(session, McpHarness::callOf("1", "wait"));
    Request request;
    request.method = "DELETE";
    request.path = "/mcp";
    request.headers = {{"x-mcp-api-key", "key_1"}, {"mcp-session-id", session}};
    QCOMPARE(mcp.send(request)->status(), 204);
    QVERIFY(!listening->stream()->isOpen());
    QCOMPARE(waiting->status(), 404);
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QCOMPARE(mcp.postTo(session, McpHarness::request("2", "ping"))->status(), 404);
}

void TestMcpStreamableSessions::endsTheSessionsOfARevokedKeyAtOnce()
{
    McpHarness mcp;
    const auto revoked = mcp.startSession();
    const auto other = mcp.startSession("key_2");
    FakeExchange *listening = mcp.get("/mcp", "key_1", {{"mcp-session-id", revoked}});
    FakeExchange *waiting = mcp.postTo(revoked, McpHarness::callOf("1", "wait"));
    mcp.streamable.closeSessionsOf(u"key_1"_s);
    QVERIFY(!listening->stream()->isOpen());
    QCOMPARE(waiting->status(), 404);
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QCOMPARE(mcp.postTo(other, McpHarness::request("1", "ping"), "key_2")->status(), 200);
}

void TestMcpStreamableSessions::endsUnusedSessions()
{
    McpHarness mcp({.idleTime = 10min});
    const auto session = mcp.startSession();
    mcp.clock.advance(9min);
    QCOMPARE(mcp.postTo(session, McpHarness::request("1", "ping"))->status(), 200);
    mcp.clock.advance(9min);
    QCOMPARE(mcp.postTo(session, McpHarness::request("2", "ping"))->status(), 200);
    mcp.clock.advance(11min);
    QCOMPARE(mcp.postTo(session, McpHarness::request("3", "ping"))->status(), 404);
}

void TestMcpStreamableSessions::keepsASessionThatSomebodyListensTo()
{
    McpHarness mcp({.idleTime = 10min});
    const auto session = mcp.startSession();
    FakeExchange *listening = mcp.get("/mcp", "key_1", {{"mcp-session-id", session}});
    mcp.clock.advance(60min);
    QCOMPARE(mcp.postTo(session, McpHarness::request("1", "ping"))->status(), 200);
    delete listening;
    mcp.clock.advance(60min);
    QCOMPARE(mcp.postTo(session, McpHarness::request("2", "ping"))->status(), 404);
}

void TestMcpStreamableSessions::endsTheLongestUnusedWhenThereAreTooMany()
{
    McpHarness mcp({.total = 3, .perOwner = 2});
    const auto other = mcp.startSession("key_2");
    mcp.clock.advance(1s);
    const auto first = mcp.startSession();
    mcp.clock.advance(1s);
    const auto second = mcp.startSession();
    mcp.clock.advance(1s);
    mcp.postTo(first, McpHarness::request("1", "ping"));
    const auto third = mcp.startSession();
    QCOMPARE(mcp.postTo(second, McpHarness::request("1", "ping"))->status(), 404);
    QCOMPARE(mcp.postTo(first, McpHarness::request("1", "ping"))->status(), 200);
    QCOMPARE(mcp.postTo(third, McpHarness::request("1", "ping"))->status(), 200);
    QCOMPARE(mcp.postTo(other, McpHarness::request("1", "ping"), "key_2")->status(), 200);
    mcp.startSession("key_3");
    QCOMPARE(mcp.streamable.sessionCount(), size_t(3));
}

void TestMcpStreamableSessions::refusesMoreSessionsWhenAllAreInUse()
{
    McpHarness mcp({.perOwner = 1});
    mcp.postTo(mcp.startSession(), McpHarness::callOf("1", "wait"));
    FakeExchange *exchange = mcp.post("/mcp", McpHarness::initialize());
    QCOMPARE(exchange->status(), 429);
    QVERIFY(!exchange->answerHeader("Retry-After").isEmpty());
    QVERIFY(!mcp.startSession("key_2").isEmpty());
}

void TestMcpStreamableSessions::tellsWhoTheClientIs()
{
    McpHarness mcp;
    QSignalSpy spy(&mcp.streamable, &McpStreamableTransport::clientIdentified);
    const auto session = mcp.startSession();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first(), (QVariantList{u"key_1"_s, u"Test 1"_s}));
    mcp.postTo(session, McpHarness::callOf("1", "echo"));
    QCOMPARE(mcp.tools.lastCaller().clientName, u"Test 1"_s);
    QCOMPARE(mcp.tools.lastCaller().keyId, u"key_1"_s);
}

void TestMcpStreamableSessions::keepsTwoClientsWithTheSameIdsApart()
{
    McpHarness mcp;
    const auto one = mcp.startSession();
    const auto two = mcp.startSession("key_2");
    for (int i = 1; i <= 1000; ++i) {
        const auto id = QByteArray::number(i);
        const auto call = [&](const QByteArray &text) {
            return McpHarness::callOf(id, "echo", R"(,"arguments":{"text":")" + text + R"("})");
        };
        QCOMPARE(mcp.postTo(one, call("one" + id))->body(), McpHarness::answer(id, "one" + id));
        QCOMPARE(mcp.postTo(two, call("two" + id), "key_2")->body(),
                 McpHarness::answer(id, "two" + id));
    }
}

QTEST_GUILESS_MAIN(TestMcpStreamableSessions)
#include "tst_mcpstreamablesessions.moc"
