// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ratelimit.h"

#include <algorithm>

namespace fairlead::http {
namespace {

constexpr qint64 minuteMs = 60'000;

qint64 dividedUp(qint64 number, qint64 divisor)
{
    return (number + divisor - 1) / divisor;
}

} // namespace

RateLimit::RateLimit(const Clock &clock, int perMinute)
    : m_clock(clock)
    , m_perMinute(perMinute)
{}

std::chrono::seconds RateLimit::take(const QString &owner)
{
    const qint64 now = m_clock.monotonicMs();
    forgetIdle(now);
    // In parts of one, of which every millisecond earns m_perMinute, so that nothing is rounded.
    constexpr qint64 one = minuteMs;
    const qint64 most = m_perMinute * one;
    auto entry = m_owners.find(owner);
    if (entry == m_owners.end())
        entry = m_owners.insert(owner, {.left = most, .countedAt = now});
    const qint64 elapsed = std::min(now - entry->countedAt, minuteMs);
    entry->left = std::min(most, entry->left + elapsed * m_perMinute);
    entry->countedAt = now;
    if (entry->left >= one) {
        entry->left -= one;
        return std::chrono::seconds(0);
    }
    const qint64 waitMs = dividedUp(one - entry->left, m_perMinute);
    return std::chrono::seconds(dividedUp(waitMs, 1000));
}

/** Whoever was idle for a minute may do everything again: there is nothing to remember. */
void RateLimit::forgetIdle(qint64 now)
{
    if (now - m_forgottenAt < minuteMs)
        return;
    m_forgottenAt = now;
    m_owners.removeIf([now](const auto &item) { return now - item.value().countedAt >= minuteMs; });
}

} // namespace fairlead::http
