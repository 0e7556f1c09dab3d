// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mcp/statelessposts.h"
#include "server/http/mcp/streamablesessions.h"
#include "server/http/router.h"

namespace fairlead::http {

/**
 * MCP's Streamable HTTP transport at /mcp. Up to 2025-11-25 there are sessions: POST sends
 * messages, GET listens, DELETE ends a session. Since 2026-07-28 every POST stands for itself.
 * Outlives the router and the HTTP server.
 *
 * A client that leaves before its POST is answered ends the work behind it: nothing could deliver
 * the result any more.
 */
class McpStreamableTransport final : public QObject
{
    Q_OBJECT

public:
    McpStreamableTransport(const mcp::ServerProfile &server,
                           const Clock &clock,
                           const SessionLimits &limits = {},
                           QObject *parent = nullptr);

    void addRoutes(Router &router);

    /** At once: the key was revoked. */
    void closeSessionsOf(const QString &keyId);

    [[nodiscard]] size_t sessionCount() const { return m_sessions.count(); }

Q_SIGNALS:
    /** A client of this key has said its name and version (cleaned). */
    void clientIdentified(const QString &keyId, const QString &client);

private:
    void post(Exchange *exchange, const tools::Caller &caller);
    void get(Exchange *exchange, const tools::Caller &caller);
    void remove(Exchange *exchange, const tools::Caller &caller);
    void startSession(Exchange *exchange,
                      const mcp::Incoming &incoming,
                      const tools::Caller &caller,
                      const Accept &accept);

    /** The session that the request names; null when it was answered with a refusal instead. */
    [[nodiscard]] StreamableSession *sessionOf(Exchange *exchange, const tools::Caller &caller);

    StreamableSessions m_sessions;
    StatelessPosts m_stateless;
};

} // namespace fairlead::http
