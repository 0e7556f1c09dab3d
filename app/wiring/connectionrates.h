// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/ratereport.h"
#include "server/gateway/upstreams.h"
#include "server/net/networkhttpclient.h"

namespace fairlead::wiring {

/** The budgets of connections are kept where their requests go out: at the HTTP client, and at the
 * clients of remote MCP servers. */
class ConnectionRates final : public connections::RateReport
{
public:
    explicit ConnectionRates(const net::NetworkHttpClient &http)
        : m_http(http)
    {}

    /** It outlives the event loop. */
    void include(const gateway::Upstreams &upstreams) { m_upstreams = &upstreams; }

    [[nodiscard]] std::optional<connections::RateStanding> standing(
        const QString &connectionId) const override
    {
        if (m_upstreams != nullptr) {
            if (const auto limit = m_upstreams->limit(connectionId))
                return fromLimit(*limit);
        }
        const auto budget = m_http.standing(connectionId);
        if (!budget || (budget->rate.perMinute > mostAnyServiceAllows && budget->heldBackMs == 0))
            return std::nullopt;
        return connections::RateStanding{.perMinute = budget->rate.perMinute,
                                         .atOnce = budget->rate.burst,
                                         .leftNow = budget->leftNow,
                                         .heldBackMs = budget->heldBackMs};
    }

private:
    [[nodiscard]] static connections::RateStanding fromLimit(const gateway::LimitStanding &standing)
    {
        const auto minutes = std::chrono::duration<double, std::ratio<60>>(standing.limit.time);
        return {.perMinute = static_cast<int>(standing.limit.calls / minutes.count()),
                .atOnce = standing.limit.calls,
                .leftNow = standing.limit.calls - standing.used,
                .heldBackMs = standing.heldBackMs};
    }

    /** Beyond it nothing is paced: a service on this computer. */
    static constexpr int mostAnyServiceAllows = 1'000'000;

    const net::NetworkHttpClient &m_http;
    const gateway::Upstreams *m_upstreams = nullptr;
};

} // namespace fairlead::wiring
