// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mcp/pendingpost.h"

#include <map>

namespace fairlead::http {

/**
 * One session of the Streamable HTTP transport: routes what the protocol says to the POST that it
 * belongs to, or to the stream that the client opened with GET.
 */
class StreamableSession final : public QObject
{
    Q_OBJECT

public:
    StreamableSession(const mcp::ServerProfile &server,
                      QString id,
                      const tools::Caller &caller,
                      std::chrono::milliseconds returnTime,
                      QObject *parent);

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &owner() const { return m_owner; }
    [[nodiscard]] bool isInitialized() const { return m_session.isInitialized(); }
    /** Whether a client waits for anything or listens. */
    [[nodiscard]] bool isInUse() const { return !m_posts.empty() || stream() != nullptr; }

    [[nodiscard]] qint64 lastUsedMs() const { return m_lastUsedMs; }
    void setLastUsedMs(qint64 time) { m_lastUsedMs = time; }

    /** Answers the exchange, now or when the work is done. */
    void post(Exchange *exchange,
              const mcp::Incoming &incoming,
              const tools::Caller &caller,
              const Accept &accept);

    /** The client listens for messages that belong to no POST; they come on the newest stream. An
     * older one stays open: a client that holds two would open it again, and again lose the other.
     * With Last-Event-ID it comes back for what it missed, on this stream or that of a POST. */
    void listen(Exchange *exchange);

    /** Stops all work and closes all streams; the object deletes itself. */
    void end();

Q_SIGNALS:
    void initialized(const QString &client);

private:
    void route(const mcp::Outgoing &message);
    void finish(mcp::OriginId origin);
    void pollLater(mcp::OriginId origin);
    void resume(EventStream *stream, EventStore::Position last);
    /** The newest that is open, or null. */
    [[nodiscard]] EventStream *stream() const;
    void replay(EventStream *stream, EventStore::Position last) const;
    [[nodiscard]] PendingPost *addPost(Exchange *exchange, PostForm form, mcp::OriginId origin);

    mcp::Session m_session;
    QString m_id;
    QString m_owner;
    std::chrono::milliseconds m_returnTime;
    std::map<mcp::OriginId, PendingPost *> m_posts;
    QList<QPointer<EventStream>> m_streams; ///< opened with GET, oldest first
    EventStore m_store;
    bool m_hasListened = false; ///< until then nobody can have missed anything
    mcp::OriginId m_lastOrigin = mcp::noOrigin;
    qint64 m_lastUsedMs = 0;
};

} // namespace fairlead::http
