// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/statemark.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace fairlead::audit {
struct ActivityEntry;
} // namespace fairlead::audit

namespace fairlead::ui {

/** One thing that a client did, as a menu or a small list shows it. */
struct RecentCall
{
    QDateTime at;
    QString client; ///< "Cursor"; empty: Fairlead itself
    QString what; ///< "jira_search", "Wrong key"
    QString outcome; ///< "Done", "Refused", "Not reachable"
    StateMark mark = StateMark::Good;

    bool operator==(const RecentCall &) const = default;
};

/** What the user's clients did just now, for the tray's menu and the plot at home. Asks the log
 * once, then follows it; answers from memory. */
class RecentCalls final : public QObject
{
    Q_OBJECT

public:
    explicit RecentCalls(const Services &services, QObject *parent = nullptr);

    /** Newest first; at most five. */
    [[nodiscard]] const QList<RecentCall> &lastFive() const { return m_last; }
    /** Calls in each of the last 60 minutes, the running minute last. */
    [[nodiscard]] const QList<int> &perMinute() const { return m_perMinute; }
    [[nodiscard]] int inLastHour() const;

Q_SIGNALS:
    /** There was a call, or a minute went by; at most a few times a second. */
    void changed();

private:
    void read();
    void add(const QList<audit::ActivityEntry> &entries);
    /** Moves the counts on to the running minute; whether any of them is another now. */
    bool passTime();

    const Services &m_services;
    QList<RecentCall> m_last;
    QList<int> m_perMinute;
    qint64 m_minute = 0; ///< that the last count is of, since 1970
    QTimer m_minuteTimer;
};

} // namespace fairlead::ui
