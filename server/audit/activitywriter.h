// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"
#include "server/base/result.h"
#include "server/store/databaseaddress.h"

#include <QList>

#include <memory>
#include <optional>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::audit {

/** How much is kept, for each user. */
struct Retention
{
    int days = 90;
    qint64 entries = 250'000;
};

/** What became of entries that were to be written. */
struct Written
{
    struct LeftOut
    {
        ActivityEntry entry;
        Error error;
    };

    QList<ActivityEntry> stored; ///< oldest first
    QList<LeftOut> leftOut; ///< no table can hold them
    QList<ActivityEntry> unwritten; ///< of these on the database took nothing
    std::optional<Error> error; ///< why
};

/**
 * Appends to the users' chains and removes from their beginnings, on a connection to the database
 * of its own, which it opens when it is first used. All in one thread, in which it also ends.
 */
class ActivityWriter final
{
public:
    explicit ActivityWriter(store::DatabaseAddress database);
    ~ActivityWriter();
    Q_DISABLE_COPY_MOVE(ActivityWriter)

    [[nodiscard]] Written write(QList<ActivityEntry> entries);
    /** Removes some of what need not be kept at this time; true when there may be more. */
    [[nodiscard]] Result<bool> removeOld(const QStringList &userIds,
                                         const Retention &retention,
                                         const QDateTime &now);

private:
    void write(QList<ActivityEntry> entries, Written &written);
    [[nodiscard]] Result<QList<ActivityEntry>> append(QList<ActivityEntry> entries);
    /** Within a transaction. */
    [[nodiscard]] Result<> appendAll(QList<ActivityEntry> &entries);
    [[nodiscard]] Result<bool> removeOld(const QString &userId,
                                         const Retention &retention,
                                         const QDateTime &now);
    /** Within a transaction. */
    [[nodiscard]] Result<bool> removeSome(const QString &userId,
                                          const Retention &retention,
                                          const QDateTime &now);
    [[nodiscard]] Result<> open();

    store::DatabaseAddress m_address;
    std::unique_ptr<store::Database> m_database;
};

} // namespace fairlead::audit
