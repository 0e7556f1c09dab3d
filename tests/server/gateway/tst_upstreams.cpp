// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/upstreamworld.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using State = PinnedTool::State;

namespace {

/** Which QJsonDocument would sort and round. */
const QByteArray exactJson = R"({"z":1.0,"a":12345678901234567890,"m":0.10000000000000000001})";

} // namespace

class TestUpstreams : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void queuesBrieflyAndThenRefusesAfterTooManyRequests_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QString>("expected");
        QTest::newRow("soon") << "Retry-After: 1\r\n"_ba << u"hello"_s;
        QTest::newRow("it does not say") << ""_ba << u"hello"_s;
        QTest::newRow("later") << "Retry-After: 1200\r\n"_ba
                               << u"ERROR srv has had too many requests (429) and wants none for "
                                  "now, so nothing was done. Try again in 20 minutes."_s;
    }
    void queuesBrieflyAndThenRefusesAfterTooManyRequests()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(QString, expected);
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const auto report = world.add(server.url());
        int calls = 0;
        server.instead = [&](QTcpSocket &socket, const QJsonObject &message) {
            if (message["method"_L1] != "tools/call"_L1 || ++calls > 1)
                return false;
            socket.write(
                fakes::LocalHttpServer::answer("429 Too Many Requests"_ba, {}, retryAfter));
            return true;
        };
        QCOMPARE(world.call(u"srv_echo"_s), expected);
        const auto view = world.upstreams.view(world.caller.userId, report->connection.id);
        QCOMPARE(view->limit.heldBackMs > 60'000, calls == 1);
    }

    void passesArgumentsAndStructuredContentOnAsTheyCame()
    {
        ScriptedUpstream server;
        QJsonObject tool = ScriptedUpstream::tool(u"sum"_s, u"Adds."_s);
        tool[u"outputSchema"_s] = QJsonObject{{u"type"_s, u"object"_s}};
        server.tools = {tool};
        const QByteArray exact = exactJson;
        server.instead = [exact](QTcpSocket &socket, const QJsonObject &message) {
            if (message["method"_L1] != "tools/call"_L1)
                return false;
            const QByteArray id = QByteArray::number(message["id"_L1].toInteger());
            ScriptedUpstream::answer(socket,
                                     "{\"jsonrpc\":\"2.0\",\"id\":" + id
                                         + ",\"result\":{\"structuredContent\":" + exact + "}}");
            return true;
        };
        UpstreamWorld world(m_folder->path());
        QVERIFY(world.add(server.url()));
        tools::ToolCall call;
        call.tool = u"srv_sum"_s;
        call.caller = world.caller;
        call.text = "{\"id\":1,\"params\":{\"arguments\":" + exact + "}}";
        call.arguments = QJsonDocument::fromJson(exact).object();
        const auto result = QCoro::waitFor(world.invoker.invoke(call));
        QCOMPARE(result->structuredText, exact);
        const auto countExact = [&] {
            const auto all = server.server().received();
            return std::ranges::count_if(all, [&](const auto &request) {
                return request.body.contains("\"arguments\":" + exact);
            });
        };
        QCOMPARE(countExact(), 1);

        call.arguments[u"z"_s] = 2; // by a layer between
        QVERIFY(QCoro::waitFor(world.invoker.invoke(call)));
        QCOMPARE(countExact(), 1);
    }

    void offersTheToolsOfAConnectedServer()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const auto report = world.add(server.url(), u"Every Thing"_s);
        QCOMPARE(report->connection.name, u"Every Thing"_s);
        QCOMPARE(report->connection.accountName, u"scripted 1"_s);
        QCOMPARE(report->projects, QStringList{u"every_thing_echo"_s});
        QCOMPARE(world.listed(), QStringList{u"every_thing_echo"_s});
        QCOMPARE(world.call(u"every_thing_echo"_s), u"hello"_s);
        QCOMPARE(server.received(u"tools/call"_s).first()["params"_L1]["name"_L1],
                 QJsonValue(u"echo"_s));
        QCOMPARE(world.call(u"every_thing_other"_s), u"not_found"_s);
    }

    void sendsTheTokenAndNoneWithoutOne()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        QVERIFY(world.add(server.url(), u"with"_s, "T1"_ba));
        QCOMPARE(world.call(u"with_echo"_s), u"hello"_s);
        for (const QByteArray &head : server.headsOf(u"tools/call"_s))
            QVERIFY(head.contains("Authorization: Bearer T1\r\n"));
        ScriptedUpstream open;
        QVERIFY(world.add(open.url(), u"without"_s));
        QCOMPARE(world.call(u"without_echo"_s), u"hello"_s);
        QVERIFY(!open.headsOf(u"tools/call"_s).first().contains("Authorization"));
    }

    void listsBeforeTheServerAnswersAfterARestart()
    {
        auto server = std::make_unique<ScriptedUpstream>();
        {
            UpstreamWorld world(m_folder->path());
            QVERIFY(world.add(server->url()));
        }
        server.reset();
        UpstreamWorld world(m_folder->path());
        QCOMPARE(world.listed(), QStringList{u"srv_echo"_s});
        QVERIFY(world.call(u"srv_echo"_s).startsWith(u"ERROR "));
        const auto view = world.upstreams.views(world.caller.userId)->first();
        QVERIFY(!view.standing.isConnected);
        QTRY_COMPARE(world.connections().list(world.caller.userId)->first().state,
                     connections::ConnectionState::Unreachable);
    }

    void hidesAToolThatHasChangedUntilItIsApproved()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QSignalSpy needed(&world.upstreams, &Upstreams::approvalNeeded);
        QSignalSpy changed(&world.upstreams, &Upstreams::toolsChanged);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Says the same again!"_s),
                        ScriptedUpstream::tool(u"more"_s, u"New."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(world.listed(), QStringList());
        QCOMPARE(world.call(u"srv_echo"_s), u"not_found"_s);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
        QCOMPARE(world.stateOf(id, u"more"_s), State::New);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(world.upstreams.glance(id)->waiting, 2);
        QCOMPARE(world.upstreams.glance(id)->inUse, 0);
        QVERIFY(!world.upstreams.glance(u"none"_s));

        const QList<PinnedTool> pinned = world.pins.list(id).value();
        for (const PinnedTool &tool : pinned)
            QVERIFY(world.pins.approve(id, tool.name, fingerprint(tool.offered)));
        world.upstreams.reload(id);
        QCOMPARE(world.listed(), QStringList({u"srv_echo"_s, u"srv_more"_s}));
    }

    void approvesOnlyWhatWasShown()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Harmless."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        const QByteArray shown = fingerprint(world.pins.list(id)->first().offered);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Evil."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(world.pins.approve(id, u"echo"_s, shown).error().code, ErrorCode::Conflict);
        QCOMPARE(world.pins.approve(id, u"none"_s, shown).error().code, ErrorCode::NotFound);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
    }

    void asksForApprovalOnceForEachChange()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        const QSignalSpy asked(&world.upstreams, &Upstreams::approvalNeeded);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Changed."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(asked.count(), 1);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Changed again."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(asked.count(), 2);
    }

    void showsAToolAgainThatIsAsItWas()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        const QJsonArray before = server.tools;
        server.tools = {};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(world.listed(), QStringList());
        server.tools = before;
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id, {})));
        QCOMPARE(world.listed(), QStringList{u"srv_echo"_s});
    }

    void hearsOfAChangeByItself()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QTRY_VERIFY(server.isHeard());
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Other."_s)};
        server.say(
            {{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, u"notifications/tools/list_changed"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(world.stateOf(id, u"echo"_s), State::Changed, 10'000);
        QCOMPARE(world.listed(), QStringList());
    }

    void isNotFooledByConnectingAgain()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Other."_s)};
        QCOMPARE(world.add(server.url(), {})->connection.id, id);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
        QCOMPARE(world.connections().find(world.caller.userId, id)->name, u"srv"_s);
    }

    void hidesWhatSomebodyElseHasWritten()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QVERIFY(world.database().execute(
            u"UPDATE upstream_tools SET approved = replace(approved, 'same', 'evil'), "
            "offered = replace(offered, 'same', 'evil')"_s));
        world.upstreams.reload(id);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::New);
        QCOMPARE(world.listed(), QStringList());
    }

    void switchesToolsOffAndOn()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QVERIFY(world.pins.setOn(id, u"echo"_s, false));
        world.upstreams.reload(id);
        QCOMPARE(world.listed(), QStringList());
        QVERIFY(world.pins.setOn(id, u"echo"_s, true));
        QVERIFY(world.pins.setEffect(id, u"echo"_s, tools::ToolEffect::Read));
        world.upstreams.reload(id);
        QCOMPARE(world.invoker.list(world.caller).first().effect, tools::ToolEffect::Read);
    }

    void keepsServersApart()
    {
        ScriptedUpstream one;
        ScriptedUpstream other;
        UpstreamWorld world(m_folder->path());
        QVERIFY(world.add(one.url(), u"same"_s));
        const QString second = world.add(other.url(), u"same"_s)->connection.id;
        QCOMPARE(world.listed(), QStringList({u"same2_echo"_s, u"same_echo"_s}));
        QCOMPARE(world.call(u"same2_echo"_s), u"hello"_s);
        QCOMPARE(other.received(u"tools/call"_s).size(), 1);
        QCOMPARE(one.received(u"tools/call"_s).size(), 0);

        tools::Caller limited = world.caller;
        limited.connectionIds = {second};
        QCOMPARE(world.invoker.list(limited).size(), 1);
        tools::Caller stranger;
        stranger.userId = u"usr_other"_s;
        QCOMPARE(world.invoker.list(stranger).size(), 0);
        QVERIFY(!world.upstreams.hasTool(stranger, u"same_echo"_s));
    }

    void takesNoNameOfFairleadsOwnTools()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        QVERIFY(world.add(server.url(), u"Jira"_s));
        QCOMPARE(world.listed(), QStringList{u"jira_mcp_echo"_s});
    }

    void doesNotLetASlowServerHoldUpAnother()
    {
        ScriptedUpstream slow;
        ScriptedUpstream quick;
        UpstreamWorld world(m_folder->path());
        QVERIFY(world.add(slow.url(), u"slow"_s));
        QVERIFY(world.add(quick.url(), u"quick"_s));
        slow.instead = [](QTcpSocket &, const QJsonObject &) { return true; };
        tools::ToolCall call;
        call.tool = u"slow_echo"_s;
        call.caller = world.caller;
        CancellationSource caller;
        call.cancellation = caller.token();
        auto waiting = world.invoker.invoke(std::move(call));
        QCOMPARE(world.call(u"quick_echo"_s), u"hello"_s);
        QCOMPARE(world.listed().size(), 2);
        caller.cancel();
        QCOMPARE(QCoro::waitFor(std::move(waiting)).error().code, ErrorCode::Cancelled);
    }

    void forgetsARemovedServer()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QVERIFY(world.connections().remove(world.caller.userId, id));
        QCOMPARE(world.listed(), QStringList());
        QCOMPARE(world.pins.list(id)->size(), 0);
        QVERIFY(!world.upstreams.view(world.caller.userId, id));
    }

    void endsTheCallsOfARemovedServer()
    {
        ScriptedUpstream silent;
        UpstreamWorld world(m_folder->path());
        const QString id = world.add(silent.url())->connection.id;
        bool isAsked = false;
        silent.instead = [&isAsked](QTcpSocket &, const QJsonObject &) { return isAsked = true; };
        tools::ToolCall call;
        call.tool = u"srv_echo"_s;
        call.caller = world.caller;
        call.arguments = {{u"message"_s, u"hello"_s}};
        auto waiting = world.invoker.invoke(std::move(call));
        QTRY_VERIFY(isAsked);
        QVERIFY(world.connections().remove(world.caller.userId, id));
        const auto ended = QCoro::waitFor(std::move(waiting));
        QVERIFY(!ended || ended->isError);
    }

    void storesNothingOfAServerThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no MCP") << "404 Not Found"_ba << ErrorCode::InvalidData;
        QTest::newRow("wants a token") << "401 Unauthorized"_ba << ErrorCode::Unauthorized;
        QTest::newRow("does not allow it") << "403 Forbidden"_ba << ErrorCode::Forbidden;
    }
    void storesNothingOfAServerThatIsNone()
    {
        QFETCH(QByteArray, status);
        QFETCH(ErrorCode, code);
        ScriptedUpstream server;
        server.instead = [status](QTcpSocket &socket, const QJsonObject &) {
            ScriptedUpstream::refuse(socket, status);
            return true;
        };
        UpstreamWorld world(m_folder->path());
        const auto report = world.add(server.url());
        QCOMPARE(report.error().code, code);
        QCOMPARE(world.connections().list(world.caller.userId)->size(), 0);
    }

    void findsOutHowAServerIs()
    {
        ScriptedUpstream server;
        UpstreamWorld world(m_folder->path());
        const auto connection = world.add(server.url())->connection;
        const auto report = QCoro::waitFor(world.provider.test(connection, {}));
        QCOMPARE(report->projectCount, 1);
        server.instead = [](QTcpSocket &socket, const QJsonObject &) {
            ScriptedUpstream::refuse(socket, "401 Unauthorized"_ba);
            return true;
        };
        QCOMPARE(QCoro::waitFor(world.provider.test(connection, {})).error().code,
                 ErrorCode::Unauthorized);
        QCOMPARE(world.connections().find(connection.userId, connection.id)->state,
                 connections::ConnectionState::NeedsSignIn);
    }
};

QTEST_GUILESS_MAIN(TestUpstreams)
#include "tst_upstreams.moc"
