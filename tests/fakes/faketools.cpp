// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/faketools.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {

void FakeCall::report(tools::Progress progress) const
{
    if (m_call.reportProgress)
        m_call.reportProgress(std::move(progress));
}

FakeCall::~FakeCall()
{
    // A call that the test left open: its coroutine would otherwise leak.
    if (m_waiting)
        finish(failure(ErrorCode::Cancelled, u"The test is over."_s));
}

void FakeCall::finish(const Result<tools::ToolResult> &result)
{
    m_result = result;
    std::exchange(m_waiting, {}).resume();
}

FakeTools::FakeTools()
{
    addNames({u"echo"_s, u"fail"_s, u"throw"_s, u"wait"_s});
}

void FakeTools::addNames(const QStringList &names)
{
    for (const QString &name : names)
        m_definitions.append(definition(name));
}

tools::ToolDefinition FakeTools::definition(const QString &name)
{
    tools::ToolDefinition tool;
    tool.name = name;
    tool.title = name.toUpper();
    tool.description = u"Does "_s + name;
    tool.inputSchema = {{u"type"_s, u"object"_s}};
    return tool;
}

QList<tools::ToolDefinition> FakeTools::list(const tools::Caller &) const
{
    return m_definitions;
}

QCoro::Task<Result<tools::ToolResult>> FakeTools::invoke(tools::ToolCall call)
{
    m_lastCaller = call.caller;
    const QString name = call.tool;
    if (name == "echo"_L1)
        co_return tools::ToolResult::fromText(call.arguments["text"_L1].toString());
    if (name == "throw"_L1)
        throw std::runtime_error("thrown by a tool");
    if (name == "fail"_L1)
        co_return tools::ToolResult::fromError(
            {.code = ErrorCode::Network, .message = u"Jira did not answer."_s});
    if (name != "wait"_L1)
        co_return failure(ErrorCode::NotFound, u"Unknown tool."_s);
    m_waiting.push_back(std::make_unique<FakeCall>(std::move(call)));
    FakeCall *waiting = m_waiting.back().get();
    co_return co_await waiting->answer();
}

} // namespace fairlead::fakes
