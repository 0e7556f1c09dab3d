// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activitychain.h"
#include "server/audit/activityreader.h"
#include "server/audit/refusedkeys.h"
#include "server/base/cancellation.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace fairlead::audit {

/**
 * Keeps what clients did: takes entries at once, and writes them a moment later, many in one
 * transaction, so that no call waits for a disk. While the disk takes nothing, it holds a bounded
 * number and counts what it had to let go. Old entries go by themselves. Database and clock outlive
 * it; it lives as long as the program.
 */
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    /** How much is kept, for each user. */
    struct Retention
    {
        int days = 90;
        qint64 entries = 250'000;
    };

    ActivityLog(store::Database &database,
                const Clock &clock,
                Retention retention,
                QObject *parent = nullptr);
    ~ActivityLog() override;
    Q_DISABLE_COPY_MOVE(ActivityLog)

    /** Enters every call that this log tells of from now on. */
    void follow(const tools::CallLog &calls);
    /** Enters a refused key into this user's log, unless the same came just before. */
    void noteRefusedKey(const QString &userId, const RefusedKey &key);
    /** An entry without a user belongs to nobody's log and is dropped. */
    void record(ActivityEntry entry);

    /** Writes what waits. Done by itself within half a second and at the end. */
    [[nodiscard]] Result<> flush();
    /** Why nothing can be written just now; empty when it can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

    [[nodiscard]] const ActivityReader &reader() const { return m_reader; }
    /** Looks whether this user's log is as it was written; Cancelled soon after that was asked for.
     */
    [[nodiscard]] QCoro::Task<Result<ChainReport>> verify(QString userId,
                                                          CancellationToken cancellation = {});

Q_SIGNALS:
    /** These were written, oldest first. */
    void stored(const QList<fairlead::audit::ActivityEntry> &entries);
    /** problem() is another one now. */
    void problemChanged();

private:
    void writeSoon();
    void writeSome();
    /** Takes this many from m_waiting; what no table can hold is dropped with a line in the log. */
    [[nodiscard]] Result<> writeFirst(qsizetype count);
    void drop(const ActivityEntry &entry, const Error &error);
    [[nodiscard]] Result<QList<ActivityEntry>> write(QList<ActivityEntry> entries);
    void setProblem(const QString &problem);
    void noteLost();
    void removeOld();
    [[nodiscard]] Result<bool> removeOld(const QString &userId);
    /** Within a transaction. */
    [[nodiscard]] Result<bool> removeSome(const QString &userId);

    store::Database &m_database;
    const Clock &m_clock;
    Retention m_retention;
    ActivityReader m_reader;
    RefusedKeys m_refusedKeys;
    QList<ActivityEntry> m_waiting;
    QHash<QString, qint64> m_lost; ///< by user: entries that found no room
    QString m_problem;
    QTimer m_writeTimer;
    QTimer m_removalTimer;
};

} // namespace fairlead::audit
