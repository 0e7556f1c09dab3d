// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/deadline.h"
#include "server/net/curlrequest.h"
#include "server/net/httpclient.h"

#include <QDeadlineTimer>

#include <coroutine>
#include <optional>

namespace fairlead::net {

/**
 * One try of one request: sends it, collects the answer within its limits, and ends once, by the
 * answer, a failure, the deadline or cancellation. Used by NetworkHttpClient only.
 */
class Transfer final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds time; ///< for this try
        std::chrono::milliseconds silence; ///< longest time without a byte
        std::chrono::milliseconds named; ///< the caller's whole deadline, for the sentence
    };

    /** Sends at once. */
    Transfer(CurlLoop &loop, Request request, QByteArray trustedCertificates, Limits limits);

    /** To be awaited, once; whoever waited may destroy this. Not a signal, which QCoro takes
     * through the event queue once more. */
    struct End
    {
        Transfer *transfer;

        [[nodiscard]] bool await_ready() const { return transfer->m_finished; }
        void await_suspend(std::coroutine_handle<> waiting) const { transfer->m_waiting = waiting; }
        void await_resume() const {}
    };
    [[nodiscard]] End finished() { return {this}; }
    [[nodiscard]] Result<Response> takeOutcome() { return std::move(m_outcome); }

private:
    [[nodiscard]] qsizetype announcedSize() const;
    void collect(QByteArrayView bytes);
    void complete(CURLcode code);
    void watchTheTime();
    void end(Result<Response> outcome);
    void endSoon(Result<Response> outcome);
    void wake();

    Limits m_limits;
    qint64 m_maxBytes;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_silence;
    Deadline m_nextLook; ///< at those two
    std::optional<CurlRequest> m_request;
    bool m_tooLarge = false;
    bool m_finished = false;
    std::coroutine_handle<> m_waiting;
    QByteArray m_body;
    Result<Response> m_outcome;
};

} // namespace fairlead::net
