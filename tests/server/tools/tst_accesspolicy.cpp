// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/accesspolicy.h"
#include "server/tools/toolregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

Q_DECLARE_METATYPE(fairlead::tools::KeyAccess)

class TestAccessPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatTheKeyMayUse_data();
    void listsWhatTheKeyMayUse();
    void runsWhatTheKeyMayUse();
    void refusesMoreWithoutRunningIt();
    void leavesUnknownNamesToTheRegistry();

private:
    [[nodiscard]] Result<ToolResult> invoke(const QString &tool, KeyAccess access);

    std::unique_ptr<ToolRegistry> m_registry;
    QStringList m_ran;
};

namespace {

QCoro::Task<Result<ToolResult>> done(QStringList *ran, QString name)
{
    ran->append(name);
    co_return ToolResult::fromText(u"done"_s);
}

Caller callerWith(KeyAccess access)
{
    Caller caller;
    caller.keyId = u"key_1"_s;
    caller.keyName = u"Cursor"_s;
    caller.keyPrefix = u"mcp_1a2b3c4d"_s;
    caller.access = access;
    return caller;
}

} // namespace

void TestAccessPolicy::init()
{
    m_ran.clear();
    m_registry = std::make_unique<ToolRegistry>();
    const QList<std::pair<QString, ToolEffect>> tools{{u"look"_s, ToolEffect::Read},
                                                      {u"make"_s, ToolEffect::Write},
                                                      {u"wipe"_s, ToolEffect::Destructive}};
    for (const auto &[name, effect] : tools) {
        ToolDefinition definition;
        definition.name = name;
        definition.inputSchema = {{u"type"_s, u"object"_s}};
        definition.effect = effect;
        m_registry->add(definition,
                        [this](const ToolCall &call) { return done(&m_ran, call.tool); });
    }
}

Result<ToolResult> TestAccessPolicy::invoke(const QString &tool, KeyAccess access)
{
    AccessPolicy policy(*m_registry);
    ToolCall call;
    call.tool = tool;
    call.caller = callerWith(access);
    return QCoro::waitFor(policy.invoke(call));
}

void TestAccessPolicy::listsWhatTheKeyMayUse_data()
{
    QTest::addColumn<KeyAccess>("access");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("read") << KeyAccess::Read << QStringList{u"look"_s};
    QTest::newRow("write") << KeyAccess::Write << QStringList{u"look"_s, u"make"_s};
    QTest::newRow("full") << KeyAccess::Full << QStringList{u"look"_s, u"make"_s, u"wipe"_s};
}

void TestAccessPolicy::listsWhatTheKeyMayUse()
{
    QFETCH(KeyAccess, access);
    QFETCH(QStringList, names);
    QStringList listed;
    const AccessPolicy policy(*m_registry);
    for (const ToolDefinition &tool : policy.list(callerWith(access)))
        listed.append(tool.name);
    QCOMPARE(listed, names);
}

void TestAccessPolicy::runsWhatTheKeyMayUse()
{
    const auto result = invoke(u"make"_s, KeyAccess::Write);
    QVERIFY(result);
    QVERIFY(!result->isError);
    QCOMPARE(m_ran, QStringList{u"make"_s});
}

void TestAccessPolicy::refusesMoreWithoutRunningIt()
{
    const auto result = invoke(u"wipe"_s, KeyAccess::Write);
    QVERIFY(result);
    QVERIFY(result->isError);
    QCOMPARE(result->content.first().text,
             u"The key \"Cursor\" (mcp_1a2b3c4d…) has write access, and wipe needs full access, so "
             "nothing was done. To allow it, create a key with full access in Fairlead and use it "
             "in this client."_s);
    QCOMPARE(m_ran, QStringList());
}

void TestAccessPolicy::leavesUnknownNamesToTheRegistry()
{
    const auto result = invoke(u"other"_s, KeyAccess::Read);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestAccessPolicy)
#include "tst_accesspolicy.moc"
