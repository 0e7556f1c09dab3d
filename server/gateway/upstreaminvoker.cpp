// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreaminvoker.h"

#include "server/base/text.h"
#include "server/gateway/upstreams.h"
#include "server/tools/schematext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

using tools::ToolDefinition;

namespace {

constexpr auto describeTool = "describe_tool"_L1;
constexpr qsizetype longestListed = 700; ///< a longer description is cut
constexpr qsizetype cutAt = 600;
constexpr qsizetype shownName = 64;

ToolDefinition describing()
{
    return {.name = describeTool,
            .title = u"Describe a tool"_s,
            .description = u"The whole description of a tool whose listed one is cut."_s,
            .inputSchema = tools::inputSchema(R"({
                "tool":{"type":"string","minLength":1,"maxLength":64}})",
                                              {u"tool"_s}),
            .outputSchema = {},
            .effect = tools::ToolEffect::Read};
}

} // namespace

QString listedDescription(const QString &tool, const QString &description)
{
    if (description.size() <= longestListed)
        return description;
    // Not within a word, and a pair of surrogates holds no space.
    const qsizetype space = description.lastIndexOf(u' ', cutAt);
    const QString start = description.left(space > cutAt / 2 ? space : cutAt).trimmed();
    return u"%1… [cut; all of it: %2 with tool \"%3\"]"_s.arg(start, describeTool, tool);
}

UpstreamInvoker::UpstreamInvoker(tools::ToolInvoker &next, Upstreams &upstreams)
    : m_next(next)
    , m_upstreams(upstreams)
{}

QList<ToolDefinition> UpstreamInvoker::list(const tools::Caller &caller) const
{
    QList<ToolDefinition> all = m_next.list(caller);
    const QList<ToolDefinition> theirs = m_upstreams.tools(caller);
    const qsizetype ours = all.size();
    for (const ToolDefinition &tool : theirs) {
        const auto end = all.begin() + ours;
        if (std::find_if(all.begin(), end, [&](const auto &own) { return own.name == tool.name; })
            == end)
            all.append(tool);
    }
    if (m_upstreams.hasCutDescriptions(caller))
        all.append(describing());
    return all;
}

tools::ToolResult UpstreamInvoker::describe(const tools::ToolCall &call) const
{
    const QString name = call.arguments["tool"_L1].toString();
    const QString full = m_upstreams.fullDescription(call.caller, name);
    if (!full.isEmpty())
        return tools::ToolResult::fromText(full);
    return tools::ToolResult::fromError(
        {.code = ErrorCode::NotFound,
         .message = u"“%1” is no tool whose listed description is cut."_s.arg(
             cleanedLine(name, shownName))});
}

QCoro::Task<Result<tools::ToolResult>> UpstreamInvoker::invoke(tools::ToolCall call)
{
    if (call.tool == describeTool && m_upstreams.hasCutDescriptions(call.caller))
        return tools::answered(describe(call));
    const auto isOwn = [&] {
        const QList<ToolDefinition> own = m_next.list(call.caller);
        return std::ranges::find(own, call.tool, &ToolDefinition::name) != own.end();
    };
    const bool isThere = m_upstreams.hasTool(call.caller, call.tool) && !isOwn();
    return isThere ? invokeThere(std::move(call)) : m_next.invoke(std::move(call));
}

QCoro::Task<Result<tools::ToolResult>> UpstreamInvoker::invokeThere(tools::ToolCall call)
{
    const auto result = co_await m_upstreams.call(std::move(call));
    // NotFound would be taken for an unknown tool; the tool was there.
    const bool isOver = !result && result.error().code == ErrorCode::Cancelled;
    if (!result && !isOver)
        co_return tools::ToolResult::fromError(result.error());
    co_return result;
}

} // namespace fairlead::gateway
