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
    [[nodiscard]] bool isInUse() const { return !m_posts.empty() || listener() != nullptr; }

    [[nodiscard]] qint64 lastUsedMs() const { return m_lastUsedMs; }
    void setLastUsedMs(qint64 time) { m_lastUsedMs = time; }

    /** Answers the exchange, now or when the work is done. */
    void post(Exchange *exchange,
              const mcp::Incoming &incoming,
              const tools::Caller &caller,
              const Accept &accept);

    /** The client listens for messages that belong to no POST; they come on the newest stream. An
     * older one stays open: a client that holds two would open it again, and again lose the other.
     * With Last-Event-ID it comes back for what it missed, on the stream that it names or on that
     * of a POST. No message comes on two streams; what came when there was none is the first's that
     * comes back. */
    void listen(Exchange *exchange);

    /** Stops all work and closes all streams; the object deletes itself. */
    void end();

Q_SIGNALS:
    void initialized(const QString &client);

private:
    /** A stream opened with GET; a client that comes back to it goes on under its number. */
    struct Listener
    {
        quint64 number = EventStore::noStream;
        QPointer<EventStream> stream;

        [[nodiscard]] bool isOpen() const { return !stream.isNull() && stream->isOpen(); }
    };

    void route(const mcp::Outgoing &message);
    void finish(mcp::OriginId origin);
    void abandon(mcp::OriginId origin);
    void pollLater(mcp::OriginId origin);
    void resume(EventStream *stream, EventStore::Position last);
    void goOn(EventStream *stream, EventStore::Position last);
    void addListener(EventStream *stream, quint64 number);
    /** The newest that is open, or null. */
    [[nodiscard]] const Listener *listener() const;
    void replay(EventStream *stream, EventStore::Position last, const QByteArray &mark) const;
    void addPost(Exchange *exchange, PostForm form, mcp::OriginId origin);

    mcp::Session m_session;
    QString m_id;
    QString m_owner;
    std::chrono::milliseconds m_returnTime;
    std::map<mcp::OriginId, std::unique_ptr<PendingPost>> m_posts;
    QList<Listener> m_listeners; ///< oldest first
    EventStore m_store;
    bool m_hasListened = false; ///< until then nobody can have missed anything
    mcp::OriginId m_lastOrigin = mcp::noOrigin; ///< or listener: their numbers differ
    qint64 m_lastUsedMs = 0;
};

} // namespace fairlead::http
