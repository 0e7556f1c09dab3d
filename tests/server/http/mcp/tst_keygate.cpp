// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/keygate.h"
#include "tests/server/http/mcp/mcpharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace fairlead;
using namespace fairlead::fakes;
using namespace fairlead::http;

/** The share of each key, at both transports. */
class TestKeyGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mcp = std::make_unique<McpHarness>();
        m_calls = std::make_unique<tools::CallLimit>(m_mcp->tools, 1);
        m_gate = std::make_unique<KeyGate>(m_mcp->clock, 4, *m_calls);
        m_mcp->router.setGate(*m_gate);
    }

    void refusesWhatIsBeyondTheRate()
    {
        spend("key_1"_ba, 4);
        FakeExchange *exchange = ping("key_1"_ba);
        QCOMPARE(exchange->status(), 429);
        QCOMPARE(exchange->answerHeader("Retry-After"), "15"_ba);
        QCOMPARE(exchange->answerHeader("Content-Type"), "application/json"_ba);
        QCOMPARE(McpHarness::errorCode(exchange->body()), "-32000"_ba);
        QVERIFY(exchange->body().contains("This key has made 4 requests within a minute"));
    }

    void speaksAsTheRestApiDoesThere()
    {
        tools::Caller caller;
        caller.keyId = u"key_1"_s;
        Request request;
        request.path = "/api/jira/proxy"_ba;
        const Principal principal{.userId = u"usr_1"_s, .caller = caller, .owner = false};
        for (int i = 0; i < 4; ++i)
            QVERIFY(!m_gate->refuse(request, principal));
        const auto refusal = m_gate->refuse(request, principal);
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        const QList<Header> expected{{"Content-Type"_ba, "application/problem+json"_ba},
                                     {"Retry-After"_ba, "15"_ba}};
        QCOMPARE(refusal->headers, expected);
        QVERIFY(refusal->body.contains("rate_limited"));
    }

    void limitsEveryWayIn_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("posts");
        QTest::newRow("POST /mcp") << "/mcp"_ba << true;
        QTest::newRow("GET /mcp") << "/mcp"_ba << false;
        QTest::newRow("GET /sse") << "/sse"_ba << false;
        QTest::newRow("POST /messages") << "/messages"_ba << true;
    }
    void limitsEveryWayIn()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, posts);
        spend("key_1"_ba, 4);
        FakeExchange *exchange =
            posts ? m_mcp->post(path, McpHarness::request("1", "ping")) : m_mcp->get(path);
        QCOMPARE(exchange->status(), 429);
        QVERIFY(!exchange->stream());
    }

    void leavesOtherKeysAlone()
    {
        spend("key_1"_ba, 5);
        QVERIFY(ping("key_2"_ba)->status() != 429);
    }

    void letsAKeyInAgainAfterTheWait()
    {
        spend("key_1"_ba, 5);
        m_mcp->clock.advance(15s);
        QVERIFY(ping("key_1"_ba)->status() != 429);
        QCOMPARE(ping("key_1"_ba)->status(), 429);
    }

    void refusesAFurtherCallWhileAKeyIsFull()
    {
        const QByteArray session = m_mcp->startSession();
        fill(u"key_1"_s);
        FakeExchange *exchange = m_mcp->postTo(session, McpHarness::callOf("7", "echo"));
        QCOMPARE(exchange->status(), 429);
        QCOMPARE(exchange->answerHeader("Retry-After"), "1"_ba);
        QCOMPARE(McpHarness::errorCode(exchange->body()), "-32000"_ba);
        QVERIFY(exchange->body().contains("\"id\":7"));
        m_mcp->tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s));
        QCOMPARE(m_mcp->postTo(session, McpHarness::callOf("8", "echo"))->status(), 200);
    }

    void letsEverythingElsePassAFullKey_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("cancellation") << McpHarness::cancelled("1") << 202;
        QTest::newRow("ping") << McpHarness::request("2", "ping") << 200;
        QTest::newRow("no message") << "{}"_ba << 400;
    }
    void letsEverythingElsePassAFullKey()
    {
        QFETCH(QByteArray, body);
        const QByteArray session = m_mcp->startSession();
        fill(u"key_1"_s);
        QTEST(m_mcp->postTo(session, body)->status(), "status");
    }

    void letsAnotherKeyCallWhileOneIsFull()
    {
        const QByteArray session = m_mcp->startSession("key_2");
        fill(u"key_1"_s);
        const auto *exchange = m_mcp->postTo(session, McpHarness::callOf("1", "echo"), "key_2");
        QCOMPARE(exchange->status(), 200);
    }

    void leavesManagementAlone()
    {
        for (int i = 0; i < 20; ++i)
            QVERIFY(!m_gate->refuse({}, {.userId = u"usr_1"_s, .caller = {}, .owner = true}));
    }

private:
    FakeExchange *ping(const QByteArray &key)
    {
        return m_mcp->post("/mcp", McpHarness::request("1", "ping"), key);
    }
    void spend(const QByteArray &key, int requests)
    {
        for (int i = 0; i < requests; ++i)
            ping(key);
    }
    void fill(const QString &key)
    {
        tools::ToolCall call;
        call.tool = u"wait"_s;
        call.caller.keyId = key;
        QCoro::connect(
            m_calls->invoke(std::move(call)), this, [](const Result<tools::ToolResult> &) {});
    }

    std::unique_ptr<tools::CallLimit> m_calls;
    std::unique_ptr<KeyGate> m_gate;
    std::unique_ptr<McpHarness> m_mcp; ///< goes first: it ends the open calls
};

QTEST_GUILESS_MAIN(TestKeyGate)
#include "tst_keygate.moc"
