// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/ratereport.h"
#include "server/net/networkhttpclient.h"

namespace fairlead::wiring {

/** The budgets of connections are kept where their requests go out. */
class ConnectionRates final : public connections::RateReport
{
public:
    explicit ConnectionRates(const net::NetworkHttpClient &http)
        : m_http(http)
    {}

    [[nodiscard]] std::optional<connections::RateStanding> standing(
        const QString &connectionId) const override
    {
        const auto budget = m_http.standing(connectionId);
        if (!budget || (budget->rate.perMinute > mostAnyServiceAllows && budget->heldBackMs == 0))
            return std::nullopt;
        return connections::RateStanding{.perMinute = budget->rate.perMinute,
                                         .atOnce = budget->rate.burst,
                                         .leftNow = budget->leftNow,
                                         .heldBackMs = budget->heldBackMs};
    }

private:
    /** Beyond it nothing is paced: a service on this computer. */
    static constexpr int mostAnyServiceAllows = 1'000'000;

    const net::NetworkHttpClient &m_http;
};

} // namespace fairlead::wiring
