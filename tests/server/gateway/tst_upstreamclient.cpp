// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/tracecontext.h"
#include "server/gateway/upstreamclient.h"
#include "tests/fakes/fakeclock.h"
#include "tests/server/gateway/scriptedupstream.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

namespace {

QCoro::Task<Result<Secret>> withToken(CancellationToken)
{
    co_return Secret("Bearer T"_ba);
}

UpstreamTarget targetAt(const QUrl &url)
{
    return {.url = url, .name = u"Scripted"_s, .authorize = withToken};
}

UpstreamRequest calling(const QString &message)
{
    const QJsonObject arguments{{u"message"_s, message}};
    return {.method = u"tools/call"_s,
            .params = {{u"name"_s, u"echo"_s}, {u"arguments"_s, arguments}}};
}

QString textOf(const Result<QJsonObject> &result)
{
    return result ? result->value("content"_L1)[0]["text"_L1].toString() : result.error().message;
}

} // namespace

class TestUpstreamClient : public QObject
{
    Q_OBJECT

    net::StreamingClient m_http;
    fakes::FakeClock m_clock;

private Q_SLOTS:
    void speaksTheNewestRevisionThatTheUpstreamHas_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<QString>("revision");
        QTest::newRow("2026-07-28") << int(ScriptedUpstream::Age::Stateless) << u"2026-07-28"_s;
        QTest::newRow("2025-11-25") << int(ScriptedUpstream::Age::Session) << u"2025-11-25"_s;
        QTest::newRow("2024-11-05") << int(ScriptedUpstream::Age::EventStream) << u"2024-11-05"_s;
    }
    void speaksTheNewestRevisionThatTheUpstreamHas()
    {
        QFETCH(int, age);
        QFETCH(QString, revision);
        ScriptedUpstream upstream{ScriptedUpstream::Age(age)};
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(u"hello"_s)))), u"hello"_s);
        QCOMPARE(client.standing().revision, revision);
        QVERIFY(client.standing().isConnected);
        const QByteArray head = upstream.headsOf(u"tools/call"_s).value(0);
        QVERIFY(head.contains("Authorization: Bearer T"));
        QCOMPARE(head.contains("Mcp-Name: echo"), revision == "2026-07-28"_L1);
        QCOMPARE(head.contains("Mcp-Session-Id: one"), revision == "2025-11-25"_L1);
    }

    void greetsOnceForManyCallsAtTheSameTime()
    {
        ScriptedUpstream upstream;
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        auto first = client.request(calling(u"1"_s));
        auto second = client.request(calling(u"2"_s));
        QCOMPARE(textOf(QCoro::waitFor(std::move(second))), u"2"_s);
        QCOMPARE(textOf(QCoro::waitFor(std::move(first))), u"1"_s);
        QCOMPARE(upstream.received(u"initialize"_s).size(), 1);
        QCOMPARE(upstream.received(u"notifications/initialized"_s).size(), 1);
    }

    void beginsANewSessionWhenTheUpstreamHasLostIt()
    {
        ScriptedUpstream upstream;
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QVERIFY(QCoro::waitFor(client.request(calling(u"1"_s))));
        upstream.session = "two";
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(u"2"_s)))), u"2"_s);
        QCOMPARE(upstream.received(u"initialize"_s).size(), 2);
    }

    void readsAnAnswerFromAnEventStream()
    {
        ScriptedUpstream upstream;
        upstream.instead = [](QTcpSocket &socket, const QJsonObject &message) {
            if (message["method"_L1] != "tools/call"_L1)
                return false;
            const QJsonObject text{{u"type"_s, u"text"_s}, {u"text"_s, u"streamed"_s}};
            const QJsonObject result{{u"content"_s, QJsonArray{text}}};
            const QJsonObject params{
                {u"progressToken"_s, message["id"_L1]}, {u"progress"_s, 1}, {u"total"_s, 2}};
            const QJsonObject progress{{u"jsonrpc"_s, u"2.0"_s},
                                       {u"method"_s, u"notifications/progress"_s},
                                       {u"params"_s, params}};
            ScriptedUpstream::stream(
                socket,
                {ScriptedUpstream::json(progress),
                 ScriptedUpstream::json(ScriptedUpstream::resultFor(message, result))});
            return true;
        };
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        UpstreamRequest request = calling(u"hello"_s);
        QList<double> progress;
        request.reportProgress = [&progress](const tools::Progress &report) {
            progress.append(report.progress / report.total.value_or(1));
        };
        QCOMPARE(textOf(QCoro::waitFor(client.request(request))), u"streamed"_s);
        QCOMPARE(progress, QList<double>{0.5});
    }

    void carriesTheTraceInTheMessage_data()
    {
        QTest::addColumn<int>("age");
        QTest::newRow("2026-07-28") << int(ScriptedUpstream::Age::Stateless);
        QTest::newRow("2025-11-25") << int(ScriptedUpstream::Age::Session);
    }
    void carriesTheTraceInTheMessage()
    {
        QFETCH(int, age);
        ScriptedUpstream upstream{ScriptedUpstream::Age(age)};
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        const QJsonObject trace{
            {u"traceparent"_s, u"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"_s},
            {u"baggage"_s, u"tenant=7"_s}};
        const CancellationSource call;
        call.setTrace(traceContextFrom(trace));
        UpstreamRequest request = calling(u"hello"_s);
        request.cancellation = call.token();
        QVERIFY(QCoro::waitFor(client.request(request)));
        const QJsonValue meta = upstream.received(u"tools/call"_s).first()["params"_L1]["_meta"_L1];
        QCOMPARE(meta["traceparent"_L1], trace["traceparent"_L1]);
        QCOMPARE(meta["baggage"_L1], trace["baggage"_L1]);
        QVERIFY(meta["tracestate"_L1].isUndefined());
        QVERIFY(!upstream.headsOf(u"tools/call"_s).value(0).contains("traceparent"));
    }

    void readsAllPagesOfTheTools()
    {
        ScriptedUpstream upstream;
        upstream.tools.append(ScriptedUpstream::tool(u"add"_s, {}));
        upstream.tools.append(ScriptedUpstream::tool(u"zip"_s, {}));
        upstream.toolsPerPage = 1;
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        const auto tools = QCoro::waitFor(client.listTools({}));
        QCOMPARE(*tools, upstream.tools);
    }

    void tellsTheUpstreamThatNobodyWaitsAnyMore()
    {
        ScriptedUpstream upstream;
        upstream.instead = [](QTcpSocket &, const QJsonObject &message) {
            return message["method"_L1] == "tools/call"_L1;
        };
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        CancellationSource caller;
        UpstreamRequest request = calling(u"hello"_s);
        request.cancellation = caller.token();
        auto task = client.request(request);
        QTRY_COMPARE(upstream.received(u"tools/call"_s).size(), 1);
        caller.cancel();
        const auto result = QCoro::waitFor(std::move(task));
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QTRY_COMPARE(upstream.received(u"notifications/cancelled"_s).size(), 1);
        const QJsonObject told = upstream.received(u"notifications/cancelled"_s).first();
        QCOMPARE(told["params"_L1]["requestId"_L1],
                 upstream.received(u"tools/call"_s).first()["id"_L1]);
    }

    void givesUpWhenTheTimeIsUp()
    {
        ScriptedUpstream upstream;
        upstream.instead = [](QTcpSocket &, const QJsonObject &message) {
            return message["method"_L1] == "tools/call"_L1;
        };
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        UpstreamRequest request = calling(u"hello"_s);
        request.time = std::chrono::milliseconds(200);
        QCOMPARE(QCoro::waitFor(client.request(request)).error().code, ErrorCode::Timeout);
        QVERIFY(!client.standing().lastError.isEmpty());
    }

    void hearsThatTheToolsHaveChanged_data()
    {
        QTest::addColumn<int>("age");
        QTest::newRow("2026-07-28") << int(ScriptedUpstream::Age::Stateless);
        QTest::newRow("2025-11-25") << int(ScriptedUpstream::Age::Session);
        QTest::newRow("2024-11-05") << int(ScriptedUpstream::Age::EventStream);
    }
    void hearsThatTheToolsHaveChanged()
    {
        QFETCH(int, age);
        ScriptedUpstream upstream{ScriptedUpstream::Age(age)};
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QSignalSpy changes(&client, &UpstreamClient::toolsChanged);
        client.keepConnected();
        QTRY_COMPARE(changes.size(), 1); // it is a new one
        QTRY_VERIFY(upstream.isHeard());
        const QJsonObject change{{u"jsonrpc"_s, u"2.0"_s},
                                 {u"method"_s, u"notifications/tools/list_changed"_s}};
        for (int i = 0; i < 1000; ++i)
            upstream.say(change);
        QTRY_COMPARE_WITH_TIMEOUT(changes.size(), 2, 10'000);
        client.close();
    }

    void grantsNothingThatTheUpstreamAsksFor()
    {
        ScriptedUpstream upstream;
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        client.keepConnected();
        QTRY_VERIFY(upstream.isHeard());
        upstream.say({{u"jsonrpc"_s, u"2.0"_s},
                      {u"id"_s, u"q"_s},
                      {u"method"_s, u"sampling/createMessage"_s},
                      {u"params"_s, QJsonObject()}});
        QTRY_COMPARE(upstream.received(QString()).size(), 1);
        const QJsonObject answer = upstream.received(QString()).first();
        QCOMPARE(answer["id"_L1], QJsonValue(u"q"_s));
        QCOMPARE(answer["error"_L1]["code"_L1].toInt(), -32601);
        client.close();
    }

    void tellsOfAFaultInTheUpstreamsWords()
    {
        ScriptedUpstream upstream;
        upstream.instead = [](QTcpSocket &socket, const QJsonObject &message) {
            if (message["method"_L1] != "tools/call"_L1)
                return false;
            const QJsonObject error{{u"code"_s, -32602}, {u"message"_s, u"No such tool"_s}};
            ScriptedUpstream::answer(
                socket,
                ScriptedUpstream::json(
                    {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, message["id"_L1]}, {u"error"_s, error}}));
            return true;
        };
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        const auto result = QCoro::waitFor(client.request(calling({})));
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QCOMPARE(result.error().message, u"Scripted: No such tool"_s);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamClient)
#include "tst_upstreamclient.moc"
