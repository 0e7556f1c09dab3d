// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/approvals.h"
#include "server/tools/toolinvoker.h"

namespace fairlead::tools {

/**
 * Lets a person decide: what a key is denied is not listed, and what it has to ask for runs only
 * after somebody in front of Fairlead has said yes to this very call. What a client says about it
 * counts for nothing. Lives as long as the program.
 */
class ApprovalGate final : public ToolInvoker
{
public:
    ApprovalGate(ToolInvoker &next, Approvals &approvals);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    ToolInvoker &m_next;
    Approvals &m_approvals;
};

/** What holds for a tool of a key. */
[[nodiscard]] ToolDecision decisionFor(const ToolDefinition &tool, const Caller &caller);

} // namespace fairlead::tools
