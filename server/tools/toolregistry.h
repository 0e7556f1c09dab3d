// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/argumentcheck.h"
#include "server/tools/toolinvoker.h"

#include <map>

namespace fairlead::tools {

/**
 * All tools by name. Checks the arguments of each call against the tool's input schema before the
 * tool runs. Filled at start by the providers; lives as long as the program.
 */
class ToolRegistry final : public ToolInvoker
{
public:
    /** A bad name, a name taken, or a schema that the argument check does not understand is a
     * programming error and ends the program with a message that names it. */
    void add(ToolDefinition definition, ToolHandler handler);

    /** Every tool, by name; what a caller may use is the policy's business. */
    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;

    /** Null for an unknown name; good until the next add(). */
    [[nodiscard]] const ToolDefinition *find(const QString &name) const;

    /** NotFound for an unknown name. Arguments that do not fit come back as a ToolResult with
     * isError, and the tool does not run. */
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    struct Entry
    {
        ToolDefinition definition;
        ArgumentCheck check;
        ArgumentCheck checkBeforeAsking; ///< without what the tool asks the person for
        ToolHandler handler;
    };
    std::map<QString, Entry> m_tools;
    QList<ToolDefinition> m_definitions; ///< the same, ready to be listed
};

} // namespace fairlead::tools
