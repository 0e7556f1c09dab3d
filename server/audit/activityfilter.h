// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QVariantList>

#include <optional>

namespace fairlead::audit {

/** The kinds of outcome that a person tells apart. */
enum class OutcomeKind { Good, Refused, Cancelled, Failed };

[[nodiscard]] OutcomeKind outcomeKind(QStringView outcome);
/** "ok", "refused", "cancelled", "failed": as the REST API says it. */
[[nodiscard]] QLatin1StringView outcomeKindName(OutcomeKind kind);
[[nodiscard]] std::optional<OutcomeKind> outcomeKindFromName(QStringView name);

/** Which entries are wanted: those that fit all of it; what is empty fits everything. */
struct ActivityFilter
{
    QString client{}; ///< a part of its name
    QString tool{}; ///< a part of its name
    QString connection{}; ///< its id or name
    QString target{}; ///< what it was about, whole: "ABC-123"
    std::optional<OutcomeKind> outcome{};
    QDateTime from{}; ///< at this time or later
    QDateTime to{}; ///< before this time
    bool isAttempt = false; ///< only what clients did or tried: calls, refused ones, refused keys
    QString text{}; ///< a part of client, tool, connection, key prefix, target, event, outcome or
                    ///< detail

    bool operator==(const ActivityFilter &) const = default;
};

/** A condition of SQL and the values bound to it. */
struct SqlCondition
{
    QString sql;
    QVariantList values;
};

/** The condition for this user's entries that fit: there is none without a user. */
[[nodiscard]] SqlCondition conditionOf(const QString &userId, const ActivityFilter &filter);

} // namespace fairlead::audit
