// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/mcp/mcpharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::fakes;
using namespace fairlead::http;

/** How POSTs are answered: plain, as a stream, not at all. */
class TestMcpStreamable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersPlainlyWhenTheAnswerComesFirst();
    void acceptsNotificationsAndResponses_data();
    void acceptsNotificationsAndResponses();
    void opensAStreamWhenProgressComesFirst();
    void keepsProgressFromAClientThatTakesOnlyJson();
    void alwaysStreamsToAClientThatTakesOnlyStreams();
    void refusesAClientThatTakesNeither();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void answersABatchAsOneArray();
    void streamsABatchWhenProgressComesFirst();
    void refusesABatchInNewerRevisions();
    void answersACancelledRequestWithoutABody();
    void closesTheStreamOfACancelledRequest();
    void stopsTheWorkWhenTheClientLeaves();
    void stopsTheWorkWhenTheClientDoesNotComeBack();
    void dropsProgressWhenNoStreamCanBeOpened();
    void stopsTheWorkOfAClientThatNeedsAStreamTooMany();
    void keepsAnswersWithTheirPosts();
};

namespace {

QByteArray withProgress(const QByteArray &id)
{
    return McpHarness::callOf(id, "wait", R"(,"_meta":{"progressToken":"t)" + id + "\"}");
}

QByteArray progressOf(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1,"progressToken":"t)"
        + id + "\"}}";
}

tools::ToolResult text(const QString &words)
{
    return tools::ToolResult::fromText(words);
}

tools::Progress one()
{
    return {.progress = 1, .total = {}, .message = {}};
}

} // namespace

void TestMcpStreamable::answersPlainlyWhenTheAnswerComesFirst()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, McpHarness::callOf("1", "wait"));
    QVERIFY(!exchange->isAnswered());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    QCOMPARE(exchange->status(), 200);
    QCOMPARE(exchange->answerHeader("Content-Type"), "application/json"_ba);
    QCOMPARE(exchange->body(), McpHarness::answer("1", "hi"));
}

void TestMcpStreamable::acceptsNotificationsAndResponses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("initialized") << R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba;
    QTest::newRow("unknown") << R"({"jsonrpc":"2.0","method":"notifications/unknown"})"_ba;
    QTest::newRow("response") << R"({"jsonrpc":"2.0","id":1,"result":{}})"_ba;
}

void TestMcpStreamable::acceptsNotificationsAndResponses()
{
    QFETCH(QByteArray, body);
    McpHarness mcp;
    FakeExchange *exchange = mcp.postTo(mcp.startSession(), body);
    QCOMPARE(exchange->status(), 202);
    QVERIFY(exchange->body().isEmpty());
}

void TestMcpStreamable::opensAStreamWhenProgressComesFirst()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"));
    mcp.tools.waiting(0).report(one());
    QVERIFY(exchange->stream());
    QCOMPARE(exchange->streamOwner(), u"key_1"_s);
    QVERIFY(exchange->stream()->isOpen());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    const QList<FakeEvent> events = exchange->stream()->events();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[0].event, "priming"_ba);
    QCOMPARE(events[1].data, progressOf("1"));
    QCOMPARE(events[2].data, McpHarness::answer("1", "hi"));
    QVERIFY(events[1].id != events[2].id);
    QVERIFY(!exchange->stream()->isOpen());
    QCOMPARE(exchange->status(), 0);
}

void TestMcpStreamable::keepsProgressFromAClientThatTakesOnlyJson()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"), "key_1", "application/json");
    mcp.tools.waiting(0).report(one());
    QVERIFY(!exchange->isAnswered());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    QCOMPARE(exchange->body(), McpHarness::answer("1", "hi"));
}

void TestMcpStreamable::alwaysStreamsToAClientThatTakesOnlyStreams()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange =
        mcp.postTo(session, McpHarness::callOf("1", "echo"), "key_1", "text/event-stream");
    QVERIFY(exchange->stream());
    QCOMPARE(exchange->stream()->events().size(), 2);
    QCOMPARE(exchange->stream()->events().last().data, McpHarness::answer("1", ""));
    QVERIFY(!exchange->stream()->isOpen());
}

void TestMcpStreamable::refusesAClientThatTakesNeither()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange =
        mcp.postTo(session, McpHarness::callOf("1", "wait"), "key_1", "text/html");
    QCOMPARE(exchange->status(), 406);
    QCOMPARE(mcp.tools.waitingCount(), size_t(0));
}

void TestMcpStreamable::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("empty") << ""_ba
                           << "-32700"_ba;
    QTest::newRow("not JSON") << "{]"_ba
                              << "-32700"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba
                                     << "-32700"_ba;
    QTest::newRow("key twice") << R"({"jsonrpc":"2.0","id":1,"id":1})"_ba
                               << "-32600"_ba;
    QTest::newRow("empty batch") << "[]"_ba
                                 << "-32600"_ba;
    QTest::newRow("id null") << R"({"jsonrpc":"2.0","id":null,"method":"ping"})"_ba
                             << "-32600"_ba;
    QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']') << "-32700"_ba;
}

void TestMcpStreamable::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    McpHarness mcp;
    FakeExchange *exchange = mcp.postTo(mcp.startSession(), body);
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), code);
}

void TestMcpStreamable::answersABatchAsOneArray()
{
    McpHarness mcp;
    const auto session = mcp.startSession("key_1", "2025-03-26");
    FakeExchange *exchange = mcp.postTo(session,
                                        '[' + McpHarness::callOf("1", "wait") + ','
                                            + McpHarness::callOf("2", "echo") + ']');
    QVERIFY(!exchange->isAnswered());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    QCOMPARE(exchange->body(),
             '[' + McpHarness::answer("2", "") + ',' + McpHarness::answer("1", "hi") + ']');
    FakeExchange *single = mcp.postTo(session, '[' + McpHarness::callOf("3", "echo") + ']');
    QCOMPARE(single->body(), '[' + McpHarness::answer("3", "") + ']');
    FakeExchange *silent = mcp.postTo(session, R"([{"jsonrpc":"2.0","method":"notifications/x"}])");
    QCOMPARE(silent->status(), 202);
}

void TestMcpStreamable::streamsABatchWhenProgressComesFirst()
{
    McpHarness mcp;
    const auto session = mcp.startSession("key_1", "2025-03-26");
    FakeExchange *exchange =
        mcp.postTo(session, '[' + McpHarness::callOf("2", "echo") + ',' + withProgress("1") + ']');
    mcp.tools.waiting(0).report(one());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    QByteArrayList sent;
    for (const FakeEvent &event : exchange->stream()->events())
        sent.append(event.data);
    QCOMPARE(sent,
             (QByteArrayList{
                 McpHarness::answer("2", ""), progressOf("1"), McpHarness::answer("1", "hi")}));
}

void TestMcpStreamable::refusesABatchInNewerRevisions()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, '[' + McpHarness::callOf("1", "wait") + ']');
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32600"_ba);
    QCOMPARE(mcp.tools.waitingCount(), size_t(0));
}

void TestMcpStreamable::answersACancelledRequestWithoutABody()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, McpHarness::callOf("1", "wait"));
    QCOMPARE(mcp.postTo(session, McpHarness::cancelled("1"))->status(), 202);
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QCOMPARE(exchange->status(), 202);
    QVERIFY(exchange->body().isEmpty());
}

void TestMcpStreamable::closesTheStreamOfACancelledRequest()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"));
    mcp.tools.waiting(0).report(one());
    mcp.postTo(session, McpHarness::cancelled("1"));
    QVERIFY(!exchange->stream()->isOpen());
    mcp.tools.waiting(0).finish(text(u"late"_s));
    QCOMPARE(exchange->stream()->events().last().data, progressOf("1"));
}

void TestMcpStreamable::stopsTheWorkWhenTheClientLeaves()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *left = mcp.postTo(session, McpHarness::callOf("1", "wait"));
    FakeExchange *stays = mcp.postTo(session, McpHarness::callOf("2", "wait"));
    left->leave();
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    QVERIFY(!mcp.tools.waiting(1).isCancelled());
    mcp.tools.waiting(0).finish(text(u"late"_s));
    mcp.tools.waiting(1).finish(text(u"hi"_s));
    QVERIFY(!left->isAnswered());
    QCOMPARE(stays->body(), McpHarness::answer("2", "hi"));
}

void TestMcpStreamable::stopsTheWorkWhenTheClientDoesNotComeBack()
{
    SessionLimits limits;
    limits.returnTime = std::chrono::milliseconds(0);
    McpHarness mcp(limits);
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"));
    mcp.tools.waiting(0).report(one());
    exchange->stream()->leave();
    QTRY_VERIFY(mcp.tools.waiting(0).isCancelled());
}

void TestMcpStreamable::dropsProgressWhenNoStreamCanBeOpened()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"));
    exchange->refuseStreams();
    mcp.tools.waiting(0).report(one());
    QVERIFY(!exchange->isAnswered());
    QVERIFY(!mcp.tools.waiting(0).isCancelled());
    mcp.tools.waiting(0).finish(text(u"hi"_s));
    QCOMPARE(exchange->status(), 200);
    QCOMPARE(exchange->body(), McpHarness::answer("1", "hi"));
}

void TestMcpStreamable::stopsTheWorkOfAClientThatNeedsAStreamTooMany()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *exchange = mcp.postTo(session, withProgress("1"), "key_1", "text/event-stream");
    exchange->refuseStreams();
    mcp.tools.waiting(0).report(one());
    QCOMPARE(exchange->status(), 429);
    QVERIFY(mcp.tools.waiting(0).isCancelled());
    mcp.tools.waiting(0).finish(text(u"late"_s));
}

void TestMcpStreamable::keepsAnswersWithTheirPosts()
{
    McpHarness mcp;
    const auto session = mcp.startSession();
    FakeExchange *first = mcp.postTo(session, McpHarness::callOf("1", "wait"));
    FakeExchange *second = mcp.postTo(session, withProgress("2"));
    FakeExchange *duplicate = mcp.postTo(session, McpHarness::callOf("1", "echo"));
    QCOMPARE(McpHarness::errorCode(duplicate->body()), "-32600"_ba);
    mcp.tools.waiting(1).report(one());
    QVERIFY(!first->isAnswered());
    mcp.tools.waiting(1).finish(text(u"b"_s));
    mcp.tools.waiting(0).finish(text(u"a"_s));
    QCOMPARE(first->body(), McpHarness::answer("1", "a"));
    QCOMPARE(second->stream()->events().last().data, McpHarness::answer("2", "b"));
}

QTEST_GUILESS_MAIN(TestMcpStreamable)
#include "tst_mcpstreamable.moc"
