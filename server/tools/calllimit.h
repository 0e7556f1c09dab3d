// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

#include <QHash>

#include <memory>

namespace fairlead::tools {

/**
 * Lets one key run only so many calls at once, whatever sessions they come from, so that a client
 * that floods does not keep the others waiting. A call beyond the limit is answered with a sentence
 * and does not run. Lives as long as the program.
 */
class CallLimit final : public ToolInvoker
{
public:
    CallLimit(ToolInvoker &next, int callsPerKey);

    /** Whether the next call of this caller would be refused. */
    [[nodiscard]] bool isFull(const Caller &caller) const;
    [[nodiscard]] int callsPerKey() const { return m_callsPerKey; }

    // Shared only because Result needs a copyable value.
    using Turn = std::shared_ptr<void>;

    /** Counts a piece of work of this caller until the turn is let go. RateLimited, naming `what`,
     * when the key has enough of them running. */
    [[nodiscard]] Result<Turn> enter(const Caller &caller, const QString &what);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    ToolInvoker &m_next;
    int m_callsPerKey;
    QHash<QString, int> m_running; ///< by key, or by user for a call without one
};

} // namespace fairlead::tools
