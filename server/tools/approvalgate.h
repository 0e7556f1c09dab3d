// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/approvals.h"
#include "server/tools/toolinvoker.h"

namespace fairlead::tools {

/**
 * Lets a person decide: what a key is denied is not listed, and what it has to ask for runs only
 * after somebody in front of Fairlead has said yes to this very call. What a client says about it
 * counts for nothing: it is only told where to look. Lives as long as the program.
 */
class ApprovalGate final : public ToolInvoker
{
public:
    /** `previews` say what there is now of what a call would change. */
    ApprovalGate(ToolInvoker &next, Approvals &approvals, const ChangePreviews &previews);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invokeIfAllowed(ToolCall call);
    [[nodiscard]] QCoro::Task<Result<Approvals::Standing>> ask(ToolDefinition tool, ToolCall call);
    [[nodiscard]] QCoro::Task<Result<>> pointToFairlead(ToolCall call);

    ToolInvoker &m_next;
    Approvals &m_approvals;
    const ChangePreviews &m_previews;
};

/** What holds for a tool of a key. */
[[nodiscard]] ToolDecision decisionFor(const ToolDefinition &tool, const Caller &caller);

/** What the client is told of a call of `tool` that does not run because of that: sentences with
 * what to do. */
[[nodiscard]] QString refusalText(const QString &tool, Approvals::Standing standing);

} // namespace fairlead::tools
