// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/pause.h"
#include "server/tools/toolinvoker.h"

#include <QHash>

#include <memory>

namespace fairlead::tools {

/**
 * Lets one key run only so many calls at once, whatever sessions they come from, so that a client
 * that floods does not keep the others waiting; and none at all while the person has paused. A call
 * that may not run is answered with a sentence at once. Lives as long as the program.
 */
class CallLimit final : public ToolInvoker
{
public:
    /** Without a pause, the limit is all that stops a call. */
    CallLimit(ToolInvoker &next, int callsPerKey, const Pause *pause = nullptr);

    /** Whether the next call of this caller would be refused. */
    [[nodiscard]] bool isFull(const Caller &caller) const;
    [[nodiscard]] int callsPerKey() const { return m_callsPerKey; }

    // Shared only because Result needs a copyable value.
    using Turn = std::shared_ptr<void>;

    /** Counts a piece of work of this caller until the turn is let go. RateLimited, naming `what`,
     * when the key has enough of them running; Forbidden for any key while paused. */
    [[nodiscard]] Result<Turn> enter(const Caller &caller, const QString &what);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    ToolInvoker &m_next;
    int m_callsPerKey;
    const Pause *m_pause;
    QHash<QString, int> m_running; ///< by key, or by user for a call without one
};

} // namespace fairlead::tools
