// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/ratebudgets.h"

#include <algorithm>

namespace fairlead::net {
namespace {

// Turns are counted in microseconds, so that 180 a minute are not rounded.
constexpr qint64 perMs = 1000;
constexpr qint64 minute = 60'000 * perMs;

qint64 spacing(const CallRate &rate)
{
    return minute / std::max(1, rate.perMinute);
}

/** How far ahead of an even pace a burst may run. */
qint64 headStart(const CallRate &rate)
{
    return spacing(rate) * (std::max(1, rate.burst) - 1);
}

} // namespace

RateBudgets::Turn RateBudgets::reserve(const RateBudget &budget, qint64 now, Milliseconds longest)
{
    m_rates.insert(budget.key, budget.rate);
    Bucket &bucket = bucketOf(budget, now);
    const qint64 from = std::max(bucket.nextTurn, now * perMs);
    const qint64 at = std::max(now * perMs, from - headStart(budget.rate));
    Turn turn{.isReserved = false,
              .wait = Milliseconds((at - now * perMs + perMs - 1) / perMs),
              .isHeldBack = bucket.heldUntil > now,
              .round = bucket.round};
    if (turn.wait > longest)
        return turn;
    bucket.nextTurn = from + spacing(budget.rate);
    bucket.fullAt = bucket.nextTurn / perMs;
    turn.isReserved = true;
    return turn;
}

void RateBudgets::giveBack(const RateBudget &budget, const Turn &turn)
{
    if (stands(budget, turn))
        m_buckets[budget.key].nextTurn -= spacing(budget.rate);
}

bool RateBudgets::stands(const RateBudget &budget, const Turn &turn) const
{
    const auto bucket = m_buckets.constFind(budget.key);
    return bucket != m_buckets.cend() && bucket->round == turn.round;
}

bool RateBudgets::isHeldBack(const RateBudget &budget, qint64 now) const
{
    return m_buckets.value(budget.key).heldUntil > now;
}

void RateBudgets::holdBack(const RateBudget &budget, qint64 until)
{
    Bucket &bucket = m_buckets[budget.key];
    if (until <= bucket.heldUntil)
        return;
    bucket.heldUntil = until;
    bucket.nextTurn = until * perMs + headStart(budget.rate);
    bucket.fullAt = bucket.nextTurn / perMs;
    ++bucket.round;
}

std::optional<BudgetStanding> RateBudgets::standing(const QString &key, qint64 now) const
{
    const auto rate = m_rates.constFind(key);
    if (rate == m_rates.cend())
        return std::nullopt;
    const Bucket bucket = m_buckets.value(key);
    BudgetStanding standing{.rate = *rate,
                            .heldBackMs = std::max<qint64>(0, bucket.heldUntil - now)};
    if (standing.heldBackMs > 0)
        return standing;
    const qint64 ahead = std::max<qint64>(0, bucket.nextTurn - now * perMs);
    const qint64 used = (ahead + spacing(*rate) - 1) / spacing(*rate);
    standing.leftNow = static_cast<int>(std::max<qint64>(0, rate->burst - used));
    return standing;
}

RateBudgets::Bucket &RateBudgets::bucketOf(const RateBudget &budget, qint64 now)
{
    const auto known = m_buckets.find(budget.key);
    if (known != m_buckets.end())
        return *known;
    m_buckets.removeIf([now](const auto &item) { return item.value().fullAt < now; });
    return m_buckets[budget.key];
}

} // namespace fairlead::net
