// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recentcalls.h"

#include "server/audit/activitylog.h"
#include "server/base/clock.h"
#include "ui/models/activitytexts.h"

#include <chrono>
#include <numeric>

using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

constexpr int minutes = 60;
constexpr qsizetype shown = 5;
constexpr qint64 minuteMs = 60'000;
constexpr auto lookInterval = 10s;

RecentCall recentCall(const audit::ActivityEntry &entry)
{
    return {.at = entry.at,
            .client = clientText(entry),
            .what = activityText(entry),
            .outcome = outcomeText(entry),
            .mark = outcomeMark(entry)};
}

} // namespace

RecentCalls::RecentCalls(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    read();
    connect(&m_services.activity, &audit::ActivityLog::stored, this, &RecentCalls::add);
    connect(&m_minuteTimer, &QTimer::timeout, this, [this] {
        if (passTime())
            Q_EMIT changed();
    });
    m_minuteTimer.start(lookInterval);
}

int RecentCalls::inLastHour() const
{
    return std::accumulate(m_perMinute.begin(), m_perMinute.end(), 0);
}

void RecentCalls::read()
{
    const audit::ActivityReader &reader = m_services.activity.reader();
    const QDateTime now = m_services.clock.now();
    m_minute = now.toMSecsSinceEpoch() / minuteMs;
    m_perMinute =
        reader.callsPerMinute(m_services.userId, now, minutes).value_or(QList<int>(minutes, 0));
    const auto last = reader.list(m_services.userId, {.isAttempt = true}, {.limit = shown});
    for (const auto &entry : last.value_or(QList<audit::ActivityEntry>()))
        m_last.append(recentCall(entry));
}

void RecentCalls::add(const QList<audit::ActivityEntry> &entries)
{
    bool isOther = passTime();
    for (const audit::ActivityEntry &entry : entries) {
        if (entry.userId != m_services.userId || !isAttempt(entry))
            continue;
        m_last.prepend(recentCall(entry));
        const qint64 age = m_minute - entry.at.toMSecsSinceEpoch() / minuteMs;
        if (isCall(entry) && age >= 0 && age < minutes)
            ++m_perMinute[minutes - 1 - age];
        isOther = true;
    }
    if (m_last.size() > shown)
        m_last.resize(shown);
    if (isOther)
        Q_EMIT changed();
}

bool RecentCalls::passTime()
{
    const qint64 minute = m_services.clock.now().toMSecsSinceEpoch() / minuteMs;
    if (minute == m_minute)
        return false;
    // A clock that was set back starts the hour anew.
    const qint64 passed = minute < m_minute ? minutes : qMin<qint64>(minute - m_minute, minutes);
    m_perMinute.remove(0, passed);
    m_perMinute.resize(minutes);
    m_minute = minute;
    return true;
}

} // namespace fairlead::ui
