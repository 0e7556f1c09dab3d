// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/providers/undorules.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace fairlead::store {
class Database;
class Row;
} // namespace fairlead::store

namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::undo {

/** Whether something can be undone. */
enum class UndoState {
    Sent, ///< the write has left, and nobody knows what came of it
    Open,
    Done,
    Expired, ///< what was kept is removed
};

/** "open", "done", "expired": as the REST API says it; what was sent is open. */
[[nodiscard]] QLatin1StringView stateName(UndoState state);

/** One write of a call and whose it is. What was kept of it is in the vault. */
struct UndoStep
{
    QString id; ///< "und_…"
    qint64 number = 0; ///< in the order of writing
    QString callId; ///< "cal_…": the same for all writes of a call
    QString userId;
    QString connectionId;
    QString connectionName;
    QString keyId;
    QString keyPrefix;
    QString clientName;
    QString tool;
    QString target; ///< "ABC-123"; may be empty
    UndoState state = UndoState::Sent;
    QDateTime createdAt{};
    QDateTime expiresAt{};
};

/**
 * What was there before each write, sealed, for as many days as the person wants. Everything but
 * what works on all users takes the user's id: another user's does not exist. Database, vault and
 * clock outlive it. All errors that are not named are Storage and SecretsUnavailable.
 */
class UndoStore final : public QObject
{
    Q_OBJECT

public:
    UndoStore(store::Database &database,
              secrets::Vault &vault,
              const Clock &clock,
              int retentionDays,
              QObject *parent = nullptr);

    /** 0: nothing is kept from now on. What is kept already stays as long as it was to. */
    void setRetention(int days) { m_retentionDays = days; }
    [[nodiscard]] bool isOn() const { return m_retentionDays > 0; }

    /** Keeps a step, before its write is sent; with its id, number and times. InvalidInput when it
     * is too large. */
    [[nodiscard]] Result<UndoStep> add(UndoStep step, const providers::KeptWrite &write);
    /** What came of it. */
    [[nodiscard]] Result<> settle(const UndoStep &step, const providers::KeptWrite &write);
    /** The same of a write of many things: from now on each is a step of its own. */
    [[nodiscard]] Result<> split(const UndoStep &step, const QList<providers::KeptWrite> &parts);
    [[nodiscard]] Result<> setDone(const UndoStep &step);
    [[nodiscard]] Result<> remove(const UndoStep &step);

    /** Of a call, the last one first; not those that have expired. */
    [[nodiscard]] Result<QList<UndoStep>> steps(const QString &userId, const QString &callId) const;
    [[nodiscard]] Result<providers::KeptWrite> writeOf(const UndoStep &step) const;
    /** Of each of these calls. */
    [[nodiscard]] Result<QHash<QString, UndoState>> states(const QString &userId,
                                                           const QStringList &callIds) const;
    /** The first step of each call that is in nobody's log, because the program ended before it
     * was written. */
    [[nodiscard]] Result<QList<UndoStep>> unlogged() const;

    /** To undo this call: false while another instance on this database is at it. */
    [[nodiscard]] Result<bool> takeTurn(const QString &callId);
    void endTurn(const QString &callId);

    /** Removes what has expired. */
    [[nodiscard]] Result<> removeExpired();

private:
    [[nodiscard]] Result<UndoStep> insert(UndoStep step, const providers::KeptWrite &write);
    [[nodiscard]] Result<QList<UndoStep>> select(const QString &rest,
                                                 const QVariantList &values) const;

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
    int m_retentionDays;
    QTimer m_removal;
};

} // namespace fairlead::undo
