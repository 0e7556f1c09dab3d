// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/gateway/upstreammessages.h"
#include "server/net/eventstreamparser.h"
#include "server/net/streamingclient.h"

#include <QDeadlineTimer>

namespace fairlead::gateway {

/**
 * Reads one HTTP answer of an upstream within its limits: of time, of one message, and of all that
 * comes. Must outlive the tasks that it gives out.
 */
class AnswerReader final
{
public:
    /** Where the deadline is for ever, only silence ends it. */
    struct Limits
    {
        QDeadlineTimer deadline;
        qsizetype bytes = longestUpstreamMessage; ///< of one message
    };
    AnswerReader(net::StreamedResponsePointer response,
                 QString name,
                 Limits limits,
                 const CancellationToken &cancellation);

    /** Status and headers. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> head();
    /** The same with the whole body. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> whole(net::Response head);
    /** From now on only silence ends it. */
    void keepOpen() { m_limits.deadline = QDeadlineTimer(QDeadlineTimer::Forever); }

    /** The data of the next event that is a message; none at the end of the stream. */
    [[nodiscard]] QCoro::Task<Result<std::optional<net::StreamEvent>>> event();

    /** Whether that is why there is no more. */
    [[nodiscard]] bool isOverLimit() const { return m_isOverLimit; }

    /** Of the last event that had one: where to go on. */
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryTime() const
    {
        return m_parser.retryTime();
    }

private:
    [[nodiscard]] QCoro::Task<Result<QByteArray>> piece();
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    [[nodiscard]] Error tooMuch();

    net::StreamedResponsePointer m_response;
    QString m_name;
    Limits m_limits;
    net::EventStreamParser m_parser;
    QList<net::StreamEvent> m_events;
    QByteArray m_lastEventId;
    bool m_isOverLimit = false;
    qsizetype m_bytes = 0; ///< read so far, where there is a deadline
};

[[nodiscard]] bool isEventStream(const net::Response &head);

} // namespace fairlead::gateway
