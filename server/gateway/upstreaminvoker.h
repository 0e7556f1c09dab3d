// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

namespace fairlead::gateway {

class Upstreams;

/** As clients see it in tools/list: a long one is cut, and says how to get the rest. */
[[nodiscard]] QString listedDescription(const QString &tool, const QString &description);

/**
 * Lists the tools of remote MCP servers beside Fairlead's own, and sends each call to where its
 * tool is. A tool of Fairlead's own always comes first. Where a description is cut,
 * describe_tool tells all of it. Lives as long as the program.
 */
class UpstreamInvoker final : public tools::ToolInvoker
{
public:
    UpstreamInvoker(tools::ToolInvoker &next, Upstreams &upstreams);

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

private:
    /** A tool of a server's. */
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invokeThere(tools::ToolCall call);
    [[nodiscard]] tools::ToolResult describe(const tools::ToolCall &call) const;

    tools::ToolInvoker &m_next;
    Upstreams &m_upstreams;
};

} // namespace fairlead::gateway
