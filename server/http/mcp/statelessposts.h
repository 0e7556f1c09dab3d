// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/http/mcp/pendingpost.h"
#include "server/mcp/stateless/requestmeta.h"

#include <map>

namespace fairlead::http {

/**
 * The POSTs to /mcp that stand for themselves (since 2026-07-28): checks that headers and body
 * agree, runs each request on its own, and keeps the streams of those that listen for changes.
 */
class StatelessPosts final : public QObject
{
    Q_OBJECT

public:
    StatelessPosts(const mcp::ServerProfile &server, const Clock &clock, QObject *parent = nullptr);

    /** Whether a POST is one of these. */
    [[nodiscard]] static bool isStateless(const Request &request, const mcp::Incoming &incoming);

    /** Answers the exchange, now or when the work is done. */
    void post(Exchange *exchange,
              const mcp::Incoming &incoming,
              const tools::Caller &caller,
              const Accept &accept);

    /** At once: the key was revoked. */
    void endThoseOf(const QString &owner);

    [[nodiscard]] size_t count() const { return m_running.size(); }

Q_SIGNALS:
    /** A client of this key has said its name and version (cleaned). */
    void clientIdentified(const QString &keyId, const QString &client);

private:
    void run(Exchange *exchange,
             const mcp::RequestMessage &request,
             const mcp::RequestMeta &meta,
             const tools::Caller &caller,
             const Accept &accept);
    void listen(Exchange *exchange,
                const mcp::RequestMessage &request,
                const tools::Caller &caller);
    void forget(QObject *work);
    [[nodiscard]] bool isBusy(const QString &owner) const;

    const mcp::ServerProfile &m_server;
    const Clock &m_clock;
    std::map<QObject *, QString> m_running; ///< the work and whose it is
    std::map<QString, QString> m_clients; ///< what the client of a key called itself last
};

} // namespace fairlead::http
