// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wiring/connectionrates.h"
#include "app/wiring/mcpfront.h"
#include "app/wiring/toolstack.h"
#include "server/api/apiauthenticator.h"
#include "server/api/metricsapi.h"
#include "server/api/statusapi.h"
#include "server/audit/callmetrics.h"
#include "server/http/httpserver.h"
#include "server/leases/leases.h"

namespace fairlead::wiring {

/** What is counted for Prometheus: only once there is a route to ask for it. */
class MetricsParts final : public QObject
{
    Q_OBJECT

public:
    /** All of it outlives this object. */
    struct Sources
    {
        const api::InstanceFacts &facts;
        const ToolStack &tools;
        const api::ApiAuthenticator &authenticator;
        const http::HttpServer &server;
        const McpFront &mcp;
        const leases::Leases &leases;
        const net::NetworkHttpClient &http;
        const gateway::Upstreams &upstreams;
        const connections::Connections &connections;
        const ConnectionRates &rates;
    };
    explicit MetricsParts(const Sources &sources);

    /** Begins to count. Once. */
    void addRoutes(http::Router &router);

private:
    [[nodiscard]] audit::CallMetrics::Call callOf(const tools::CallRecord &record) const;
    void write(audit::MetricsText &text) const;
    void writeServer(audit::MetricsText &text) const;
    void writeUpstreams(audit::MetricsText &text) const;

    Sources m_sources;
    audit::CallMetrics m_calls;
    api::MetricsApi m_api;
};

} // namespace fairlead::wiring
