// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/mcp/accept.h"
#include "server/http/mcp/eventstore.h"
#include "server/mcp/sessions/session.h"

#include <QPointer>
#include <QTimer>

#include <memory>

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

    /** Keeps what is streamed, so that a client whose connection broke can come back for it; null:
     * it cannot. Outlives the post. */
    EventStore *store = nullptr;
    quint64 streamNumber = 0; ///< this POST's in the store
    /** How long a client whose stream broke may stay away before the work is given up. */
    std::chrono::milliseconds returnTime{};
    bool mayPoll = false; ///< the client understands an event without content (2025-11-25)
};

/**
 * One POST to /mcp whose requests are being worked on. Answers with a JSON body when the final
 * answer is the first thing to send, and with an event stream when something precedes it. What is
 * good to know but not needed, such as progress, is left out when it would take a stream too many.
 *
 * A client that leaves before its JSON answer is gone for good. One whose stream breaks has some
 * time to come back with Last-Event-ID before the work is given up.
 */
class PendingPost final : public QObject
{
    Q_OBJECT

public:
    PendingPost(Exchange *exchange, PostForm form, QObject *parent);

    void deliver(const mcp::Outgoing &message);

    /** Ends the stream, after telling the client where to come back for the rest. Does nothing for
     * a client that takes no streams or does not know of this. */
    void pollLater();

    /** The client has come back, and what it missed is sent already. An older stream gives way. */
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
    void send(const QByteArray &json, EventStore::Worth worth);
    void refuseQuestion();
    void leaveStream();
    void awaitReturn();
    void giveUp();

    QPointer<Exchange> m_exchange;
    QPointer<EventStream> m_stream;
    PostForm m_form;
    bool m_isStream = false; ///< the answer has become a stream, whether or not one is open now
    std::unique_ptr<QTimer> m_return; ///< how long a client that was lost may stay away
    QByteArrayList m_responses; ///< kept until they make up the whole answer
    int m_status = 200;
    bool m_done = false;
};

} // namespace fairlead::http
