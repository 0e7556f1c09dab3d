// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/mcplink.h"
#include "server/net/eventstreamparser.h"

#include <QObject>

namespace fairlead::ctl {

/** What comes next from Fairlead. */
struct Incoming
{
    enum class Kind {
        Message, ///< `message`
        End, ///< no more will come, and none is missing
        NotStarted, ///< nobody is there: what we sent was not carried out
        SessionLost, ///< Fairlead does not know the session: nor was this carried out
        Broken, ///< the connection broke: what we sent may have been carried out
        Refused, ///< `error`: Fairlead did not take it
        GivenUp, ///< abort() was called
    };
    Kind kind = Kind::End;
    QByteArray message = {};
    Error error = {};
    int status = 0; ///< of HTTP, where there was one
};

/**
 * The messages that Fairlead sends on one HTTP answer, be it a JSON body or an event stream; comes
 * back for the rest where the server ends a stream early and says that there is more (SSE polling
 * of 2025-11-25). One reader at a time.
 */
class AnswerStream final : public QObject
{
    Q_OBJECT

public:
    /** Answer: of a request. Notice: of what has no answer. Listening: of nothing that we sent. */
    enum class Use { Answer, Notice, Listening };
    AnswerStream(McpLink &link, net::StreamedResponsePointer response, Use use);
    ~AnswerStream() override;

    [[nodiscard]] QCoro::Task<Incoming> next();
    /** Whoever waits for next() learns it at once. */
    void abort();

    /** What the server gave the session of this answer, if it did. */
    [[nodiscard]] const QByteArray &sessionId() const { return m_sessionId; }
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryTime() const
    {
        return m_parser.retryTime();
    }

private:
    enum class State { New, Events, Done };

    [[nodiscard]] QCoro::Task<Incoming> readHead();
    [[nodiscard]] QCoro::Task<Incoming> readBody(int status);
    [[nodiscard]] QCoro::Task<Incoming> readEvent();
    /** The next message of those that have come; empty when there is none. */
    [[nodiscard]] QByteArray takeMessage();
    /** False when no more will come. */
    [[nodiscard]] QCoro::Task<bool> readMore();
    [[nodiscard]] QCoro::Task<bool> comeBack();
    [[nodiscard]] Incoming outcome(const Error &error) const;
    [[nodiscard]] Incoming refusal(int status, const QByteArray &body) const;

    McpLink &m_link;
    net::StreamedResponsePointer m_response;
    Use m_use;
    State m_state = State::New;
    net::EventStreamParser m_parser;
    QList<net::StreamEvent> m_events;
    QByteArray m_sessionId;
    QByteArray m_lastEventId;
    int m_fruitless = 0; ///< streams that ended since the last message
    bool m_isAborted = false;
};

} // namespace fairlead::ctl
