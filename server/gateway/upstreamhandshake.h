// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/streamabletransport.h"
#include "server/gateway/upstreamtransport.h"

#include <memory>

namespace fairlead::gateway {

/** An upstream that has been spoken to, and in which revision. */
struct UpstreamSession
{
    // Shared: calls that are under way keep the transport that they were sent on.
    std::shared_ptr<UpstreamTransport> transport;
    mcp::Revision revision = mcp::newestRevision;
    QJsonObject capabilities;
    QString server; ///< name and version on one line, cleaned
};

/**
 * Finds out which revision of MCP an upstream speaks, newest first: server/discover of 2026-07-28,
 * then initialize, then the event stream of 2024-11-05; and begins a session where there is one.
 * Must outlive the task that it gives out.
 */
class UpstreamHandshake final
{
public:
    UpstreamHandshake(net::StreamingClient &http,
                      UpstreamTarget target,
                      CancellationToken cancellation);

    [[nodiscard]] QCoro::Task<Result<UpstreamSession>> run();

private:
    /** The revision to go on with: newest when it was discovered, one with sessions otherwise. */
    [[nodiscard]] QCoro::Task<Result<mcp::Revision>> discover();
    [[nodiscard]] Result<mcp::Revision> chosenFrom(const QJsonArray &supported) const;
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> initialize(
        std::shared_ptr<UpstreamTransport> transport, mcp::Revision revision);
    [[nodiscard]] QCoro::Task<Result<UpstreamSession>> beginSession(mcp::Revision revision);
    [[nodiscard]] QCoro::Task<Result<UpstreamSession>> beginOnEventStream(Error before);
    [[nodiscard]] QCoro::Task<Result<UpstreamSession>> greeted(
        std::shared_ptr<UpstreamTransport> transport, UpstreamReply reply);
    [[nodiscard]] Error refused(const UpstreamReply &reply) const;

    net::StreamingClient &m_http;
    UpstreamTarget m_target;
    CancellationToken m_cancellation;
    std::shared_ptr<StreamableTransport> m_streamable;
    UpstreamReply m_discovered;
    qint64 m_lastId = 0;
};

} // namespace fairlead::gateway
