// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/answerreader.h"
#include "server/gateway/upstreamtransport.h"

namespace fairlead::gateway {

/**
 * Streamable HTTP: every message is a POST, whose answer is JSON or an event stream. The session,
 * where there is one, is sent along; a stream that breaks before the answer is gone on with where
 * the upstream can (up to 2025-11-25). The HTTP client outlives it.
 */
class StreamableTransport final : public UpstreamTransport
{
    Q_OBJECT

public:
    StreamableTransport(net::StreamingClient &http, UpstreamTarget target);

    /** Every message from now on belongs to this; `sessionId` may be empty. */
    void setSession(mcp::Revision revision, const QByteArray &sessionId);
    [[nodiscard]] bool hasSession() const { return !m_sessionId.isEmpty(); }

    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> send(Outgoing outgoing) override;
    [[nodiscard]] QCoro::Task<Result<>> listen(Outgoing outgoing) override;

private:
    using Reader = std::unique_ptr<AnswerReader>;

    [[nodiscard]] net::Request prepared(const QByteArray &method, const Outgoing &outgoing) const;
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> readStream(Reader reader,
                                                                Outgoing outgoing,
                                                                QDeadlineTimer deadline);
    /** Where a stream broke, and for which time. */
    struct Break
    {
        QByteArray lastEventId;
        std::chrono::milliseconds pause{0}; ///< before asking for the rest
        int count = 1;
    };
    /** The rest of a stream that broke; null where there is none, or it broke too often. */
    [[nodiscard]] QCoro::Task<Reader> resumed(Break lost,
                                              Outgoing outgoing,
                                              QDeadlineTimer deadline);
    [[nodiscard]] Result<UpstreamReply> replyFrom(const net::Response &response,
                                                  const Outgoing &outgoing,
                                                  bool hadSession);
    /** Nothing where the answer is not among the messages. */
    [[nodiscard]] Result<std::optional<UpstreamReply>> answerIn(const QByteArray &json,
                                                                const Outgoing &outgoing);
    /** Why there is nothing to listen to. */
    [[nodiscard]] Error silence(const net::Response &head, bool hadSession) const;
    [[nodiscard]] Result<UpstreamReply> readBody(const net::Response &response,
                                                 const Outgoing &outgoing);

    net::StreamingClient &m_http;
    UpstreamTarget m_target;
    std::optional<mcp::Revision> m_revision; ///< of the session
    QByteArray m_sessionId;
};

} // namespace fairlead::gateway
