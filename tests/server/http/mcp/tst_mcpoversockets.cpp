// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/server/http/mcp/mcpharness.h"
#include "tests/server/http/rawclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;

/** Both transports through the real HTTP engine, over sockets. */
class TestMcpOverSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAnSseClient();
    void servesAStreamableClient();
    void streamsProgressBeforeTheAnswer();
    void stopsTheWorkOfAClientThatHangsUp();
    void closesTheStreamOfARevokedKey();
};

namespace {

const QByteArray key = "X-MCP-API-Key: key_1\r\n";
const QByteArray json = key + "Content-Type: application/json\r\n";

/** The harness behind a listening server. */
struct Served
{
    McpHarness mcp;
    HttpServer server{[this](Exchange *exchange) { mcp.router.dispatch(exchange); }};
    quint16 port = server.listen(0).value_or(0);
};

/** What follows `before` on its line. */
QByteArray lineAfter(const QByteArray &text, const QByteArray &before)
{
    const qsizetype start = text.indexOf(before) + before.size();
    return text.sliced(start, text.indexOf('\n', start) - start).trimmed();
}

QByteArray sessionOf(RawClient &client)
{
    client.post("/mcp", McpHarness::initialize(), json);
    const auto response = client.response();
    return response ? response->field("Mcp-Session-Id") : QByteArray();
}

} // namespace

void TestMcpOverSockets::servesAnSseClient()
{
    Served served;
    RawClient stream(served.port);
    stream.get("/sse", key + "Accept: text/event-stream\r\n");
    const QByteArray start = stream.readUntil("\n\n");
    const QByteArray address = lineAfter(start, "data: ");
    QVERIFY2(address.startsWith("/messages?sessionId="), start.constData());

    RawClient poster(served.port);
    poster.post(address, McpHarness::initialize("2024-11-05"), json);
    QCOMPARE(poster.response()->status, 202);
    QVERIFY(stream.readUntil("\n\n").contains(R"("protocolVersion":"2024-11-05")"));
    poster.post(address, McpHarness::callOf("1", "echo", R"(,"arguments":{"text":"hi"})"), json);
    QCOMPARE(poster.response()->status, 202);
    QVERIFY(stream.readUntil("\n\n").contains("data: " + McpHarness::answer("1", "hi")));
}

void TestMcpOverSockets::servesAStreamableClient()
{
    Served served;
    RawClient client(served.port);
    const QByteArray session = "Mcp-Session-Id: " + sessionOf(client) + "\r\n";
    client.post("/mcp", McpHarness::callOf("1", "echo"), json + session);
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(response->field("Content-Type"), "application/json"_ba);
    QCOMPARE(response->body, McpHarness::answer("1", ""));
    client.post("/mcp", McpHarness::callOf("1", "echo"), json + "Mcp-Session-Id: other\r\n");
    QCOMPARE(client.response()->status, 404);
}

void TestMcpOverSockets::streamsProgressBeforeTheAnswer()
{
    Served served;
    RawClient client(served.port);
    const QByteArray session = "Mcp-Session-Id: " + sessionOf(client) + "\r\n";
    client.post(
        "/mcp", McpHarness::callOf("1", "wait", R"(,"_meta":{"progressToken":1})"), json + session);
    QTRY_COMPARE(served.mcp.tools.waitingCount(), size_t(1));
    served.mcp.tools.waiting(0).report({.progress = 1, .total = {}, .message = {}});
    const QByteArray first = client.readUntil("\n\n");
    QVERIFY(first.contains("text/event-stream"));
    QVERIFY(first.contains("notifications/progress"));
    served.mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"hi"_s));
    QVERIFY(client.readUntil("\n\n").contains(McpHarness::answer("1", "hi")));
}

void TestMcpOverSockets::stopsTheWorkOfAClientThatHangsUp()
{
    Served served;
    RawClient client(served.port);
    const QByteArray session = "Mcp-Session-Id: " + sessionOf(client) + "\r\n";
    client.post("/mcp", McpHarness::callOf("1", "wait"), json + session);
    QTRY_COMPARE(served.mcp.tools.waitingCount(), size_t(1));
    client.socket().abort();
    QTRY_VERIFY(served.mcp.tools.waiting(0).isCancelled());
}

void TestMcpOverSockets::closesTheStreamOfARevokedKey()
{
    Served served;
    RawClient stream(served.port);
    stream.get("/sse", key);
    QVERIFY(stream.readUntil("\n\n").contains("endpoint"));
    served.mcp.sse.closeSessionsOf(u"key_1"_s);
    QVERIFY(stream.readUntil("0\r\n\r\n").endsWith("0\r\n\r\n"));
}

QTEST_GUILESS_MAIN(TestMcpOverSockets)
#include "tst_mcpoversockets.moc"
