// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/settledapproval.h"

namespace fairlead::accounts {

Result<tools::ApprovalRequest> settleApproval(tools::Approvals &approvals,
                                              McpKeys &keys,
                                              const QString &userId,
                                              const QString &id,
                                              tools::ApprovalAnswer answer)
{
    auto settled = approvals.answer(userId, id, answer);
    if (!settled || answer != tools::ApprovalAnswer::Always)
        return settled;
    const auto kept =
        keys.decide(userId, settled->caller.keyId, settled->tool.name, tools::ToolDecision::Allow);
    if (!kept)
        return failure(kept.error());
    return settled;
}

} // namespace fairlead::accounts
