// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreams.h"

namespace fairlead::publishing {

/**
 * The tools of Atlassian's remote MCP server, by the names that it gives them: called directly
 * where they are listed and approved, through execute* where they are not listed. The upstreams
 * outlive it; it must outlive the tasks that it gives out.
 */
class AtlassianTools final
{
public:
    enum class Kind { Read, Write };

    AtlassianTools(gateway::Upstreams &upstreams,
                   gateway::UpstreamView server,
                   tools::Caller caller,
                   CancellationToken cancellation);

    /** Whether this server can be published to. */
    [[nodiscard]] static bool canPublish(const gateway::UpstreamView &server);

    [[nodiscard]] const connections::Connection &connection() const { return m_server.connection; }

    [[nodiscard]] const CancellationToken &cancellation() const { return m_cancellation; }

    /** On which site the tools work from now on. */
    void setCloudId(const QString &cloudId) { m_cloudId = cloudId; }

    /** What the tool says, read. NotFound, Forbidden, InvalidInput: Jira refused it; the errors of
     * Upstreams::call() else. */
    [[nodiscard]] QCoro::Task<Result<QJsonDocument>> run(QString tool,
                                                         Kind kind,
                                                         QJsonObject inputs) const;

private:
    [[nodiscard]] Result<tools::ToolCall> callOf(const QString &tool,
                                                 Kind kind,
                                                 QJsonObject inputs) const;
    [[nodiscard]] Error explained(Error error) const;
    [[nodiscard]] Error refusalIn(const QString &text) const;

    gateway::Upstreams &m_upstreams;
    gateway::UpstreamView m_server;
    tools::Caller m_caller;
    CancellationToken m_cancellation;
    QString m_cloudId;
};

} // namespace fairlead::publishing
