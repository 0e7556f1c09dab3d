// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

#include <map>

namespace fairlead::tools {

/**
 * All tools by name. Checks the arguments of each call against the tool's input schema before the
 * tool runs. Filled at start by the providers.
 */
class ToolRegistry final : public ToolInvoker
{
public:
    /** A bad name, a name taken, or a schema that the argument check does not understand is a
     * programming error and asserts. */
    void add(ToolDefinition definition, ToolHandler handler);

    /** Every tool, by name; what a caller may use is the policy's business. */
    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    struct Entry
    {
        ToolDefinition definition;
        ToolHandler handler;
    };
    std::map<QString, Entry> m_tools;
};

} // namespace fairlead::tools
