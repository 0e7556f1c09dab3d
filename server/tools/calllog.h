// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/tools/calltarget.h"
#include "server/tools/toolinvoker.h"

#include <QObject>

namespace fairlead::tools {

/** One finished call: who, what, with which outcome. Never results; arguments only as far as the
 * person wants them kept. */
struct CallRecord
{
    QDateTime startedAt;
    QString tool; ///< or "read jira://…", "prompt plan_sprint"
    QString userId;
    QString keyId;
    QString keyPrefix;
    QString clientName;
    QString connectionId; ///< empty: none, or several
    QString connectionName;
    QStringList targets{}; ///< what it was about: "ABC-123"
    QString arguments{}; ///< as much as is kept; usually nothing
    QString outcome; ///< "ok", "refused", "cancelled", the name of an ErrorCode, or "tool_error"
    qint64 durationMs = 0;
    qsizetype resultBytes = 0;
    QString undoCall{}; ///< as in LoggedNotes

    bool operator==(const CallRecord &) const = default;
};

/** The notes of a call with what the log itself knows of it. */
struct LoggedNotes : CallNotes
{
    QString tool; ///< what runs
    QString undoCall; ///< under which what it changed is kept, to be undone; empty: nothing is
};

/**
 * Writes one log line for each call and tells whoever shows or keeps the calls. Stands in front of
 * everything else, so that refused calls are seen too. Lives as long as the program.
 */
class CallLog final : public QObject, public ToolInvoker
{
    Q_OBJECT

public:
    CallLog(ToolInvoker &next, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

    /** How much of the arguments each record has from now on; none at first. */
    void setKeptArguments(KeptArguments kept) { m_keptArguments = kept; }

    /** A piece of work under way: a call, or what else a client may have done. */
    struct Entry
    {
        CallRecord record;
        qint64 startedMs = 0;
        std::shared_ptr<LoggedNotes> notes; ///< for the caller that the work is done for
    };
    /** Those of a caller whose call runs; null outside of one. Nobody else makes notes. */
    [[nodiscard]] static LoggedNotes *notesOf(const Caller &caller)
    {
        return static_cast<LoggedNotes *>(caller.notes.get());
    }
    [[nodiscard]] Entry begin(const QString &what, const Caller &caller) const;
    /** Once for each entry; what was noted meanwhile goes into its record. */
    void end(Entry entry, const QString &outcome, qsizetype bytes);

    /** The outcome of what has no result that may be an error of its own. */
    template<typename T>
    [[nodiscard]] static QString outcomeOf(const Result<T> &result,
                                           const CancellationToken &cancellation)
    {
        if (cancellation.isCancelled())
            return errorName(ErrorCode::Cancelled);
        return result ? QStringLiteral("ok") : QString(errorName(result.error().code));
    }

Q_SIGNALS:
    void toolCalled(const fairlead::tools::CallRecord &record);

private:
    /** About nothing yet. */
    [[nodiscard]] Entry started(const QString &what, const Caller &caller) const;

    ToolInvoker &m_next;
    const Clock &m_clock;
    KeptArguments m_keptArguments = KeptArguments::None;
};

} // namespace fairlead::tools
