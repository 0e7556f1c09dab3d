// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"
#include "server/audit/activityfilter.h"
#include "server/base/result.h"

#include <QList>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::audit {

/** Which part of a long answer. */
struct ActivityPage
{
    qint64 before = 0; ///< only entries with a smaller sequence; 0: from the newest on
    qint64 after = 0; ///< only entries with a greater one
    int limit = 100;
};

/** Reads the log. Each question is about one user; other users' entries do not exist for it. */
class ActivityReader final
{
public:
    explicit ActivityReader(const store::Database &database);

    /** Newest first. */
    [[nodiscard]] Result<QList<ActivityEntry>> list(const QString &userId,
                                                    const ActivityFilter &filter,
                                                    const ActivityPage &page) const;
    /** How many entries fit. Looks at all of them. */
    [[nodiscard]] Result<qint64> count(const QString &userId, const ActivityFilter &filter) const;
    /** Tool calls in each of the last `minutes` minutes, the one that runs now last. */
    [[nodiscard]] Result<QList<int>> callsPerMinute(const QString &userId,
                                                    const QDateTime &now,
                                                    int minutes) const;

private:
    const store::Database &m_database;
};

} // namespace fairlead::audit
