// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/metricstext.h"

#include <QHash>

#include <array>
#include <map>
#include <tuple>

namespace fairlead::audit {

/**
 * Counts what clients do since the start, of all users together: no names of people, connections or
 * issues. Whatever clients make up, it stays small: beyond a number of kinds the rest counts as
 * "other".
 */
class CallMetrics final
{
public:
    struct Call
    {
        QString tool;
        QString service; ///< "jira", …; "mcp" for a remote MCP server; "fairlead" for our own
        QString outcome;
        qint64 durationMs = 0;
    };
    void count(const Call &call);
    void countRefusedKey() { ++m_refusedKeys; }

    void write(MetricsText &text) const;

private:
    /** Upper ends of the histogram's buckets, in milliseconds; the last one has none. */
    static constexpr std::array bounds{
        5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10'000, 30'000, 60'000};

    struct Durations
    {
        std::array<qint64, bounds.size() + 1> counts{}; ///< of each bucket alone
        qint64 sumMs = 0;
    };

    std::map<std::tuple<QString, QString, QString>, qint64> m_calls; ///< by tool, service, outcome
    std::map<QString, Durations> m_durations; ///< by service
    qint64 m_refusedKeys = 0;
};

} // namespace fairlead::audit
