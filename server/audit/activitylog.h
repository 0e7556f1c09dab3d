// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activitychain.h"
#include "server/audit/activityreader.h"
#include "server/audit/activitywriter.h"
#include "server/audit/refusedkeys.h"
#include "server/base/cancellation.h"
#include "server/base/workthread.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <mutex>

namespace fairlead::audit {

/**
 * Keeps what clients did: takes entries at once, and has them written a moment later by a thread of
 * its own, many in one transaction, so that no call waits for a disk. While the disk takes nothing,
 * it holds a bounded number and counts what it had to let go. Old entries go by themselves.
 * Database and clock outlive it; it lives as long as the program.
 */
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    using Retention = audit::Retention;

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
    /** The same without holding up the event loop. */
    [[nodiscard]] QCoro::Task<Result<>> settle();
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
    /** What was handed over is written, or cannot be. */
    void tried();

private:
    void writeSoon();
    void writeSome();
    /** Hands this many over to the thread; only while it writes nothing. */
    void begin(qsizetype count);
    /** Takes in what the thread has done; nothing when that has been taken in. */
    [[nodiscard]] Result<> takeIn();
    void drop(const ActivityEntry &entry, const Error &error);
    void setProblem(const QString &problem);
    void noteLost();
    void removeOld();
    /** Who has entries that need not be kept any longer. */
    [[nodiscard]] QStringList usersWithTooMuch() const;
    void noteRemoved(const Result<bool> &isMore);

    store::Database &m_database;
    const Clock &m_clock;
    Retention m_retention;
    ActivityReader m_reader;
    RefusedKeys m_refusedKeys;
    QList<ActivityEntry> m_waiting;
    qsizetype m_handedOver = 0; ///< entries that the thread has got and has not told of
    QHash<QString, qint64> m_lost; ///< by user: entries that found no room
    QString m_problem;
    QTimer m_writeTimer;
    QTimer m_removalTimer;
    std::mutex m_writtenMutex;
    std::optional<Written> m_written; ///< handed back by the thread
    std::unique_ptr<ActivityWriter> m_writer; ///< the thread's alone
    WorkThread m_thread;
};

} // namespace fairlead::audit
