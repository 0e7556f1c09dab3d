// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activityreader.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr qint64 minuteMs = 60'000;

qint64 minuteOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() / minuteMs;
}

} // namespace

ActivityReader::ActivityReader(const store::Database &database)
    : m_database(database)
{}

Result<QList<ActivityEntry>> ActivityReader::list(const QString &userId,
                                                  const ActivityFilter &filter,
                                                  const ActivityPage &page) const
{
    SqlCondition condition = conditionOf(userId, filter);
    if (page.before > 0) {
        condition.sql += u" AND sequence < ?"_s;
        condition.values.append(page.before);
    }
    if (page.after > 0) {
        condition.sql += u" AND sequence > ?"_s;
        condition.values.append(page.after);
    }
    condition.values.append(page.limit);
    const auto rows = m_database.select(u"SELECT * FROM user_activity_logs WHERE "_s + condition.sql
                                            + u" ORDER BY sequence DESC LIMIT ?"_s,
                                        condition.values);
    if (!rows)
        return failure(rows.error());
    QList<ActivityEntry> entries;
    entries.reserve(rows->size());
    for (const store::Row &row : *rows)
        entries.append(entryFrom(row));
    return entries;
}

Result<qint64> ActivityReader::count(const QString &userId, const ActivityFilter &filter) const
{
    const SqlCondition condition = conditionOf(userId, filter);
    const auto rows = m_database.select(
        u"SELECT COUNT(*) AS entries FROM user_activity_logs WHERE "_s + condition.sql,
        condition.values);
    if (!rows)
        return failure(rows.error());
    return rows->first().number(u"entries"_s);
}

Result<QList<int>> ActivityReader::callsPerMinute(const QString &userId,
                                                  const QDateTime &now,
                                                  int minutes) const
{
    const qint64 last = minuteOf(now);
    const qint64 first = last - minutes + 1;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(first * minuteMs, Qt::UTC);
    // The first 16 characters of a stored time are its minute: "2026-11-21T13:05".
    const auto rows = m_database.select(
        u"SELECT SUBSTR(occurred_at, 1, 16) AS minute, COUNT(*) AS calls FROM user_activity_logs "
        "WHERE user_id = ? AND occurred_at >= ? AND event IN (?, ?) "
        "GROUP BY SUBSTR(occurred_at, 1, 16)"_s,
        {userId, store::toStored(from), QString(event::toolCalled), QString(event::toolRefused)});
    if (!rows)
        return failure(rows.error());
    QList<int> counts(minutes, 0);
    for (const store::Row &row : *rows) {
        const QDateTime minute = store::fromStored(row.text(u"minute"_s) + u":00.000Z"_s);
        const qint64 index = minuteOf(minute) - first;
        if (index >= 0 && index < minutes)
            counts[index] += static_cast<int>(row.number(u"calls"_s));
    }
    return counts;
}

} // namespace fairlead::audit
