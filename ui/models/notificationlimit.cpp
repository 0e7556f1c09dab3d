// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/notificationlimit.h"

#include "server/base/clock.h"

namespace fairlead::ui {
namespace {

constexpr qint64 windowMs = 10LL * 60 * 1000;
constexpr qsizetype mostInWindow = 3;

} // namespace

NotificationLimit::NotificationLimit(const Clock &clock)
    : m_clock(clock)
{}

NotificationLimit::Verdict NotificationLimit::take(const QString &text)
{
    const qint64 now = m_clock.monotonicMs();
    forgetOld(now);
    if (m_shown.contains(text))
        return Verdict::Drop;
    if (m_shown.size() < mostInWindow) {
        m_shown.insert(text, now);
        return Verdict::Show;
    }
    if (m_summedUp)
        return Verdict::Drop;
    m_summedUp = now;
    return Verdict::SumUp;
}

void NotificationLimit::forgetOld(qint64 now)
{
    m_shown.removeIf([now](const auto &entry) { return now - entry.value() >= windowMs; });
    if (m_summedUp && now - *m_summedUp >= windowMs)
        m_summedUp.reset();
}

} // namespace fairlead::ui
