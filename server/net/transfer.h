// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/curlrequest.h"
#include "server/net/httpclient.h"

#include <QDeadlineTimer>
#include <QTimer>

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

    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] Result<Response> takeOutcome() { return std::move(m_outcome); }

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] qsizetype announcedSize() const;
    void collect(QByteArrayView bytes);
    void complete(CURLcode code);
    void watchTheTime();
    void end(Result<Response> outcome);

    Limits m_limits;
    qint64 m_maxBytes;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_silence;
    QTimer m_timer;
    std::optional<CurlRequest> m_request;
    bool m_tooLarge = false;
    bool m_finished = false;
    QByteArray m_body;
    Result<Response> m_outcome;
};

} // namespace fairlead::net
