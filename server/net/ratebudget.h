// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::net {

/** So many requests at once, then evenly. */
struct CallRate
{
    int perMinute = 60; ///< at least 1
    int burst = 1; ///< at least 1

    bool operator==(const CallRate &) const = default;
};

/** How much of a budget is left. */
struct BudgetStanding
{
    CallRate rate;
    int leftNow = 0; ///< of `rate.burst`: requests that need not wait
    qint64 heldBackMs = 0; ///< how long the service wants none; 0: it has not asked for that

    bool operator==(const BudgetStanding &) const = default;
};

/** The share of a service that one connection may use: requests beyond it wait for their turn. */
struct RateBudget
{
    QString key; ///< whose it is: a connection's id
    CallRate rate;
};

} // namespace fairlead::net
