// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/connections.h"
#include "server/gateway/mcpprovider.h"
#include "server/gateway/upstreaminvoker.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"
#include "tests/server/gateway/scriptedupstream.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using State = PinnedTool::State;

namespace {

/** One life of the program over a folder. */
class World
{
public:
    explicit World(const QString &folder)
        : m_stores(folder, m_network, m_clock)
        , pins(*m_stores.database)
        , upstreams({.connections = *m_stores.connections,
                     .credentials = *m_stores.credentials,
                     .pins = pins,
                     .http = m_http,
                     .clock = m_clock})
        , provider(upstreams,
                   pins,
                   *m_stores.connections,
                   [](const QString &prefix) { return u"jira_search"_s.startsWith(prefix); })
        , invoker(registry, upstreams)
    {
        upstreams.start();
        caller.userId = m_stores.user();
        caller.access = tools::KeyAccess::Full;
    }
    ~World() { upstreams.close(); }

    Result<providers::ConnectionReport> add(const QUrl &url,
                                            const QString &name = u"srv"_s,
                                            const QByteArray &token = {})
    {
        return QCoro::waitFor(provider.connectWithToken({.userId = caller.userId,
                                                         .baseUrl = url.toString(),
                                                         .username = {},
                                                         .token = Secret(token),
                                                         .cancellation = {},
                                                         .name = name}));
    }
    QStringList listed() const
    {
        QStringList names;
        for (const tools::ToolDefinition &tool : invoker.list(caller))
            names.append(tool.name);
        return names;
    }
    State stateOf(const QString &id, const QString &tool)
    {
        const QList<PinnedTool> all = pins.list(id).value();
        for (const PinnedTool &pinned : all) {
            if (pinned.name == tool)
                return pinned.state();
        }
        return State::Gone;
    }
    QString call(const QString &tool, const QString &message = u"hello"_s)
    {
        tools::ToolCall call;
        call.tool = tool;
        call.caller = caller;
        call.arguments = {{u"message"_s, message}};
        const auto result = QCoro::waitFor(invoker.invoke(std::move(call)));
        if (!result)
            return QString(errorName(result.error().code));
        return result->isError ? u"ERROR "_s + result->content.first().text
                               : result->content.first().text;
    }
    connections::Connections &connections() { return *m_stores.connections; }
    store::Database &database() { return *m_stores.database; }

private:
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_network;
    net::StreamingClient m_http;
    fakes::Stores m_stores;

public:
    tools::ToolRegistry registry;
    PinnedTools pins;
    Upstreams upstreams;
    McpProvider provider;
    UpstreamInvoker invoker;
    tools::Caller caller;
};

} // namespace

class TestUpstreams : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void offersTheToolsOfAConnectedServer()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
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
        World world(m_folder->path());
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
            World world(m_folder->path());
            QVERIFY(world.add(server->url()));
        }
        server.reset();
        World world(m_folder->path());
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
        World world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QSignalSpy needed(&world.upstreams, &Upstreams::approvalNeeded);
        QSignalSpy changed(&world.upstreams, &Upstreams::toolsChanged);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Says the same again!"_s),
                        ScriptedUpstream::tool(u"more"_s, u"New."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id)));
        QCOMPARE(world.listed(), QStringList());
        QCOMPARE(world.call(u"srv_echo"_s), u"not_found"_s);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
        QCOMPARE(world.stateOf(id, u"more"_s), State::New);
        QCOMPARE(needed.size(), 1);
        QCOMPARE(changed.size(), 1);

        const QList<PinnedTool> pinned = world.pins.list(id).value();
        for (const PinnedTool &tool : pinned)
            QVERIFY(world.pins.approve(id, tool.name, fingerprint(tool.offered)));
        world.upstreams.reload(id);
        QCOMPARE(world.listed(), QStringList({u"srv_echo"_s, u"srv_more"_s}));
    }

    void approvesOnlyWhatWasShown()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Harmless."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id)));
        const QByteArray shown = fingerprint(world.pins.list(id)->first().offered);
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Evil."_s)};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id)));
        QCOMPARE(world.pins.approve(id, u"echo"_s, shown).error().code, ErrorCode::Conflict);
        QCOMPARE(world.pins.approve(id, u"none"_s, shown).error().code, ErrorCode::NotFound);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
    }

    void showsAToolAgainThatIsAsItWas()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        const QJsonArray before = server.tools;
        server.tools = {};
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id)));
        QCOMPARE(world.listed(), QStringList());
        server.tools = before;
        QVERIFY(QCoro::waitFor(world.upstreams.refresh(id)));
        QCOMPARE(world.listed(), QStringList{u"srv_echo"_s});
    }

    void hearsOfAChangeByItself()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
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
        World world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        server.tools = {ScriptedUpstream::tool(u"echo"_s, u"Other."_s)};
        QCOMPARE(world.add(server.url(), {})->connection.id, id);
        QCOMPARE(world.stateOf(id, u"echo"_s), State::Changed);
        QCOMPARE(world.connections().find(world.caller.userId, id)->name, u"srv"_s);
    }

    void hidesWhatSomebodyElseHasWritten()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
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
        World world(m_folder->path());
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
        World world(m_folder->path());
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
        World world(m_folder->path());
        QVERIFY(world.add(server.url(), u"Jira"_s));
        QCOMPARE(world.listed(), QStringList{u"jira_mcp_echo"_s});
    }

    void doesNotLetASlowServerHoldUpAnother()
    {
        ScriptedUpstream slow;
        ScriptedUpstream quick;
        World world(m_folder->path());
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
        World world(m_folder->path());
        const QString id = world.add(server.url())->connection.id;
        QVERIFY(world.connections().remove(world.caller.userId, id));
        QCOMPARE(world.listed(), QStringList());
        QCOMPARE(world.pins.list(id)->size(), 0);
        QVERIFY(!world.upstreams.view(world.caller.userId, id));
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
        World world(m_folder->path());
        const auto report = world.add(server.url());
        QCOMPARE(report.error().code, code);
        QCOMPARE(world.connections().list(world.caller.userId)->size(), 0);
    }

    void findsOutHowAServerIs()
    {
        ScriptedUpstream server;
        World world(m_folder->path());
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
