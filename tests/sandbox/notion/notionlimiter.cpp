// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionlimiter.h"

namespace fairlead::sandbox {

namespace {

constexpr qint64 windowMs = 60'000;

} // namespace

NotionLimiter::NotionLimiter(const Clock &clock, int budget)
    : m_clock(clock)
    , m_initialBudget(budget)
    , m_budget(budget)
{}

int NotionLimiter::secondsToWait(const QString &connectionId)
{
    const QDateTime now = m_clock.now();
    Window &window = m_windows[connectionId];
    if (!window.start.isValid() || window.start.msecsTo(now) >= windowMs)
        window = {.start = now, .used = 0};
    if (window.used < m_budget) {
        ++window.used;
        return 0;
    }
    const qint64 left = windowMs - window.start.msecsTo(now);
    return int((left + 999) / 1000);
}

void NotionLimiter::reset()
{
    m_windows.clear();
    m_budget = m_initialBudget;
}

} // namespace fairlead::sandbox
