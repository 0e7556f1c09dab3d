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
    void givesProgressThatABrokenConnectionTook();
    void prefersTheNewestOfTwoReturns();
    void hidesTheAnswerFromOtherKeys();
    void staysWithAClientThatCannotPoll_data();
    void staysWithAClientThatCannotPoll();
    void givesAListenerWhatItMissed();
    void givesEachMissedEventToOneListenerOnly();
    void givesNoListenerWhatAnotherHad();
    void prefersTheNewestListenerOfOneStream();
    void listensAnewForAnIdThatIsNotOurs_data();
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

/** A session of which events come by themselves. */
struct Listening
{
    Listening() { mcp.profile.changes = &changes; }

    FakeExchange *listen(const QByteArray &last = {})
    {
        if (session.isEmpty())
            session = mcp.startSession();
        return mcp.get("/mcp",
                       "key_1",
                       {{"mcp-session-id", session},
                        {"accept", "text/event-stream"},
                        {"last-event-id", last}});
    }

    /** Says one thing; the id that it has on that stream. */
    QByteArray heardBy(FakeExchange *listener)
    {
        Q_EMIT changes.toolsChanged();
        return listener->stream()->events().last().id;
    }

    static void leave(FakeExchange *listener)
    {
        listener->stream()->leave();
        QTRY_VERIFY(!listener->stream() || !listener->stream()->isOpen());
    }

    McpHarness mcp;
    tools::ChangeFeed changes;
    QByteArray session;
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

/** The server learns of a broken connection late; what it wrote until then never arrived. */
void TestMcpResumption::givesProgressThatABrokenConnectionTook()
{
    McpHarness mcp;
    const QByteArray session = mcp.startSession("key_1", "2025-11-25");
    FakeExchange *post =
        mcp.postTo(session, McpHarness::callOf("1", "wait", R"(,"_meta":{"progressToken":1})"));
    mcp.tools.waiting(0).report({.progress = 1, .total = {}, .message = {}});
    const QByteArray last = post->stream()->events().last().id;
    mcp.tools.waiting(0).report({.progress = 2, .total = {}, .message = {}});
    post->stream()->leave();
    FakeExchange *back = mcp.get(
        "/mcp",
        "key_1",
        {{"mcp-session-id", session}, {"accept", "text/event-stream"}, {"last-event-id", last}});
    const QByteArrayList data = dataOf(back);
    QCOMPARE(data.size(), 1);
    QVERIFY(data.first().contains(R"("progress":2)"));
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
    Listening session;
    FakeExchange *first = session.listen();
    const QByteArray seen = session.heardBy(first);
    Listening::leave(first);
    Q_EMIT session.changes.toolsChanged();
    FakeExchange *second = session.listen(seen);
    QCOMPARE(second->stream()->events().size(), 1);
    QVERIFY(second->stream()->isOpen());
    Q_EMIT session.changes.toolsChanged();
    QCOMPARE(second->stream()->events().size(), 2);
}

void TestMcpResumption::givesEachMissedEventToOneListenerOnly()
{
    Listening session;
    FakeExchange *first = session.listen();
    const QByteArray seenByFirst = session.heardBy(first);
    FakeExchange *second = session.listen();
    const QByteArray seenBySecond = session.heardBy(second);
    Listening::leave(first);
    Listening::leave(second);
    Q_EMIT session.changes.toolsChanged(); // nobody is there
    FakeExchange *firstBack = session.listen(seenByFirst);
    FakeExchange *secondBack = session.listen(seenBySecond);
    QCOMPARE(firstBack->stream()->events().size(), 1);
    QCOMPARE(secondBack->stream()->events().size(), 0);
    QVERIFY(firstBack->stream()->isOpen() && secondBack->stream()->isOpen());
    // It may not have arrived, and is there for the same one again.
    Listening::leave(firstBack);
    QCOMPARE(session.listen(seenByFirst)->stream()->events().size(), 1);
}

void TestMcpResumption::givesNoListenerWhatAnotherHad()
{
    Listening session;
    FakeExchange *first = session.listen();
    const QByteArray seenByFirst = session.heardBy(first);
    FakeExchange *second = session.listen();
    (void)session.heardBy(second);
    Listening::leave(first);
    FakeExchange *firstBack = session.listen(seenByFirst);
    QCOMPARE(firstBack->stream()->events().size(), 0);
    QCOMPARE(second->stream()->events().size(), 1);
}

void TestMcpResumption::prefersTheNewestListenerOfOneStream()
{
    Listening session;
    const QByteArray seen = session.heardBy(session.listen());
    FakeExchange *first = session.listen(seen);
    FakeExchange *second = session.listen(seen);
    QVERIFY(!first->stream() || !first->stream()->isOpen());
    Q_EMIT session.changes.toolsChanged();
    QCOMPARE(second->stream()->events().size(), 1);
}

void TestMcpResumption::listensAnewForAnIdThatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("nonsense") << "nonsense"_ba;
    QTest::newRow("no number") << "g"_ba;
    QTest::newRow("no stream") << "g0-1"_ba;
    QTest::newRow("one that never was") << "g99-1"_ba;
}

void TestMcpResumption::listensAnewForAnIdThatIsNotOurs()
{
    QFETCH(QByteArray, id);
    Polling polling;
    FakeExchange *stream = polling.comeBack(id);
    QVERIFY(stream->stream()->isOpen());
    QVERIFY(stream->stream()->events().isEmpty());
}

QTEST_GUILESS_MAIN(TestMcpResumption)
#include "tst_mcpresumption.moc"
