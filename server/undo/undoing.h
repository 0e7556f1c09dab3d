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

/** How one of the things stands that a call changed. */
struct UndoItem
{
    enum class Standing {
        Open, ///< it can be put back
        Restored,
        Changed, ///< since: it is put back only by force
        Impossible,
    };

    QString target; ///< "ABC-123"; may be empty
    Standing standing = Standing::Open;
    QString problem; ///< why it is not put back, as a sentence

    bool operator==(const UndoItem &) const = default;
};

/** "open", "restored", "changed", "impossible". */
[[nodiscard]] QLatin1StringView standingName(UndoItem::Standing standing);

/** What undoing a call would do, or has done. */
struct UndoPreview
{
    UndoState state = UndoState::Open;
    QString problem; ///< why it cannot be done now, as a sentence; empty: it can
    bool isChanged = false; ///< since: it is undone only by force
    QList<UndoLine> lines; ///< what differs from what was there before
    /** Each of the things where there are several: one is put back without the others. */
    QList<UndoItem> items;
};

enum class UndoForce {
    No, ///< what has changed since stays
    Yes,
};

/**
 * Takes back what a call of a tool has changed: with the person's own rights, over the connection
 * that the call used, the last write first, and once. Of a call that changed many things each is
 * put back for itself. Never by itself. Outlives the event loop.
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
    /** What was put back. Conflict: nothing was, because it has changed since, is done already, or
     * somebody does it just now; and what look() has as a problem. Of many things some may be put
     * back and others not: the items tell, and it can be undone again. */
    [[nodiscard]] QCoro::Task<Result<UndoPreview>> undo(QString userId,
                                                        QString callId,
                                                        UndoForce force,
                                                        CancellationToken cancellation);

    /** Why such a call of this user, of which nothing is kept, cannot be undone: a sentence. */
    [[nodiscard]] QString whyNot(const QString &userId,
                                 const QString &connectionId,
                                 const QString &tool) const;

Q_SIGNALS:
    /** A thing was put back as it was before this first write of a call. */
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
    /** One thing that a call changed, perhaps by several writes. */
    struct Item
    {
        QString target;
        QList<UndoStep> steps{}; ///< that are not undone yet
        QList<Way> ways{};
        QList<UndoLine> lines{};
        std::optional<Error> problem{};

        [[nodiscard]] bool isChanged() const;
        [[nodiscard]] UndoItem shown() const;
    };
    struct Plan
    {
        UndoState state = UndoState::Open;
        QList<Item> items;

        [[nodiscard]] UndoPreview preview() const;
    };

    [[nodiscard]] QCoro::Task<Result<Plan>> plan(QString userId,
                                                 QString callId,
                                                 CancellationToken cancellation);
    /** The item with the ways back, or with why there is none. */
    [[nodiscard]] QCoro::Task<Item> planned(Item item, CancellationToken cancellation);
    [[nodiscard]] Result<Way> wayOf(const UndoStep &step) const;
    [[nodiscard]] QCoro::Task<Result<>> putBack(Item item,
                                                UndoForce force,
                                                CancellationToken cancellation);
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
