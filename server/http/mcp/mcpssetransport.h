// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/http/router.h"
#include "server/mcp/sessions/session.h"

#include <QPointer>

#include <map>

namespace fairlead::http {

/**
 * MCP's older HTTP+SSE transport (2024-11-05): GET /sse opens the stream that carries everything to
 * the client, and names the address for POST /messages. A session lives as long as its stream and
 * belongs to the key that opened it. For a client that brought its key in the URL the address holds
 * a ticket, which is good for this session only: the client has no other place for a credential,
 * and the key should not be in one more address. Outlives the router and the HTTP server.
 */
class McpSseTransport final : public QObject
{
    Q_OBJECT

public:
    explicit McpSseTransport(const mcp::ServerProfile &server, QObject *parent = nullptr);

    void addRoutes(Router &router);

    /** At once: the key was revoked. */
    void closeSessionsOf(const QString &keyId);

    [[nodiscard]] size_t sessionCount() const { return m_sessions.size(); }

Q_SIGNALS:
    /** A client of this key has said its name and version (cleaned). */
    void clientIdentified(const QString &keyId, const QString &client);

private:
    struct Entry
    {
        QString owner;
        QPointer<EventStream> stream;
        mcp::Session *session = nullptr; ///< a child of the transport
        tools::Caller caller;
        Secret ticket; ///< empty: the session needs the key on every request
    };

    [[nodiscard]] std::optional<Principal> holderOfTicket(const Request &request) const;
    void open(Exchange *exchange, const tools::Caller &caller);
    void post(Exchange *exchange, const tools::Caller &caller);
    void start(const QString &id, Entry entry);
    void end(const QString &id);

    const mcp::ServerProfile &m_server;
    std::map<QString, Entry> m_sessions;
    mcp::OriginId m_lastOrigin = mcp::noOrigin;
};

} // namespace fairlead::http
