// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/tracecontext.h"
#include "tests/server/mcp/sessiondriver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::mcp;

/** Calls that take their time: several at once, cancelled, reporting progress, left behind. */
class TestSessionCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheOrderOfFinishing();
    void tellsNumbersAndTextsApart();
    void refusesAnIdThatIsInUse();
    void takesAnIdAgainAfterItsAnswer();
    void limitsTheCallsInFlight();
    void countsACancelledCallUntilItHasEnded();
    void sendsNothingForACancelledRequest();
    void sendsNothingForAnAbandonedInput();
    void reportsProgressUnderTheClientsToken_data();
    void reportsProgressUnderTheClientsToken();
    void reportsNoProgressUnasked();
    void reportsOnlyGrowingProgressAndNoneAfterTheAnswer();
    void stopsAllWorkWhenItEnds();
    void keepsTwoSessionsWithTheSameIdsApart();
    void passesTheCallerOfEachInput();
    void passesOnWhatIsNotReadAsItCame();
    void knowsTheTraceOfACall();
};

namespace {

QByteArray answer(const QByteArray &id, const QByteArray &text)
{
    return R"({"id":)" + id + R"(,"jsonrpc":"2.0","result":{"content":[{"text":")" + text
        + R"(","type":"text"}]}})";
}

tools::ToolResult text(const QString &words)
{
    return tools::ToolResult::fromText(words);
}

QByteArray cancelled(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id
        + R"(,"reason":"changed my mind"}})";
}

const QString newest = u"2025-11-25"_s;

} // namespace

void TestSessionCalls::answersInTheOrderOfFinishing()
{
    SessionDriver driver(newest);
    const OriginId first = driver.send(SessionDriver::callOf("1", "wait"));
    const OriginId second = driver.send(SessionDriver::callOf("2", "wait"));
    QVERIFY(driver.takeMessages().isEmpty());
    driver.tools.waiting(1).finish(text(u"b"_s));
    driver.tools.waiting(0).finish(text(u"a"_s));
    const auto messages = driver.takeMessages();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].json, answer("2", "b"));
    QCOMPARE(messages[0].origin, second);
    QCOMPARE(messages[1].json, answer("1", "a"));
    QCOMPARE(messages[1].origin, first);
    QCOMPARE(driver.takeFinished(), (QList{second, first}));
}

void TestSessionCalls::passesOnWhatIsNotReadAsItCame()
{
    SessionDriver driver(newest);
    const QByteArray body = SessionDriver::request(
        "1", "tools/call", R"({"name":"wait","arguments":{"z":1.0,"a":12345678901234567890}})");
    driver.send(body);
    QCOMPARE(driver.tools.waiting(0).call().text, body);
    tools::ToolResult result;
    result.structured = QJsonObject{{u"a"_s, 1}};
    result.structuredText = R"({"z":1.0,"a":12345678901234567890})";
    driver.tools.waiting(0).finish(result);
    const auto messages = driver.takeMessages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(
        messages[0].json,
        R"({"result":{"structuredContent":{"z":1.0,"a":12345678901234567890},"content":[]},"id":1,"jsonrpc":"2.0"})"_ba);
}

void TestSessionCalls::knowsTheTraceOfACall()
{
    SessionDriver driver(newest);
    driver.send(SessionDriver::request(
        "1",
        "tools/call",
        R"({"name":"wait","_meta":{"traceparent":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"}})"));
    const auto trace = driver.tools.waiting(0).call().cancellation.trace();
    QVERIFY(trace);
    QCOMPARE(trace->parent, "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"_ba);
    driver.send(SessionDriver::request("2", "tools/call", R"({"name":"wait"})"));
    QVERIFY(!driver.tools.waiting(1).call().cancellation.trace());
}

void TestSessionCalls::tellsNumbersAndTextsApart()
{
    SessionDriver driver(newest);
    driver.send(SessionDriver::callOf("1", "wait"));
    driver.send(SessionDriver::callOf(R"("1")", "wait"));
    QCOMPARE(driver.tools.waitingCount(), size_t(2));
    driver.send(cancelled(R"("1")"));
    QVERIFY(!driver.tools.waiting(0).isCancelled());
    QVERIFY(driver.tools.waiting(1).isCancelled());
}

void TestSessionCalls::refusesAnIdThatIsInUse()
{
    SessionDriver driver(newest);
    const OriginId first = driver.send(SessionDriver::callOf("1", "wait"));
    const OriginId second = driver.send(SessionDriver::callOf("1", "echo"));
    auto messages = driver.takeMessages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].origin, second);
    QCOMPARE(
        messages[0].json,
        R"({"error":{"code":-32600,"message":"A request with this id is still being worked on."},"id":1,"jsonrpc":"2.0"})"_ba);
    driver.tools.waiting(0).finish(text(u"a"_s));
    messages = driver.takeMessages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].origin, first);
}

void TestSessionCalls::takesAnIdAgainAfterItsAnswer()
{
    SessionDriver driver(newest);
    QCOMPARE(driver.answer(SessionDriver::callOf("1", "echo")), answer("1", ""));
    QCOMPARE(driver.answer(SessionDriver::callOf("1", "echo")), answer("1", ""));
}

void TestSessionCalls::limitsTheCallsInFlight()
{
    SessionDriver driver(newest);
    driver.profile.callsInFlight = 2;
    driver.send(SessionDriver::callOf("1", "wait"));
    driver.send(SessionDriver::callOf("2", "wait"));
    const auto refused = driver.answer(SessionDriver::callOf("3", "wait"));
    QCOMPARE(
        refused,
        R"({"error":{"code":-32000,"message":"This session has 2 requests in flight already. Wait for one of them to finish."},"id":3,"jsonrpc":"2.0"})"_ba);
    QCOMPARE(driver.answer(R"({"jsonrpc":"2.0","id":9,"method":"ping"})"),
             R"({"id":9,"jsonrpc":"2.0","result":{}})"_ba);
    driver.tools.waiting(0).finish(text(u"a"_s));
    driver.send(SessionDriver::callOf("3", "wait"));
    QCOMPARE(driver.tools.waitingCount(), size_t(3));
}

void TestSessionCalls::countsACancelledCallUntilItHasEnded()
{
    SessionDriver driver(newest);
    driver.profile.callsInFlight = 1;
    driver.send(SessionDriver::callOf("1", "wait"));
    driver.send(cancelled("1"));
    driver.send(SessionDriver::callOf("2", "wait"));
    QCOMPARE(driver.tools.waitingCount(), size_t(1));
    driver.tools.waiting(0).finish(text(u"a"_s));
    driver.send(SessionDriver::callOf("3", "wait"));
    QCOMPARE(driver.tools.waitingCount(), size_t(2));
}

void TestSessionCalls::sendsNothingForACancelledRequest()
{
    SessionDriver driver(newest);
    const OriginId origin = driver.send(SessionDriver::callOf("1", "wait"));
    driver.send(cancelled("1"));
    QVERIFY(driver.tools.waiting(0).isCancelled());
    QVERIFY(driver.takeFinished().contains(origin));
    driver.tools.waiting(0).finish(text(u"a"_s));
    QVERIFY(driver.takeMessages().isEmpty());
    QVERIFY(!driver.session->isBusy());
}

void TestSessionCalls::sendsNothingForAnAbandonedInput()
{
    SessionDriver driver(newest);
    const OriginId origin = driver.send(SessionDriver::callOf("1", "wait"));
    driver.send(SessionDriver::callOf("2", "wait"));
    driver.session->abandon(origin);
    QVERIFY(driver.tools.waiting(0).isCancelled());
    QVERIFY(!driver.tools.waiting(1).isCancelled());
    driver.tools.waiting(0).finish(text(u"a"_s));
    QVERIFY(driver.takeMessages().isEmpty());
    QVERIFY(driver.takeFinished().isEmpty());
}

void TestSessionCalls::reportsProgressUnderTheClientsToken_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("text")
        << newest << R"("abc")"_ba
        << R"({"message":"Half.","progress":0.5,"progressToken":"abc","total":1})"_ba;
    QTest::newRow("number")
        << u"2025-03-26"_s << "7"_ba
        << R"({"message":"Half.","progress":0.5,"progressToken":7,"total":1})"_ba;
    QTest::newRow("without message in the oldest")
        << u"2024-11-05"_s << "7"_ba
        << R"({"progress":0.5,"progressToken":7,"total":1})"_ba;
}

void TestSessionCalls::reportsProgressUnderTheClientsToken()
{
    QFETCH(QString, revision);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, params);
    SessionDriver driver(revision);
    const OriginId origin = driver.send(
        SessionDriver::callOf("1", "wait", R"(,"_meta":{"progressToken":)" + token + '}'));
    driver.tools.waiting(0).report({.progress = 0.5, .total = 1, .message = u"Half."_s});
    const auto messages = driver.takeMessages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].origin, origin);
    QVERIFY(!messages[0].isResponse);
    QCOMPARE(messages[0].json,
             R"({"jsonrpc":"2.0","method":"notifications/progress","params":)" + params + '}');
}

void TestSessionCalls::reportsNoProgressUnasked()
{
    SessionDriver driver(newest);
    driver.send(SessionDriver::callOf("1", "wait"));
    QVERIFY(!driver.tools.waiting(0).call().reportProgress);
}

void TestSessionCalls::reportsOnlyGrowingProgressAndNoneAfterTheAnswer()
{
    SessionDriver driver(newest);
    driver.send(SessionDriver::callOf("1", "wait", R"(,"_meta":{"progressToken":1})"));
    for (const double progress : {1.0, 1.0, 0.5, 2.0})
        driver.tools.waiting(0).report({.progress = progress, .total = {}, .message = {}});
    QCOMPARE(driver.takeMessages().size(), 2);
    driver.tools.waiting(0).finish(text(u"a"_s));
    driver.takeMessages();
    driver.tools.waiting(0).report({.progress = 3, .total = {}, .message = {}});
    QVERIFY(driver.takeMessages().isEmpty());
}

void TestSessionCalls::stopsAllWorkWhenItEnds()
{
    SessionDriver driver(newest);
    driver.send(SessionDriver::callOf("1", "wait", R"(,"_meta":{"progressToken":1})"));
    driver.session.reset();
    QVERIFY(driver.tools.waiting(0).isCancelled());
    driver.tools.waiting(0).report({.progress = 1, .total = {}, .message = {}});
    driver.tools.waiting(0).finish(text(u"a"_s));
    QVERIFY(driver.takeMessages().isEmpty());
}

void TestSessionCalls::keepsTwoSessionsWithTheSameIdsApart()
{
    SessionDriver one(newest);
    SessionDriver two(newest);
    for (int i = 0; i < 15; ++i) {
        const auto id = QByteArray::number(i);
        one.send(SessionDriver::callOf(id, "wait"));
        two.send(SessionDriver::callOf(id, "wait"));
    }
    two.send(cancelled("3"));
    for (size_t i = 0; i < 15; ++i) {
        two.tools.waiting(i).finish(text(u"two"_s));
        one.tools.waiting(i).finish(text(u"one"_s));
    }
    const auto ofOne = one.takeMessages();
    const auto ofTwo = two.takeMessages();
    QCOMPARE(ofOne.size(), 15);
    QCOMPARE(ofTwo.size(), 14);
    for (qsizetype i = 0; i < ofOne.size(); ++i)
        QCOMPARE(ofOne[i].json, answer(QByteArray::number(i), "one"));
    for (const Outgoing &message : ofTwo)
        QVERIFY(message.json.contains("\"two\""));
}

void TestSessionCalls::passesTheCallerOfEachInput()
{
    SessionDriver driver(newest);
    driver.caller.access = tools::KeyAccess::Read;
    driver.send(SessionDriver::callOf("1", "echo"));
    QCOMPARE(driver.tools.lastCaller().access, tools::KeyAccess::Read);
    driver.caller.access = tools::KeyAccess::Full;
    driver.send(SessionDriver::callOf("2", "echo"));
    QCOMPARE(driver.tools.lastCaller().access, tools::KeyAccess::Full);
    QCOMPARE(driver.tools.lastCaller().clientName, u"Test 1"_s);
}

QTEST_GUILESS_MAIN(TestSessionCalls)
#include "tst_sessioncalls.moc"
