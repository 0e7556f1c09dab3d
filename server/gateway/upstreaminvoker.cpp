// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreaminvoker.h"

#include "server/gateway/upstreams.h"

#include <algorithm>

namespace fairlead::gateway {

using tools::ToolDefinition;

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
    return all;
}

QCoro::Task<Result<tools::ToolResult>> UpstreamInvoker::invoke(tools::ToolCall call)
{
    if (!m_upstreams.hasTool(call.caller, call.tool))
        co_return co_await m_next.invoke(std::move(call));
    const QList<ToolDefinition> own = m_next.list(call.caller);
    if (std::ranges::find(own, call.tool, &ToolDefinition::name) != own.end())
        co_return co_await m_next.invoke(std::move(call));
    const auto result = co_await m_upstreams.call(std::move(call));
    // NotFound would be taken for an unknown tool; the tool was there.
    const bool isOver = !result && result.error().code == ErrorCode::Cancelled;
    if (!result && !isOver)
        co_return tools::ToolResult::fromError(result.error());
    co_return result;
}

} // namespace fairlead::gateway
