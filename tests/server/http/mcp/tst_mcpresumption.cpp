// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/mcp/mcpharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::fakes;
using namespace fairlead::http;

/** Clients that come back with Last-Event-ID for what they missed. */
class TestMcpResumption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAClientAwayWithAPlaceToComeBackTo();
    void givesTheAnswerToAClientThatComesBackInTime();
    void givesTheAnswerToAClientThatComesBackLater();
    void keepsTheWorkWhenTheClientLeavesAgain();
    void givesTheRestToAClientWhoseStreamBroke_data();
    void givesTheRestToAClientWhoseStreamBroke();
    void prefersTheNewestOfTwoReturns();
    void hidesTheAnswerFromOtherKeys();
    void staysWithAClientThatCannotPoll_data();
    void staysWithAClientThatCannotPoll();
    void givesAListenerWhatItMissed();
    void listensAnewForAnIdThatIsNotOurs();
};

namespace {

/** A call that has sent its client away. */
struct Polling
{
    explicit Polling(const QByteArray &revision = "2025-11-25",
                     const QByteArray &accept = "application/json, text/event-stream")
        : session(mcp.startSession("key_1", revision))
        , post(mcp.postTo(session, McpHarness::callOf("1", "wait"), "key_1", accept))
    {
        mcp.tools.waiting(0).call().client->pollLater();
    }

    void finish() { mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s)); }

    FakeExchange *comeBack(const QByteArray &id, const QByteArray &key = "key_1")
    {
        return mcp.get(
            "/mcp",
            key,
            {{"mcp-session-id", session}, {"accept", "text/event-stream"}, {"last-event-id", id}});
    }

    [[nodiscard]] QByteArray place() const { return post->stream()->events().first().id; }

    McpHarness mcp;
    QByteArray session;
    FakeExchange *post;
};

QByteArrayList dataOf(const FakeExchange *exchange)
{
    QByteArrayList all;
    for (const FakeEvent &event : exchange->stream()->events())
        all.append(event.data);
    return all;
}

} // namespace

void TestMcpResumption::sendsAClientAwayWithAPlaceToComeBackTo()
{
    Polling polling;
    QVERIFY(polling.post->stream());
    QVERIFY(!polling.post->stream()->isOpen());
    const auto events = polling.post->stream()->events();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().event, "priming"_ba);
    QVERIFY(!polling.place().isEmpty());
    QCoreApplication::processEvents();
    QVERIFY(!polling.mcp.tools.waiting(0).isCancelled());
}

void TestMcpResumption::givesTheAnswerToAClientThatComesBackInTime()
{
    Polling polling;
    FakeExchange *back = polling.comeBack(polling.place());
    QVERIFY(back->stream()->isOpen());
    polling.finish();
    QCOMPARE(dataOf(back), QByteArrayList{McpHarness::answer("1", "done")});
    QVERIFY(!back->stream()->isOpen());
}

void TestMcpResumption::givesTheAnswerToAClientThatComesBackLater()
{
    Polling polling;
    const QByteArray place = polling.place();
    polling.finish();
    FakeExchange *back = polling.comeBack(place);
    QCOMPARE(dataOf(back), QByteArrayList{McpHarness::answer("1", "done")});
    QVERIFY(!back->stream()->isOpen());
    const QByteArray last = back->stream()->events().last().id;
    QCOMPARE(dataOf(polling.comeBack(last)), QByteArrayList());
}

void TestMcpResumption::keepsTheWorkWhenTheClientLeavesAgain()
{
    Polling polling;
    const QByteArray place = polling.place();
    polling.comeBack(place)->stream()->leave();
    QVERIFY(!polling.mcp.tools.waiting(0).isCancelled());
    polling.finish();
    QCOMPARE(dataOf(polling.comeBack(place)), QByteArrayList{McpHarness::answer("1", "done")});
}

void TestMcpResumption::givesTheRestToAClientWhoseStreamBroke_data()
{
    QTest::addColumn<QByteArray>("revision");
    for (const char *revision : {"2025-03-26", "2025-06-18", "2025-11-25"})
        QTest::newRow(revision) << QByteArray(revision);
}

void TestMcpResumption::givesTheRestToAClientWhoseStreamBroke()
{
    QFETCH(QByteArray, revision);
    McpHarness mcp;
    const QByteArray session = mcp.startSession("key_1", revision);
    FakeExchange *post =
        mcp.postTo(session, McpHarness::callOf("1", "wait", R"(,"_meta":{"progressToken":1})"));
    mcp.tools.waiting(0).report({.progress = 1, .total = {}, .message = {}});
    const QByteArray last = post->stream()->events().last().id;
    post->stream()->leave();
    QVERIFY(!mcp.tools.waiting(0).isCancelled());
    mcp.tools.waiting(0).report({.progress = 2, .total = {}, .message = {}});
    mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s));
    FakeExchange *back = mcp.get(
        "/mcp",
        "key_1",
        {{"mcp-session-id", session}, {"accept", "text/event-stream"}, {"last-event-id", last}});
    const QByteArrayList data = dataOf(back);
    QCOMPARE(data.size(), 2);
    QVERIFY(data.first().contains(R"("progress":2)"));
    QCOMPARE(data.last(), McpHarness::answer("1", "done"));
}

void TestMcpResumption::prefersTheNewestOfTwoReturns()
{
    Polling polling;
    const QByteArray place = polling.place();
    FakeExchange *first = polling.comeBack(place);
    FakeExchange *second = polling.comeBack(place);
    QVERIFY(!first->stream()->isOpen());
    polling.finish();
    QCOMPARE(dataOf(second), QByteArrayList{McpHarness::answer("1", "done")});
}

void TestMcpResumption::hidesTheAnswerFromOtherKeys()
{
    Polling polling;
    const QByteArray place = polling.place();
    polling.finish();
    QCOMPARE(polling.comeBack(place, "key_2")->status(), 404);
}

void TestMcpResumption::staysWithAClientThatCannotPoll_data()
{
    QTest::addColumn<QByteArray>("revision");
    QTest::addColumn<QByteArray>("accept");
    QTest::newRow("older") << "2025-06-18"_ba
                           << "application/json, text/event-stream"_ba;
    QTest::newRow("takes no stream") << "2025-11-25"_ba
                                     << "application/json"_ba;
}

void TestMcpResumption::staysWithAClientThatCannotPoll()
{
    QFETCH(QByteArray, revision);
    QFETCH(QByteArray, accept);
    Polling polling(revision, accept);
    QVERIFY(!polling.post->isAnswered());
    polling.finish();
    QCOMPARE(polling.post->body(), McpHarness::answer("1", "done"));
}

void TestMcpResumption::givesAListenerWhatItMissed()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    mcp.profile.changes = &changes;
    const auto session = mcp.startSession();
    const auto listen = [&](const QByteArray &last) {
        return mcp.get("/mcp",
                       "key_1",
                       {{"mcp-session-id", session},
                        {"accept", "text/event-stream"},
                        {"last-event-id", last}});
    };
    FakeExchange *first = listen("");
    Q_EMIT changes.toolsChanged();
    const QByteArray seen = first->stream()->events().first().id;
    first->stream()->leave();
    QTRY_VERIFY(!first->stream() || !first->stream()->isOpen());
    Q_EMIT changes.toolsChanged();
    FakeExchange *second = listen(seen);
    QCOMPARE(second->stream()->events().size(), 1);
    QVERIFY(second->stream()->isOpen());
    Q_EMIT changes.toolsChanged();
    QCOMPARE(second->stream()->events().size(), 2);
}

void TestMcpResumption::listensAnewForAnIdThatIsNotOurs()
{
    Polling polling;
    FakeExchange *stream = polling.comeBack("nonsense");
    QVERIFY(stream->stream()->isOpen());
    QVERIFY(stream->stream()->events().isEmpty());
}

QTEST_GUILESS_MAIN(TestMcpResumption)
#include "tst_mcpresumption.moc"
