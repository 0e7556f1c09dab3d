// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/metricsparts.h"

#include "server/connections/connections.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

using audit::MetricsText;

namespace {

/** What the log's first word may be for a call that is not a tool's. */
constexpr std::array kinds{"read"_L1, "follow"_L1, "prompt"_L1, "proxy"_L1, "token"_L1};

} // namespace

MetricsParts::MetricsParts(const Sources &sources)
    : m_sources(sources)
    , m_api([this](MetricsText &text) { write(text); })
{}

void MetricsParts::addRoutes(http::Router &router)
{
    connect(&m_sources.tools.log(),
            &tools::CallLog::toolCalled,
            this,
            [this](const tools::CallRecord &record) { m_calls.count(callOf(record)); });
    connect(&m_sources.authenticator, &api::ApiAuthenticator::keyRefused, this, [this] {
        m_calls.countRefusedKey();
    });
    m_api.addRoutes(router);
}

/** Without what a client can make up. */
audit::CallMetrics::Call MetricsParts::callOf(const tools::CallRecord &record) const
{
    audit::CallMetrics::Call call{.tool = record.tool,
                                  .service = u"fairlead"_s,
                                  .outcome = record.outcome,
                                  .durationMs = record.durationMs};
    const tools::ToolDefinition *tool = m_sources.tools.registry().find(record.tool);
    if (tool && !tool->service.isEmpty()) {
        call.service = tool->service;
    } else if (const QString kind = record.tool.section(u' ', 0, 0);
               !tool && std::ranges::find(kinds, kind) != kinds.end()) {
        // "read jira://…", "prompt plan_sprint".
        call.tool = kind;
    } else if (!tool) {
        // Only a tool that there is has come as far as a connection.
        const bool isThere = !record.connectionId.isEmpty();
        call.tool = isThere ? record.tool : u"unknown"_s;
        call.service = isThere ? u"mcp"_s : u"unknown"_s;
    }
    return call;
}

void MetricsParts::write(MetricsText &text) const
{
    m_calls.write(text);
    writeServer(text);
    writeUpstreams(text);
}

void MetricsParts::writeServer(MetricsText &text) const
{
    text.begin("fairlead_build_info", "gauge", "Always 1; the version is a label.");
    text.add(1, {{"version", m_sources.facts.version}});
    text.addOne("process_start_time_seconds",
                "gauge",
                "When Fairlead was started, in seconds since 1970.",
                static_cast<double>(m_sources.facts.startedAt.toSecsSinceEpoch()));
    text.addOne("fairlead_http_connections",
                "gauge",
                "Open connections of clients.",
                m_sources.server.connectionCount());
    text.addOne("fairlead_event_streams",
                "gauge",
                "Open event streams of clients.",
                m_sources.server.streamCount());
    text.begin("fairlead_mcp_sessions", "gauge", "Open sessions of MCP clients.");
    text.add(static_cast<double>(m_sources.mcp.streamableSessions()),
             {{"transport", u"streamable_http"_s}});
    text.add(static_cast<double>(m_sources.mcp.sseSessions()), {{"transport", u"sse"_s}});
    if (const auto leases = m_sources.leases.activeCount())
        text.addOne("fairlead_leases",
                    "gauge",
                    "Leases of credentials that last.",
                    static_cast<double>(*leases));
}

void MetricsParts::writeUpstreams(MetricsText &text) const
{
    net::Waits waits = m_sources.http.waits();
    waits += m_sources.upstreams.waits();
    text.addOne("fairlead_rate_limit_waits_total",
                "counter",
                "Requests to services that waited for room in a rate limit.",
                static_cast<double>(waits.count));
    text.addOne("fairlead_rate_limit_wait_seconds_total",
                "counter",
                "How long they waited.",
                std::chrono::duration<double>(waits.time).count());
    const auto all = m_sources.connections.listAll();
    if (!all)
        return;
    const auto held = std::ranges::count_if(*all, [this](const auto &connection) {
        const auto standing = m_sources.rates.standing(connection.id);
        return standing && standing->heldBackMs > 0;
    });
    text.addOne("fairlead_connections_held_back",
                "gauge",
                "Connections whose service wants no request just now.",
                static_cast<double>(held));
}

} // namespace fairlead::wiring
