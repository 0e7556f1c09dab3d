// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/answerreader.h"
#include "server/gateway/upstreamtransport.h"

#include <QPointer>

#include <map>

namespace fairlead::net {
class Wait;
} // namespace fairlead::net

namespace fairlead::gateway {

/**
 * HTTP+SSE of 2024-11-05: one event stream brings everything that the upstream says, answers too;
 * messages go to an address that it names first. The HTTP client outlives it.
 */
class SseTransport final : public UpstreamTransport
{
    Q_OBJECT

public:
    SseTransport(net::StreamingClient &http, UpstreamTarget target);
    ~SseTransport() override;

    /** Opens the stream and waits for the address. To be called once, first. */
    [[nodiscard]] QCoro::Task<Result<>> open(CancellationToken cancellation);

    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> send(Outgoing outgoing) override;
    [[nodiscard]] QCoro::Task<Result<>> listen(Outgoing outgoing) override;

private:
    struct Waiting
    {
        QPointer<net::Wait> wait;
        std::optional<UpstreamReply> reply;
    };

    [[nodiscard]] Result<> takeAddress(const net::StreamEvent &event);
    [[nodiscard]] QCoro::Task<void> read();
    void take(const QList<mcp::Message> &messages, const QByteArray &text);
    void end(const Error &error);
    [[nodiscard]] QCoro::Task<Result<>> post(Outgoing outgoing);

    net::StreamingClient &m_http;
    UpstreamTarget m_target;
    QUrl m_address; ///< where messages go
    std::unique_ptr<AnswerReader> m_stream;
    CancellationSource m_close;
    std::map<qint64, Waiting> m_waiting; ///< by the id of the request
    QPointer<net::Wait> m_listening;
    std::optional<Error> m_end;
};

} // namespace fairlead::gateway
