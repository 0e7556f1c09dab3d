// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>

namespace fairlead::http {

/**
 * How often something may happen in a minute, counted for each owner apart: a whole minute's worth
 * at once, then evenly. The clock must outlive it.
 */
class RateLimit final
{
public:
    RateLimit(const Clock &clock, int perMinute);

    /** Counts one more and returns 0, or counts nothing and returns how long to wait. */
    [[nodiscard]] std::chrono::seconds take(const QString &owner);

    [[nodiscard]] int perMinute() const { return m_perMinute; }
    /** Owners that are remembered: those that were not idle for the last minute. */
    [[nodiscard]] qsizetype ownerCount() const { return m_owners.size(); }

private:
    void forgetIdle(qint64 now);

    struct Owner
    {
        qint64 left = 0; ///< what it may still do at once, in parts
        qint64 countedAt = 0;
    };

    const Clock &m_clock;
    int m_perMinute;
    qint64 m_forgottenAt = 0;
    QHash<QString, Owner> m_owners;
};

} // namespace fairlead::http
