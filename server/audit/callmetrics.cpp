// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/callmetrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr size_t mostKinds = 5000;

double seconds(qint64 milliseconds)
{
    return static_cast<double>(milliseconds) / 1000;
}

} // namespace

void CallMetrics::count(const Call &call)
{
    std::tuple kind(call.tool, call.service, call.outcome);
    if (m_calls.size() >= mostKinds && !m_calls.contains(kind))
        std::get<0>(kind) = u"other"_s;
    ++m_calls[kind];
    Durations &durations = m_durations[call.service];
    const auto bucket = std::ranges::lower_bound(bounds, call.durationMs) - bounds.begin();
    ++durations.counts.at(static_cast<size_t>(bucket));
    durations.sumMs += call.durationMs;
}

void CallMetrics::write(MetricsText &text) const
{
    text.begin("fairlead_tool_calls_total", "counter", "Calls of MCP clients that have ended.");
    for (const auto &[kind, calls] : m_calls) {
        const auto &[tool, service, outcome] = kind;
        text.add(static_cast<double>(calls),
                 {{"tool", tool}, {"service", service}, {"outcome", outcome}});
    }
    text.begin("fairlead_tool_call_duration_seconds", "histogram", "How long those calls took.");
    for (const auto &[service, durations] : m_durations) {
        double upToHere = 0;
        for (size_t i = 0; i < durations.counts.size(); ++i) {
            upToHere += static_cast<double>(durations.counts.at(i));
            const QString end =
                i < bounds.size() ? QString::number(seconds(bounds.at(i))) : u"+Inf"_s;
            text.add(upToHere, {{"service", service}, {"le", end}}, "_bucket");
        }
        text.add(seconds(durations.sumMs), {{"service", service}}, "_sum");
        text.add(upToHere, {{"service", service}}, "_count");
    }
    text.addOne("fairlead_refused_keys_total",
                "counter",
                "Requests with a missing, wrong or ended MCP key.",
                static_cast<double>(m_refusedKeys));
}

} // namespace fairlead::audit
