// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

namespace fairlead::tools {

/**
 * All that the protocol knows about tools. app/wiring stacks decorators (log, policy) in front of
 * the registry, so that no call can pass beside them. Outlives every session.
 */
class ToolInvoker
{
public:
    ToolInvoker() = default;
    virtual ~ToolInvoker() = default;
    Q_DISABLE_COPY_MOVE(ToolInvoker)

    /** The tools that this caller may use, in a stable order. */
    [[nodiscard]] virtual QList<ToolDefinition> list(const Caller &caller) const = 0;

    /**
     * Runs a tool. ErrorCode::NotFound for an unknown tool name (a protocol error), Cancelled for a
     * call that the client or the person at it gave up, or that has to ask first; what goes wrong
     * inside a known tool, wrong arguments included, comes back as a ToolResult with isError.
     */
    [[nodiscard]] virtual QCoro::Task<Result<ToolResult>> invoke(ToolCall call) = 0;
};

/** An answer that is there already: so that an invoke() which only looks at a call before it hands
 * it on needs no coroutine of its own. */
[[nodiscard]] inline QCoro::Task<Result<ToolResult>> answered(ToolResult result)
{
    co_return result;
}

} // namespace fairlead::tools
