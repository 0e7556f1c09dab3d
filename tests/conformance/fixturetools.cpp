// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixturetools.h"

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

QCoro::Task<Result<tools::ToolResult>> answer(Result<tools::ToolResult> result)
{
    co_return result;
}

} // namespace

FixtureTools::FixtureTools(tools::ChangeFeed &changes)
{
    addContentTools(*this);
    addClientTools(*this);
    addRoundTripTools(*this);
    add(u"test_trigger_tool_change"_s, [&changes](const tools::ToolCall &) {
        Q_EMIT changes.toolsChanged();
        return answer(tools::ToolResult::fromText(u"Changed."_s));
    });
    add(u"test_trigger_prompt_change"_s, [&changes](const tools::ToolCall &) {
        Q_EMIT changes.promptsChanged();
        return answer(tools::ToolResult::fromText(u"Changed."_s));
    });
}

void FixtureTools::add(const QString &name, tools::ToolHandler handler, const QJsonObject &schema)
{
    tools::ToolDefinition definition;
    definition.name = name;
    definition.description = u"A tool of the conformance suite."_s;
    definition.inputSchema = schema.isEmpty() ? QJsonObject{{u"type"_s, u"object"_s}} : schema;
    m_tools.emplace(name, Entry{definition, std::move(handler)});
}

QList<tools::ToolDefinition> FixtureTools::list(const tools::Caller &) const
{
    QList<tools::ToolDefinition> definitions;
    for (const auto &[name, entry] : m_tools)
        definitions.append(entry.definition);
    return definitions;
}

QCoro::Task<Result<tools::ToolResult>> FixtureTools::invoke(tools::ToolCall call)
{
    const auto found = m_tools.find(call.tool);
    if (found == m_tools.end())
        return answer(failure(ErrorCode::NotFound, u"There is no such tool."_s));
    return found->second.handler(std::move(call));
}

} // namespace fairlead::conformance
