// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/tracecontext.h"
#include "tests/fakes/fakecatalogue.h"
#include "tests/server/http/mcp/mcpharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::fakes;
using namespace fairlead::http;

/** Requests of 2026-07-28, each of which stands for itself, on the same /mcp. */
class TestMcpStateless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIs();
    void answersWithoutASession();
    void knowsTheTraceOfACall();
    void ignoresASessionThatIsNamed();
    void refusesHeadersThatDiffer_data();
    void refusesHeadersThatDiffer();
    void takesAnEncodedName();
    void refusesARequestThatSaysTooLittle_data();
    void refusesARequestThatSaysTooLittle();
    void leadsToARevisionThatBothKnow();
    void knowsNoMethodsOfOlderRevisions_data();
    void knowsNoMethodsOfOlderRevisions();
    void streamsProgress();
    void asksByItsResult();
    void refusesAStateThatWasChanged();
    void saysWhatTheClientLacks();
    void tellsListenersOfChanges();
    void tellsListenersOfTheResourcesTheyMaySee();
    void stopsTheWorkWhenTheClientLeaves();
    void endsWhatARevokedKeyRuns();
    void limitsTheRequestsOfAKey();
    void countsNoListenerAsARequest();
    void closesTheStreamOfARevokedListener();
    void keepsListenersWithTheSameIdApart();
    void keepsTwoClientsWithTheSameIdsApart();
    void refusesTheStateOfAnotherKey();
};

namespace {

constexpr auto revision = "2026-07-28";

/** A request of the revision, with headers that fit. */
struct Modern
{
    QByteArray method;
    QByteArray params{}; ///< without braces and `_meta`
    QByteArray capabilities = "{}";
    QByteArray meta{}; ///< more of it, with a comma before
    QByteArray name{};
    QByteArray named = revision;

    [[nodiscard]] QByteArray body() const
    {
        const QByteArray all = R"("_meta":{"io.modelcontextprotocol/protocolVersion":")" + named
            + R"(","io.modelcontextprotocol/clientCapabilities":)" + capabilities + meta + '}';
        return McpHarness::request(
            "1", method, '{' + all + (params.isEmpty() ? "" : ",") + params + '}');
    }
    [[nodiscard]] QList<Header> headers() const
    {
        QList<Header> list{{"mcp-protocol-version", named}, {"mcp-method", method}};
        if (!name.isEmpty())
            list.append(Header("mcp-name", name));
        return list;
    }
    FakeExchange *send(McpHarness &mcp) const
    {
        return mcp.post("/mcp", body(), "key_1", headers());
    }
};

Modern waitCall()
{
    return {.method = "tools/call", .params = R"("name":"wait")", .name = "wait"};
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QList<tools::InputRequest> oneForm()
{
    tools::InputRequest request;
    request.key = u"name"_s;
    request.message = u"Your name?"_s;
    return {request};
}

/** The tool asks for a name, and ends with what it was told: the answer, or the failure. */
void askAndFinish(FakeCall &call)
{
    const auto port = call.call().client;
    QCoro::connect(port->ask(oneForm()), qApp, [&call](const Result<tools::InputAnswers> &answers) {
        if (answers)
            call.finish(tools::ToolResult::fromText(
                answers->value(u"name"_s).content["name"_L1].toString()));
        else
            call.finish(failure(answers.error()));
    });
}

} // namespace

void TestMcpStateless::saysWhatItIs()
{
    McpHarness mcp;
    FakeExchange *exchange = Modern{.method = "server/discover"}.send(mcp);
    QCOMPARE(exchange->status(), 200);
    const QJsonValue result = parsed(exchange->body())["result"_L1];
    QVERIFY(result["supportedVersions"_L1].toArray().contains(QString::fromLatin1(revision)));
    QVERIFY(result["capabilities"_L1]["tools"_L1].isObject());
    QCOMPARE(result["resultType"_L1], u"complete"_s);
    QCOMPARE(result["cacheScope"_L1], u"public"_s);
    QVERIFY(result["ttlMs"_L1].toInt() > 0);
    QCOMPARE(result["_meta"_L1]["io.modelcontextprotocol/serverInfo"_L1]["name"_L1], u"fairlead"_s);
}

void TestMcpStateless::answersWithoutASession()
{
    McpHarness mcp;
    const Modern call{.method = "tools/call",
                      .params = R"("name":"echo","arguments":{"text":"hi"})",
                      .name = "echo"};
    FakeExchange *exchange = call.send(mcp);
    QCOMPARE(exchange->status(), 200);
    QVERIFY(exchange->body().contains(R"("text":"hi")"));
    QVERIFY(exchange->answerHeader("Mcp-Session-Id").isEmpty());
    QCOMPARE(mcp.streamable.sessionCount(), size_t(0));
}

void TestMcpStateless::knowsTheTraceOfACall()
{
    McpHarness mcp;
    Modern call = waitCall();
    call.meta =
        R"(,"traceparent":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01","baggage":"b a d")";
    call.send(mcp);
    const auto trace = mcp.tools.waiting(0).call().cancellation.trace();
    QVERIFY(trace);
    QCOMPARE(*trace,
             TraceContext{.parent = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"_ba});
}

void TestMcpStateless::ignoresASessionThatIsNamed()
{
    McpHarness mcp;
    const Modern list{.method = "tools/list"};
    QList<Header> headers = list.headers();
    headers.append(Header("mcp-session-id", "ses_unknown"));
    QCOMPARE(mcp.post("/mcp", list.body(), "key_1", headers)->status(), 200);
}

void TestMcpStateless::refusesHeadersThatDiffer_data()
{
    QTest::addColumn<QList<Header>>("headers");
    const Header version{"mcp-protocol-version", revision};
    const Header method{"mcp-method", "tools/call"};
    const Header name{"mcp-name", "echo"};
    QTest::newRow("no revision") << QList<Header>{method, name};
    QTest::newRow("another revision")
        << QList<Header>{{"mcp-protocol-version", "2025-11-25"}, method, name};
    QTest::newRow("no method") << QList<Header>{version, name};
    QTest::newRow("another method") << QList<Header>{version, {"mcp-method", "tools/list"}, name};
    QTest::newRow("method in capitals")
        << QList<Header>{version, {"mcp-method", "TOOLS/CALL"}, name};
    QTest::newRow("encoded method")
        << QList<Header>{version, {"mcp-method", "=?base64?dG9vbHMvY2FsbA==?="}, name};
    QTest::newRow("name beyond ASCII") << QList<Header>{version, method, {"mcp-name", "\xe9"}};
    QTest::newRow("no name") << QList<Header>{version, method};
    QTest::newRow("another name") << QList<Header>{version, method, {"mcp-name", "fail"}};
    QTest::newRow("name twice") << QList<Header>{version, method, name, name};
    QTest::newRow("bad padding") << QList<Header>{
        version, method, {"mcp-name", "=?base64?ZWNobw?="}};
    QTest::newRow("bad letters") << QList<Header>{version, method, {"mcp-name", "=?base64?Z!No?="}};
}

void TestMcpStateless::refusesHeadersThatDiffer()
{
    QFETCH(QList<Header>, headers);
    McpHarness mcp;
    const Modern call{.method = "tools/call", .params = R"("name":"echo")"};
    FakeExchange *exchange = mcp.post("/mcp", call.body(), "key_1", headers);
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32020"_ba);
    QCOMPARE(parsed(exchange->body())["id"_L1], 1);
}

void TestMcpStateless::takesAnEncodedName()
{
    McpHarness mcp;
    const Modern call{.method = "tools/call",
                      .params = R"("name":"echo","arguments":{"text":"hi"})",
                      .name = "=?base64?ZWNobw==?="};
    QCOMPARE(call.send(mcp)->status(), 200);
}

void TestMcpStateless::refusesARequestThatSaysTooLittle_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("nothing") << "{}"_ba;
    QTest::newRow("no revision")
        << R"({"_meta":{"io.modelcontextprotocol/clientCapabilities":{}}})"_ba;
    QTest::newRow("no capabilities")
        << R"({"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})"_ba;
}

void TestMcpStateless::refusesARequestThatSaysTooLittle()
{
    QFETCH(QByteArray, params);
    McpHarness mcp;
    FakeExchange *exchange = mcp.post("/mcp",
                                      McpHarness::request("1", "tools/list", params),
                                      "key_1",
                                      Modern{.method = "tools/list"}.headers());
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32602"_ba);
}

void TestMcpStateless::leadsToARevisionThatBothKnow()
{
    McpHarness mcp;
    FakeExchange *exchange = Modern{.method = "server/discover", .named = "2027-01-01"}.send(mcp);
    QCOMPARE(exchange->status(), 400);
    const QJsonValue error = parsed(exchange->body())["error"_L1];
    QCOMPARE(error["code"_L1], -32022);
    QCOMPARE(error["data"_L1]["requested"_L1], u"2027-01-01"_s);
    QVERIFY(error["data"_L1]["supported"_L1].toArray().contains(u"2025-11-25"_s));
}

void TestMcpStateless::knowsNoMethodsOfOlderRevisions_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const auto &method :
         {"initialize"_ba, "ping"_ba, "logging/setLevel"_ba, "resources/subscribe"_ba})
        QTest::newRow(method.constData()) << method;
}

void TestMcpStateless::knowsNoMethodsOfOlderRevisions()
{
    QFETCH(QByteArray, method);
    McpHarness mcp;
    FakeExchange *exchange = Modern{.method = method}.send(mcp);
    QCOMPARE(exchange->status(), 404);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32601"_ba);
}

void TestMcpStateless::streamsProgress()
{
    McpHarness mcp;
    Modern call = waitCall();
    call.meta = R"(,"progressToken":"t")";
    FakeExchange *exchange = call.send(mcp);
    mcp.tools.waiting(0).report({.progress = 1, .total = {}, .message = {}});
    QVERIFY(exchange->stream());
    mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s));
    QCOMPARE(exchange->stream()->events().size(), 2);
    QVERIFY(!exchange->stream()->isOpen());
}

void TestMcpStateless::asksByItsResult()
{
    McpHarness mcp;
    Modern call = waitCall();
    call.capabilities = R"({"elicitation":{}})";
    FakeExchange *first = call.send(mcp);
    askAndFinish(mcp.tools.waiting(0));
    QCOMPARE(first->status(), 200);
    const QJsonValue asked = parsed(first->body())["result"_L1];
    QCOMPARE(asked["resultType"_L1], u"input_required"_s);
    QCOMPARE(asked["inputRequests"_L1]["name"_L1]["method"_L1], u"elicitation/create"_s);
    QVERIFY(asked["ttlMs"_L1].isUndefined());

    call.params += R"(,"requestState":")" + asked["requestState"_L1].toString().toLatin1()
        + R"(","inputResponses":{"name":{"action":"accept","content":{"name":"Ada"}},"more":1})";
    FakeExchange *second = call.send(mcp);
    askAndFinish(mcp.tools.waiting(1));
    const QJsonValue result = parsed(second->body())["result"_L1];
    QCOMPARE(result["content"_L1][0]["text"_L1], u"Ada"_s);
    QCOMPARE(result["resultType"_L1], u"complete"_s);
}

void TestMcpStateless::refusesAStateThatWasChanged()
{
    McpHarness mcp;
    Modern call = waitCall();
    call.params += R"(,"requestState":"e30.AAAA")";
    FakeExchange *exchange = call.send(mcp);
    QCOMPARE(McpHarness::errorCode(exchange->body()), "-32602"_ba);
    QCOMPARE(mcp.tools.waitingCount(), size_t(0));
}

void TestMcpStateless::saysWhatTheClientLacks()
{
    McpHarness mcp;
    FakeExchange *exchange = waitCall().send(mcp);
    askAndFinish(mcp.tools.waiting(0));
    QCOMPARE(exchange->status(), 400);
    const QJsonValue error = parsed(exchange->body())["error"_L1];
    QCOMPARE(error["code"_L1], -32021);
    QVERIFY(error["data"_L1]["requiredCapabilities"_L1]["elicitation"_L1].isObject());
}

void TestMcpStateless::tellsListenersOfChanges()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    mcp.profile.changes = &changes;
    const Modern listen{
        .method = "subscriptions/listen",
        .params = R"("notifications":{"toolsListChanged":true,"promptsListChanged":true})"};
    FakeExchange *exchange = listen.send(mcp);
    QVERIFY(exchange->stream());
    Q_EMIT changes.promptsChanged();
    Q_EMIT changes.toolsChanged();
    const auto events = exchange->stream()->events();
    QCOMPARE(events.size(), 2);
    // There are no prompts, so they are neither agreed to nor told of.
    const QJsonObject params = parsed(events[0].data)["params"_L1].toObject();
    QCOMPARE(params["notifications"_L1].toObject(), (QJsonObject{{u"toolsListChanged"_s, true}}));
    const QJsonObject change = parsed(events[1].data);
    QCOMPARE(change["method"_L1], u"notifications/tools/list_changed"_s);
    QCOMPARE(change["params"_L1]["_meta"_L1]["io.modelcontextprotocol/subscriptionId"_L1], 1);
}

void TestMcpStateless::tellsListenersOfTheResourcesTheyMaySee()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    fakes::FakeResources notes;
    mcp.profile.changes = &changes;
    mcp.profile.resources = &notes;
    const Modern listen{.method = "subscriptions/listen",
                        .params =
                            R"("notifications":{"resourceSubscriptions":["note://1","page://1"]})"};
    FakeExchange *exchange = listen.send(mcp);
    QVERIFY(exchange->stream());
    notes.change(u"note://1"_s);
    Q_EMIT changes.resourceUpdated(u"page://1"_s);
    const auto events = exchange->stream()->events();
    QCOMPARE(events.size(), 2);
    const QJsonValue agreed = parsed(events[0].data)["params"_L1]["notifications"_L1];
    QCOMPARE(agreed["resourceSubscriptions"_L1].toArray(), QJsonArray{u"note://1"_s});
    const QJsonObject change = parsed(events[1].data);
    QCOMPARE(change["method"_L1], u"notifications/resources/updated"_s);
    QCOMPARE(change["params"_L1]["uri"_L1], u"note://1"_s);
}

void TestMcpStateless::stopsTheWorkWhenTheClientLeaves()
{
    McpHarness mcp;
    FakeExchange *exchange = waitCall().send(mcp);
    exchange->leave();
    QVERIFY(mcp.tools.waiting(0).isCancelled());
}

void TestMcpStateless::endsWhatARevokedKeyRuns()
{
    McpHarness mcp;
    FakeExchange *exchange = waitCall().send(mcp);
    mcp.streamable.closeSessionsOf(u"key_2"_s);
    QVERIFY(!exchange->isAnswered());
    mcp.streamable.closeSessionsOf(u"key_1"_s);
    QVERIFY(exchange->isAnswered());
    QTRY_VERIFY(mcp.tools.waiting(0).isCancelled());
}

void TestMcpStateless::limitsTheRequestsOfAKey()
{
    McpHarness mcp;
    mcp.profile.callsInFlight = 1;
    waitCall().send(mcp);
    FakeExchange *refused = waitCall().send(mcp);
    QCOMPARE(refused->status(), 429);
    QCOMPARE(refused->answerHeader("Retry-After"), "1"_ba);
    mcp.tools.waiting(0).finish(tools::ToolResult::fromText(u"done"_s));
    QVERIFY(!waitCall().send(mcp)->isAnswered());
}

void TestMcpStateless::countsNoListenerAsARequest()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    mcp.profile.changes = &changes;
    mcp.profile.callsInFlight = 1;
    const Modern listen{.method = "subscriptions/listen",
                        .params = R"("notifications":{"toolsListChanged":true})"};
    QVERIFY(listen.send(mcp)->stream());
    QVERIFY(!waitCall().send(mcp)->isAnswered());
    QVERIFY(listen.send(mcp)->stream());
}

void TestMcpStateless::closesTheStreamOfARevokedListener()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    mcp.profile.changes = &changes;
    const Modern listen{.method = "subscriptions/listen",
                        .params = R"("notifications":{"toolsListChanged":true})"};
    FakeEventStream *revoked = listen.send(mcp)->stream();
    FakeEventStream *other = mcp.post("/mcp", listen.body(), "key_2", listen.headers())->stream();
    mcp.streamable.closeSessionsOf(u"key_1"_s);
    QTRY_VERIFY(!revoked->isOpen());
    Q_EMIT changes.toolsChanged();
    QVERIFY(other->isOpen());
    QCOMPARE(other->events().size(), 2);
    QVERIFY(!revoked->events().last().data.contains("list_changed"));
}

void TestMcpStateless::keepsListenersWithTheSameIdApart()
{
    McpHarness mcp;
    tools::ChangeFeed changes;
    mcp.profile.changes = &changes;
    const Modern tools{.method = "subscriptions/listen",
                       .params = R"("notifications":{"toolsListChanged":true})"};
    const Modern nothing{.method = "subscriptions/listen", .params = R"("notifications":{})"};
    const auto *one = mcp.post("/mcp", tools.body(), "key_1", tools.headers())->stream();
    const auto *two = mcp.post("/mcp", nothing.body(), "key_2", nothing.headers())->stream();
    for (int i = 0; i < 1000; ++i)
        Q_EMIT changes.toolsChanged();
    QCOMPARE(one->events().size(), 1001);
    QCOMPARE(two->events().size(), 1);
}

void TestMcpStateless::keepsTwoClientsWithTheSameIdsApart()
{
    McpHarness mcp;
    for (int i = 0; i < 1000; ++i) {
        const auto number = QByteArray::number(i);
        const auto call = [&](const QByteArray &key) {
            const QByteArray arguments = R"({"text":")" + key + '.' + number + R"("})";
            const Modern modern{.method = "tools/call",
                                .params = R"("name":"echo","arguments":)" + arguments,
                                .name = "echo"};
            return mcp.post("/mcp", modern.body(), key, modern.headers())->body();
        };
        QVERIFY(call("key_1").contains("key_1." + number));
        QVERIFY(call("key_2").contains("key_2." + number));
    }
}

void TestMcpStateless::refusesTheStateOfAnotherKey()
{
    McpHarness mcp;
    Modern call = waitCall();
    call.capabilities = R"({"elicitation":{}})";
    FakeExchange *first = call.send(mcp);
    askAndFinish(mcp.tools.waiting(0));
    const QByteArray state =
        parsed(first->body())["result"_L1]["requestState"_L1].toString().toLatin1();
    QVERIFY(!state.isEmpty());
    call.params += R"(,"requestState":")" + state + "\"";
    FakeExchange *foreign = mcp.post("/mcp", call.body(), "key_2", call.headers());
    QCOMPARE(McpHarness::errorCode(foreign->body()), "-32602"_ba);
    QCOMPARE(mcp.tools.waitingCount(), size_t(1));
    QVERIFY(!call.send(mcp)->isAnswered());
    QCOMPARE(mcp.tools.waitingCount(), size_t(2));
}

QTEST_GUILESS_MAIN(TestMcpStateless)
#include "tst_mcpstateless.moc"
