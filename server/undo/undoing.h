// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/undo/undostore.h"
#include "server/undo/writekeeper.h"

#include <QSet>

namespace fairlead::undo {

/** One field of what a call changed, as texts. */
struct UndoLine
{
    QString target; ///< "ABC-123"; may be empty
    QString field;
    QString kept; ///< what was there before, and will be again; empty: nothing
    QString now; ///< what is there now
    bool isChanged = false; ///< it is no more what the call made of it

    bool operator==(const UndoLine &) const = default;
};

/** What undoing a call would do. */
struct UndoPreview
{
    UndoState state = UndoState::Open;
    QString problem; ///< why it cannot be done now, as a sentence; empty: it can
    bool isChanged = false; ///< since: it is undone only by force
    QList<UndoLine> lines; ///< what differs from what was there before
};

enum class UndoForce {
    No, ///< what has changed since stays
    Yes,
};

/**
 * Takes back what a call of a tool has changed: with the person's own rights, over the connection
 * that the call used, the last write first, and once. Never by itself. Outlives the event loop.
 */
class Undoing final : public QObject
{
    Q_OBJECT

public:
    /** Everything passed outlives it. */
    Undoing(UndoStore &store,
            const WriteKeeper &keeper,
            const connections::Connections &connections,
            QObject *parent = nullptr);

    /** NotFound where nothing is kept of such a call of this user. */
    [[nodiscard]] QCoro::Task<Result<UndoPreview>> look(QString userId,
                                                        QString callId,
                                                        CancellationToken cancellation);
    /** What was put back. Conflict: it has changed since, it is done already, or somebody does it
     * just now; and what look() has as a problem. */
    [[nodiscard]] QCoro::Task<Result<UndoPreview>> undo(QString userId,
                                                        QString callId,
                                                        UndoForce force,
                                                        CancellationToken cancellation);

Q_SIGNALS:
    /** All of a call was put back. */
    void undone(const fairlead::undo::UndoStep &first);

private:
    /** A step with all that is needed to take it back. */
    struct Way
    {
        UndoStep step;
        providers::KeptWrite write;
        connections::Connection connection;
        const providers::UndoRules *rules = nullptr;
        const providers::UndoKind *kind = nullptr;
        QJsonObject now;
    };
    struct Plan
    {
        UndoPreview preview;
        QList<Way> ways;
    };

    [[nodiscard]] QCoro::Task<Result<Plan>> plan(QString userId,
                                                 QString callId,
                                                 CancellationToken cancellation);
    [[nodiscard]] Result<Way> wayOf(const UndoStep &step) const;
    [[nodiscard]] QCoro::Task<Result<>> carryOut(Way way, CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<UndoPreview>> undoOnce(QString userId,
                                                            QString callId,
                                                            UndoForce force,
                                                            CancellationToken cancellation);

    UndoStore &m_store;
    const WriteKeeper &m_keeper;
    const connections::Connections &m_connections;
    QSet<QString> m_running; ///< ids of calls
};

} // namespace fairlead::undo
