// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/upstreamworld.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

class TestUpstreamInvoker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsALongDescriptionAndTellsItOnDemand()
    {
        ScriptedUpstream server;
        const QString all = u"Words "_s.repeated(200) + u"end."_s;
        server.tools = {ScriptedUpstream::tool(u"echo"_s, all),
                        ScriptedUpstream::tool(u"short"_s, u"Short."_s)};
        UpstreamWorld world(m_folder.path());
        QVERIFY(world.add(server.url()));
        const auto tools = world.invoker.list(world.caller);
        QCOMPARE(tools.size(), 3);
        QVERIFY(tools[0].description.size() < 700);
        QVERIFY(tools[0].description.endsWith(
            u"… [cut; all of it: describe_tool with tool \"srv_echo\"]"_s));
        QCOMPARE(tools[1].description, u"Short."_s);
        const auto describe = [&](const QString &name) {
            tools::ToolCall call;
            call.tool = u"describe_tool"_s;
            call.caller = world.caller;
            call.arguments = {{u"tool"_s, name}};
            return QCoro::waitFor(world.invoker.invoke(std::move(call)));
        };
        QCOMPARE(describe(u"srv_echo"_s)->content.first().text, all);
        QVERIFY(describe(u"srv_short"_s)->isError);
        tools::Caller stranger = world.caller;
        stranger.userId = u"usr_stranger"_s;
        QVERIFY(world.invoker.list(stranger).isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestUpstreamInvoker)
#include "tst_upstreaminvoker.moc"
