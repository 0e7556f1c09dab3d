// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/tools/approvals.h"

namespace fairlead::accounts {

/** Carries out a person's answer: "always" stays with the key. NotFound as in Approvals. */
[[nodiscard]] Result<tools::ApprovalRequest> settleApproval(tools::Approvals &approvals,
                                                            McpKeys &keys,
                                                            const QString &userId,
                                                            const QString &id,
                                                            tools::ApprovalAnswer answer);

} // namespace fairlead::accounts
