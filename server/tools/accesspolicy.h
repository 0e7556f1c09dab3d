// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

namespace fairlead::tools {

/**
 * Keeps a key to its access: tools beyond it are not listed, and a call to one is answered with a
 * sentence that says which key it was and what to change. Lives as long as the program.
 */
class AccessPolicy final : public ToolInvoker
{
public:
    explicit AccessPolicy(ToolInvoker &next);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    ToolInvoker &m_next;
};

/** Whether a key with that access may use a tool with that effect. */
[[nodiscard]] bool isAllowed(ToolEffect effect, KeyAccess access);

} // namespace fairlead::tools
