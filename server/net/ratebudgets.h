// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/ratebudget.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace fairlead::net {

/**
 * A token bucket for each connection, counted in reserved turns, so that whoever comes first goes
 * first. A service that says "too many" empties the bucket until the time that it names. All times
 * are milliseconds of one clock that never jumps.
 */
class RateBudgets final
{
public:
    using Milliseconds = std::chrono::milliseconds;

    struct Turn
    {
        bool isReserved = false;
        Milliseconds wait{0}; ///< until it comes, or would come
        bool isHeldBack = false; ///< because the service has asked to wait
        int round = 0; ///< what happened so far: see stands()
    };

    /** The next turn; not reserved when it comes later than in `longest`. */
    [[nodiscard]] Turn reserve(const RateBudget &budget, qint64 now, Milliseconds longest);
    /** For a reserved turn that is not used. */
    void giveBack(const RateBudget &budget, const Turn &turn);
    /** False when the service has asked to wait since the turn was reserved: the turn is void. */
    [[nodiscard]] bool stands(const RateBudget &budget, const Turn &turn) const;
    [[nodiscard]] bool isHeldBack(const RateBudget &budget, qint64 now) const;
    /** The service wants no request before that time. */
    void holdBack(const RateBudget &budget, qint64 until);

    /** Nothing: no request has been made on it. */
    [[nodiscard]] std::optional<BudgetStanding> standing(const QString &key, qint64 now) const;

    /** Those that are remembered: not those that are full again. */
    [[nodiscard]] qsizetype count() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        qint64 nextTurn = 0; ///< when a bucket of one token would give the next one, in parts
        qint64 heldUntil = 0;
        int round = 0;
        qint64 fullAt = 0;
    };

    Bucket &bucketOf(const RateBudget &budget, qint64 now);

    QHash<QString, Bucket> m_buckets;
    QHash<QString, CallRate> m_rates; ///< of every budget that was ever used
};

} // namespace fairlead::net
