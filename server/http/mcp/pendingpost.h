// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/mcp/accept.h"
#include "server/http/mcp/eventstore.h"
#include "server/mcp/sessions/session.h"

#include <QPointer>

namespace fairlead::http {

/** How a POST wants its answers. */
struct PostForm
{
    Accept accept;
    bool isBatch = false; ///< several answers then come as one array
    QString owner; ///< whom an event stream counts for
    QList<Header> headers; ///< to send with the answer

    /** Whether a JSON-RPC error has an HTTP status of its own (since 2026-07-28). */
    enum class Errors { With200, WithStatus };
    Errors errors = Errors::With200;
};

/**
 * One POST to /mcp whose requests are being worked on. Answers with a JSON body when the final
 * answer is the first thing to send, and with an event stream when something precedes it. What is
 * good to know but not needed, such as progress, is left out when it would take a stream too many.
 */
class PendingPost final : public QObject
{
    Q_OBJECT

public:
    PendingPost(Exchange *exchange, PostForm form, QObject *parent);

    void deliver(const mcp::Outgoing &message);

    /** Ends the stream, after telling the client where to come back for the rest, which is kept in
     * `store` as that stream. For a client that takes streams and knows of this (2025-11-25). */
    void pollLater(EventStore &store, quint64 streamNumber);

    /** The client has come back; what it missed is sent already. */
    void resume(EventStream *stream);

    /** Every request of this POST is answered or cancelled. */
    void finish();

    /** The session is over: the client learns that it needs a new one. */
    void endWithSession();

Q_SIGNALS:
    /** Nobody can take the answers any more. Once; never after finish(). */
    void abandoned();

private:
    [[nodiscard]] bool mustStream(const mcp::Outgoing &message) const;
    void openStream();
    void awaitReturn();
    void giveUp();

    QPointer<Exchange> m_exchange;
    QPointer<EventStream> m_stream;
    PostForm m_form;
    EventStore *m_store = nullptr; ///< once the client polls; outlives the post
    quint64 m_streamNumber = 0;
    QByteArrayList m_responses; ///< kept until they make up the whole answer
    int m_status = 200;
    bool m_done = false;
};

} // namespace fairlead::http
