// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/ratebudget.h"

#include <optional>

namespace fairlead::connections {

/** Tells how much of its service a connection may still use now. */
class RateReport
{
public:
    virtual ~RateReport() = default;
    RateReport &operator=(const RateReport &) = delete;

    /** Nothing when no request has gone over this connection since the start. */
    [[nodiscard]] virtual std::optional<net::BudgetStanding> standing(
        const QString &connectionId) const = 0;

protected:
    RateReport() = default;
    RateReport(const RateReport &) = default;
};

} // namespace fairlead::connections
