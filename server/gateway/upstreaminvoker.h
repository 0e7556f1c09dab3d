// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

namespace fairlead::gateway {

class Upstreams;

/**
 * Lists the tools of remote MCP servers beside Fairlead's own, and sends each call to where its
 * tool is. A tool of Fairlead's own always comes first. Lives as long as the program.
 */
class UpstreamInvoker final : public tools::ToolInvoker
{
public:
    UpstreamInvoker(tools::ToolInvoker &next, Upstreams &upstreams);

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

private:
    tools::ToolInvoker &m_next;
    Upstreams &m_upstreams;
};

} // namespace fairlead::gateway
