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

class TestMcpSse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheAddressForMessages();
    void givesATicketToAClientWithItsKeyInTheUrl();
    void takesATicketForItsOwnSessionOnly();
    void refusesAClientThatTakesNoStream();
    void answersOnTheStream();
    void goesOnWithAClientThatOpensItsStreamAgain_data();
    void goesOnWithAClientThatOpensItsStreamAgain();
    void greetsAClientThatAskedBeforeItsInitialize();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void refusesABatch();
    void hidesASessionFromOtherKeys();
    void keepsTwoClientsWithTheSameIdsApart();
    void stopsTheWorkWhenTheClientLeaves();
    void sendsNothingForACancelledRequest();
    void endsTheSessionsOfARevokedKeyAtOnce();
    void tellsWhoTheClientIs();
    void hasNoSessionWhenNoStreamCanBeOpened();

private:
    struct Client
    {
        FakeEventStream *stream = nullptr;
        QByteArray address;
        [[nodiscard]] QByteArrayList messages() const;
    };
    [[nodiscard]] static Client connected(McpHarness &mcp, const QByteArray &key = "key_1");
};

TestMcpSse::Client TestMcpSse::connected(McpHarness &mcp, const QByteArray &key)
{
    Client client;
    client.stream = mcp.get("/sse", key)->stream();
    client.address = client.stream->events().first().data;
    mcp.post(client.address, McpHarness::initialize("2024-11-05"), key);
    return client;
}

/** Without the address and the answer to initialize. */
QByteArrayList TestMcpSse::Client::messages() const
{
    QByteArrayList messages;
    for (const FakeEvent &event : stream->events().sliced(2))
        messages.append(event.event == "message" ? event.data : "not a message"_ba);
    return messages;
}

void TestMcpSse::namesTheAddressForMessages()
{
    McpHarness mcp;
    FakeExchange *exchange = mcp.get("/sse");
    QVERIFY(exchange->stream());
    QCOMPARE(exchange->streamOwner(), u"key_1"_s);
    QCOMPARE(exchange->stream()->events().size(), 1);
    const FakeEvent event = exchange->stream()->events().first();
    QCOMPARE(event.event, "endpoint"_ba);
    static const QRegularExpression shape(uR"(\A/messages\?sessionId=sse_[0-9a-f]{32}\z)"_s);
    QVERIFY2(shape.match(QString::fromLatin1(event.data)).hasMatch(), event.data.constData());
}

namespace {

/** The owner is whatever stands in the URL or, before that, in the header. */
class UrlKey final : public Authenticator
{
public:
    Result<Principal> authenticate(const Request &request, Access) override
    {
        const QByteArray key = request.hasHeader("x-mcp-api-key") ? request.header("x-mcp-api-key")
                                                                  : request.queryValue("api_key");
        if (!key.startsWith("key_"))
            return failure(ErrorCode::Unauthorized, u"No key."_s);
        tools::Caller caller;
        caller.keyId = QString::fromLatin1(key);
        return Principal{.userId = u"usr_1"_s, .caller = caller};
    }
};

/** The older transport for clients with their key in the URL. */
struct ByUrl
{
    McpHarness mcp;
    UrlKey authenticator;
    Router router{authenticator};
    QObject exchanges;

    ByUrl() { mcp.sse.addRoutes(router); }

    FakeExchange *send(const QByteArray &method,
                       const QByteArray &address,
                       const QList<Header> &headers = {})
    {
        Request request;
        request.method = method;
        request.path = address.split('?').first();
        const auto pairs = address.mid(request.path.size() + 1).split('&');
        for (const QByteArray &pair : pairs)
            request.query.append(Header(pair.split('=').first(), pair.split('=').last()));
        request.headers = headers;
        if (method == "POST") {
            request.headers.append(Header("content-type", "application/json"));
            request.body = McpHarness::request("1", "ping");
        }
        auto *exchange = new FakeExchange(request, &exchanges);
        router.dispatch(exchange);
        return exchange;
    }
    QByteArray open(const QByteArray &key)
    {
        return send("GET", "/sse?api_key=" + key)->stream()->events().first().data;
    }
};

} // namespace

void TestMcpSse::givesATicketToAClientWithItsKeyInTheUrl()
{
    ByUrl clients;
    const QByteArray address = clients.open("key_1");
    static const QRegularExpression shape(
        uR"(\A/messages\?sessionId=sse_[0-9a-f]{32}&ticket=[0-9a-f]{64}\z)"_s);
    QVERIFY2(shape.match(QString::fromLatin1(address)).hasMatch(), address.constData());
    QCOMPARE(clients.send("POST", address)->status(), 202);
    FakeExchange *byHeader =
        clients.send("GET", "/sse?api_key=key_1", {{"x-mcp-api-key", "key_1"}});
    QVERIFY(!byHeader->stream()->events().first().data.contains("ticket"));
}

void TestMcpSse::takesATicketForItsOwnSessionOnly()
{
    ByUrl clients;
    const QByteArray one = clients.open("key_1");
    const QByteArray two = clients.open("key_1");
    const QByteArray ticket = one.sliced(one.indexOf("&ticket="));
    const QByteArray sessionOfTwo = two.first(two.indexOf("&ticket="));
    QCOMPARE(clients.send("POST", sessionOfTwo + ticket)->status(), 401);
    QCOMPARE(clients.send("POST", sessionOfTwo + "&ticket=")->status(), 401);
    QCOMPARE(clients.send("POST", sessionOfTwo)->status(), 401);
    QCOMPARE(clients.send("GET", "/sse?ticket=" + ticket.sliced(8))->status(), 401);
    // What is presented beside a ticket decides.
    QCOMPARE(clients.send("POST", one, {{"x-mcp-api-key", "wrong"}})->status(), 401);
    QCOMPARE(clients.send("POST", one + "&api_key=key_2")->status(), 404);
    clients.mcp.sse.closeSessionsOf(u"key_1"_s);
    QCOMPARE(clients.send("POST", one)->status(), 401);
}

void TestMcpSse::refusesAClientThatTakesNoStream()
{
    McpHarness mcp;
    QCOMPARE(mcp.get("/sse", "key_1", {{"accept", "application/json"}})->status(), 406);
    QCOMPARE(mcp.sse.sessionCount(), size_t(0));
}

void TestMcpSse::answersOnTheStream()
{
    McpHarness mcp;
    const Client client = connected(mcp);
    QVERIFY(client.stream->events()[1].data.contains(R"("protocolVersion":"2024-11-05")"));
    FakeExchange *call =
        mcp.post(client.address, McpHarness::callOf("1", "echo", R"(,"arguments":{"text":"hi"})"));
    QCOMPARE(call->status(), 202);
    QVERIFY(call->body().isEmpty());
    QCOMPARE(client.messages(), QByteArrayList{McpHarness::answer("1", "hi")});
    QCOMPARE(mcp.post(client.address, R"({"jsonrpc":"2.0","method":"notifications/initialized"})")
                 ->status(),
             202);
    QCOMPARE(client.messages().size(), 1);
}

void TestMcpSse::goesOnWithAClientThatOpensItsStreamAgain_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<bool>("hasTitles");
    const auto row = [](const char *name, const QByteArray &revision, bool hasTitles) {
        QTest::newRow(name) << QList<Header>{{"mcp-protocol-version", revision}} << hasTitles;
    };
    QTest::newRow("says no revision") << QList<Header>() << false;
    row("the oldest", "2024-11-05", false);
    row("a newer one", "2025-11-25", true);
    row("one without sessions", "2026-07-28", false);
    row("an unknown one", "nonsense", false);
}

void TestMcpSse::goesOnWithAClientThatOpensItsStreamAgain()
{
    QFETCH(QList<Header>, headers);
    QFETCH(bool, hasTitles);
    McpHarness mcp;
    FakeEventStream *stream = mcp.get("/sse")->stream();
    const QByteArray address = stream->events().first().data;
    const auto post = [&](const QByteArray &body) {
        return mcp.post(address, body, "key_1", headers)->status();
    };
    QCOMPARE(post(McpHarness::request("1", "tools/list")), 202);
    QCOMPARE(post(McpHarness::callOf("2", "echo", R"(,"arguments":{"text":"hi"})")), 202);
    QCOMPARE(stream->events().size(), 3);
    QVERIFY2(stream->events()[1].data.contains(R"("name":"echo")"),
             stream->events()[1].data.constData());
    // Titles of tools came with 2025-06-18.
    QCOMPARE(stream->events()[1].data.contains(R"("title":)"), hasTitles);
    QCOMPARE(stream->events()[2].data, McpHarness::answer("2", "hi"));
}

void TestMcpSse::greetsAClientThatAskedBeforeItsInitialize()
{
    McpHarness mcp;
    FakeEventStream *stream = mcp.get("/sse")->stream();
    const QByteArray address = stream->events().first().data;
    mcp.post(address, McpHarness::request("1", "tools/list"));
    mcp.post(address, McpHarness::initialize("2025-06-18"));
    QVERIFY(stream->events()[2].data.contains(R"("protocolVersion":"2025-06-18")"));
    mcp.post(address, McpHarness::initialize("2025-06-18"));
    QCOMPARE(McpHarness::errorCode(stream->events()[3].data), "-32600"_ba);
}

void TestMcpSse::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("empty") << ""_ba
                           << "-32700"_ba;
    QTest::newRow("not JSON") << "{"_ba
                              << "-32700"_ba;
    QTest::newRow("key twice") << R"({"jsonrpc":"2.0","jsonrpc":"2.0"})"_ba
                               << "-32600"_ba;
    QTest::newRow("no version") << R"({"id":1,"method":"ping"})"_ba
                                << "-32600"_ba;
}

void TestMcpSse::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    McpHarness mcp;
    const Client client = connected(mcp);
    FakeExchange *exchange = mcp.post(client.address, body);
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), code);
    QVERIFY(client.messages().isEmpty());
}

void TestMcpSse::refusesABatch()
{
    McpHarness mcp;
    const Client client = connected(mcp);
    FakeExchange *exchange = mcp.post(client.address, '[' + McpHarness::request("1", "ping") + ']');
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32600"_ba);
}

void TestMcpSse::hidesASessionFromOtherKeys()
{
    McpHarness mcp;
    const Client client = connected(mcp);
    QCOMPARE(mcp.post(client.address, McpHarness::request("1", "ping"), "key_2")->status(), 404);
    QCOMPARE(mcp.post("/messages?sessionId=sse_0", McpHarness::request("1", "ping"))->status(),
             404);
    QCOMPARE(mcp.post("/messages", McpHarness::request("1", "ping"))->status(), 404);
    QVERIFY(client.messages().isEmpty());
}

void TestMcpSse::keepsTwoClientsWithTheSameIdsApart()
{
    McpHarness mcp;
    const Client one = connected(mcp);
    const Client two = connected(mcp, "key_2");
    for (int i = 1; i <= 1000; ++i) {
        const auto id = QByteArray::number(i);
        const auto call = [&](const QByteArray &text) {
            return McpHarness::callOf(id, "echo", R"(,"arguments":{"text":")" + text + "\"}");
        };
        mcp.post(one.address, call("one" + id));
        mcp.post(two.address, call("two" + id), "key_2");
    }
    const auto ofOne = one.messages();
    const auto ofTwo = two.messages();
    QCOMPARE(ofOne.size(), 1000);
    QCOMPARE(ofTwo.size(), 1000);
    for (qsizetype i = 0; i < 1000; ++i) {
        const auto id = QByteArray::number(i + 1);
        QCOMPARE(ofOne[i], McpHarness::answer(id, "one" + id));
        QCOMPARE(ofTwo[i], McpHarness::answer(id, "two" + id));
    }
}

void TestMcpSse::stopsTheWorkWhenTheClientLeaves()
{
    McpHarness mcp;
    const Client client = connected(mcp);
    mcp.post(client.address, McpHarness::callOf("1", "wait"));
    QVERIFY(!mcp.tools.waiting(0).isCancelled());
    client.stream->leave();
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QCOMPARE(mcp.sse.sessionCount(), size_t(0));
    QCOMPARE(mcp.post(client.address, McpHarness::request("2", "ping"))->status(), 404);
}

void TestMcpSse::sendsNothingForACancelledRequest()
{
    McpHarness mcp;
    const Client client = connected(mcp);
    mcp.post(client.address, McpHarness::callOf("1", "wait"));
    QCOMPARE(mcp.post(client.address, McpHarness::cancelled("1"))->status(), 202);
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"late"_s));
    QVERIFY(client.messages().isEmpty());
}

void TestMcpSse::endsTheSessionsOfARevokedKeyAtOnce()
{
    McpHarness mcp;
    const Client revoked = connected(mcp);
    const Client other = connected(mcp, "key_2");
    mcp.post(revoked.address, McpHarness::callOf("1", "wait"));
    mcp.sse.closeSessionsOf(u"key_1"_s);
    QVERIFY(!revoked.stream->isOpen());
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QVERIFY(other.stream->isOpen());
    QCOMPARE(mcp.sse.sessionCount(), size_t(1));
}

void TestMcpSse::tellsWhoTheClientIs()
{
    McpHarness mcp;
    QSignalSpy spy(&mcp.sse, &McpSseTransport::clientIdentified);
    const Client client = connected(mcp);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first(), (QVariantList{u"key_1"_s, u"Test 1"_s}));
    mcp.post(client.address, McpHarness::callOf("1", "echo"));
    QCOMPARE(mcp.tools.lastCaller().clientName, u"Test 1"_s);
    QCOMPARE(mcp.tools.lastCaller().userId, u"usr_of_key_1"_s);
}

void TestMcpSse::hasNoSessionWhenNoStreamCanBeOpened()
{
    McpHarness mcp;
    Request request;
    request.method = "GET";
    request.path = "/sse";
    request.headers = {{"x-mcp-api-key", "key_1"}};
    FakeExchange exchange(request);
    exchange.refuseStreams();
    mcp.router.dispatch(&exchange);
    QCOMPARE(exchange.status(), 429);
    QCOMPARE(mcp.sse.sessionCount(), size_t(0));
}

QTEST_GUILESS_MAIN(TestMcpSse)
#include "tst_mcpsse.moc"
