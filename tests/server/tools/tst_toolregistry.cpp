// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"
#include "tests/fakes/fakeclientport.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

class TestToolRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsToolsByName();
    void listsSchemasWithoutTheBoundsThatModelsDoNotCount();
    void marksWhatAnAnswerIsFrom();
    void runsAToolWithCorrectedArguments();
    void doesNotRunAToolWithWrongArguments();
    void listsSeveralProblemsOneALine();
    void turnsAFailureIntoAResult();
    void doesNotKnowOtherTools();
    void letsAToolAskForWhatIsMissing();
    void takesACallThatWasGivenUpForNoFailure();

private:
    [[nodiscard]] Result<ToolResult> invoke(const QString &tool, const QJsonObject &arguments);

    std::unique_ptr<ToolRegistry> m_registry;
    QList<QJsonObject> m_received;
};

namespace {

QCoro::Task<Result<ToolResult>> note(QList<QJsonObject> *received, QJsonObject arguments)
{
    received->append(arguments);
    co_return ToolResult::fromText(u"done"_s);
}

QCoro::Task<Result<ToolResult>> fail(ToolCall)
{
    co_return failure(ErrorCode::Network, u"Jira at example.com did not answer."_s);
}

QCoro::Task<Result<ToolResult>> stop(ToolCall)
{
    co_return failure(ErrorCode::Cancelled, u"The client is asked for more first."_s);
}

} // namespace

void TestToolRegistry::init()
{
    m_received.clear();
    m_registry = std::make_unique<ToolRegistry>();
    ToolDefinition definition;
    definition.name = u"search"_s;
    definition.inputSchema = {
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"limit"_s, QJsonObject{{u"type"_s, u"integer"_s}}}}}};
    m_registry->add(definition,
                    [this](const ToolCall &call) { return note(&m_received, call.arguments); });
    definition.name = u"break"_s;
    m_registry->add(definition, fail);
    definition.name = u"stop"_s;
    m_registry->add(definition, stop);
    definition.name = u"ask"_s;
    definition.inputSchema["required"_L1] = QJsonArray{u"limit"_s};
    definition.asks = QStringList{u"limit"_s};
    m_registry->add(definition,
                    [this](const ToolCall &call) { return note(&m_received, call.arguments); });
}

Result<ToolResult> TestToolRegistry::invoke(const QString &tool, const QJsonObject &arguments)
{
    ToolCall call;
    call.tool = tool;
    call.arguments = arguments;
    return QCoro::waitFor(m_registry->invoke(call));
}

void TestToolRegistry::listsToolsByName()
{
    const auto tools = m_registry->list({});
    QCOMPARE(tools.size(), 4);
    QCOMPARE(tools[0].name, u"ask"_s);
    QCOMPARE(tools[1].name, u"break"_s);
    QCOMPARE(tools[2].name, u"search"_s);
}

void TestToolRegistry::listsSchemasWithoutTheBoundsThatModelsDoNotCount()
{
    ToolDefinition definition;
    definition.name = u"bounded"_s;
    definition.inputSchema = inputSchema(
        R"({"key":{"type":"string","minLength":3,"maxLength":9,"pattern":"^[A-Z-]+[0-9]+$",
            "description":"ABC-1"},
            "labels":{"type":"array","maxItems":2,"items":{"type":"string","maxLength":9}},
            "limit":{"type":"integer","minimum":1,"maximum":100}})",
        {u"key"_s});
    m_registry->add(definition, stop);
    const QJsonObject expected = inputSchema(
        R"({"key":{"type":"string","description":"ABC-1"},
            "labels":{"type":"array","items":{"type":"string"}},
            "limit":{"type":"integer","minimum":1,"maximum":100}})",
        {u"key"_s});
    const auto tools = m_registry->list({});
    const auto listed = std::ranges::find(tools, u"bounded"_s, &ToolDefinition::name);
    QCOMPARE(listed->inputSchema, expected);
    QVERIFY(invoke(u"bounded"_s, {{u"key"_s, u"A"_s}})->isError);
    QVERIFY(invoke(u"bounded"_s, {{u"key"_s, u"ABC-1"_s}, {u"other"_s, 1}})->isError);
}

void TestToolRegistry::marksWhatAnAnswerIsFrom()
{
    ToolDefinition definition;
    definition.name = u"foreign"_s;
    definition.inputSchema = inputSchema("{}");
    definition.service = u"jira"_s;
    m_registry->add(definition,
                    [this](const ToolCall &call) { return note(&m_received, call.arguments); });
    QCOMPARE(invoke(u"foreign"_s, {})->content.first().source, u"jira"_s);
    QCOMPARE(invoke(u"search"_s, {})->content.first().source, QString());
}

void TestToolRegistry::runsAToolWithCorrectedArguments()
{
    const auto result = invoke(u"search"_s, {{u"limit"_s, u"5"_s}});
    QVERIFY(result);
    QVERIFY(!result->isError);
    const QJsonObject corrected{{u"limit"_s, 5}};
    QCOMPARE(m_received, QList<QJsonObject>{corrected});
}

void TestToolRegistry::doesNotRunAToolWithWrongArguments()
{
    const auto result = invoke(u"search"_s, {{u"limit"_s, u"x"_s}});
    QVERIFY(result);
    QVERIFY(result->isError);
    QCOMPARE(result->content.first().text,
             u"search did not run. Argument \"limit\" is \"x\", but must be a whole number."_s);
    QVERIFY(m_received.isEmpty());
}

void TestToolRegistry::listsSeveralProblemsOneALine()
{
    const auto result = invoke(u"search"_s, {{u"limit"_s, true}, {u"limt"_s, 1}});
    QVERIFY(result);
    QCOMPARE(result->content.first().text,
             u"search did not run.\n"
             "- Argument \"limit\" is true, but must be a whole number.\n"
             "- There is no argument \"limt\"; did you mean \"limit\"?"_s);
}

void TestToolRegistry::turnsAFailureIntoAResult()
{
    const auto result = invoke(u"break"_s, {});
    QVERIFY(result);
    QVERIFY(result->isError);
    QCOMPARE(result->content.first().text, u"Jira at example.com did not answer."_s);
}

void TestToolRegistry::doesNotKnowOtherTools()
{
    const auto result = invoke(u"serch"_s, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotFound);
}

void TestToolRegistry::letsAToolAskForWhatIsMissing()
{
    const QJsonObject listed = m_registry->list({}).first().inputSchema;
    QCOMPARE(listed["required"_L1].toArray(), QJsonArray{u"limit"_s});
    QVERIFY(invoke(u"ask"_s, {})->isError);
    QVERIFY(m_received.isEmpty());

    ToolCall call;
    call.tool = u"ask"_s;
    call.client = std::make_shared<fakes::FakeClientPort>();
    QVERIFY(!QCoro::waitFor(m_registry->invoke(call))->isError);
    QCOMPARE(m_received.size(), 1);
    call.arguments = {{u"limit"_s, u"x"_s}};
    QVERIFY(QCoro::waitFor(m_registry->invoke(call))->isError);
    QCOMPARE(m_received.size(), 1);
}

void TestToolRegistry::takesACallThatWasGivenUpForNoFailure()
{
    const auto result = invoke(u"stop"_s, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestToolRegistry)
#include "tst_toolregistry.moc"
