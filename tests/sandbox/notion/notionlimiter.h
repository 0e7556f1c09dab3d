// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QHash>
#include <QString>

namespace fairlead::sandbox {

/** Notion's limit: so many requests per connection in a window of 60 seconds. */
class NotionLimiter
{
public:
    NotionLimiter(const Clock &clock, int budget);

    /** Counts one request; 0 when it may pass, else the seconds until the window ends. */
    [[nodiscard]] int secondsToWait(const QString &connectionId);

    void setBudget(int budget) { m_budget = budget; }
    void reset();

private:
    struct Window
    {
        QDateTime start;
        int used = 0;
    };

    const Clock &m_clock;
    int m_initialBudget;
    int m_budget;
    QHash<QString, Window> m_windows;
};

} // namespace fairlead::sandbox
