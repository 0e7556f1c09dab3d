// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/gateway/upstreamhandshake.h"
#include "server/gateway/upstreamnotices.h"
#include "server/net/wait.h"

#include <QJsonArray>
#include <QPointer>

namespace fairlead::gateway {

/** How an upstream is, for whoever shows it. */
struct UpstreamStanding
{
    bool isConnected = false;
    QString revision{}; ///< of the protocol; empty before the first connection
    QString server{}; ///< what it calls itself
    qint64 latencyMs = -1; ///< of the last answer; -1: none yet
    QString lastError{}; ///< a sentence; empty when all is well
    QDateTime nextTry{}; ///< when Fairlead tries by itself; invalid: it need not

    bool operator==(const UpstreamStanding &) const = default;
};

/** One request to an upstream. */
struct UpstreamRequest
{
    QString method;
    QJsonObject params{};
    QByteArray arguments{}; ///< JSON in place of those in `params`; empty: there is none
    QList<net::Header> headers{}; ///< beside those that every request has
    std::chrono::milliseconds time{60'000};
    qsizetype maxBytes = longestUpstreamMessage; ///< of the answer
    CancellationToken cancellation{};
    UpstreamNotices::ReportProgress reportProgress{}; ///< may be empty
    tools::ClientPortPointer client{}; ///< whom it may ask before it answers; may be null
};

/**
 * An MCP client of one upstream: keeps a session, begins it anew when the upstream has lost it, and
 * hears that its tools have changed. What an upstream asks the person, the request's client is
 * asked. Requests of many callers run at the same time. HTTP client and clock outlive it.
 */
class UpstreamClient final : public QObject
{
    Q_OBJECT

public:
    UpstreamClient(net::StreamingClient &http,
                   UpstreamTarget target,
                   const Clock &clock,
                   QObject *parent = nullptr);
    ~UpstreamClient() override;

    /** Tries to be connected until close(), with growing pauses, and listens. To be called once. */
    void keepConnected();
    /** Ends everything that is under way. */
    void close();

    /** The result of a request, or why there is none. InvalidInput: the upstream refused it. */
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> request(UpstreamRequest request);
    /** The same with the text that it came in. */
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> reply(UpstreamRequest request);
    /** All definitions, of all pages, as they came. */
    [[nodiscard]] QCoro::Task<Result<QJsonArray>> listTools(CancellationToken cancellation);

    [[nodiscard]] const UpstreamStanding &standing() const { return m_standing; }
    [[nodiscard]] const QString &name() const { return m_target.name; }

Q_SIGNALS:
    /** The list may have changed, or the upstream is a new one: at most every few seconds. */
    void toolsChanged();
    void standingChanged();
    /** Connecting failed; it is tried again. */
    void connectFailed(const fairlead::Error &error);

private:
    [[nodiscard]] QCoro::Task<Result<>> ready(CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<>> connectNow();
    /** One round: what comes back may ask for more first. */
    [[nodiscard]] QCoro::Task<Result<>> admitted(CancellationToken cancellation, bool mayBeAsked);
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> exchange(UpstreamRequest request);
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> attempt(UpstreamRequest request);
    [[nodiscard]] Outgoing outgoingFor(const UpstreamRequest &request, qint64 id) const;
    [[nodiscard]] bool isOutdated(const Result<UpstreamReply> &reply) const;
    void endWaits();
    /** Until the upstream can ask: what it asks before that is heard by nobody. */
    [[nodiscard]] QCoro::Task<void> streamSettled(CancellationToken cancellation);
    void settleStream();
    void lose(int life);
    void noteOutcome(const Result<UpstreamReply> &reply, qint64 startedMs);
    void setStanding(const UpstreamStanding &standing);

    [[nodiscard]] QCoro::Task<void> stayConnected();
    [[nodiscard]] QCoro::Task<void> listen();
    [[nodiscard]] QCoro::Task<void> pause(std::chrono::milliseconds time);

    net::StreamingClient &m_http;
    UpstreamTarget m_target;
    const Clock &m_clock;
    CancellationSource m_closing;
    UpstreamSession m_session;
    UpstreamStanding m_standing;
    UpstreamNotices m_notices;
    QList<QPointer<net::Wait>> m_waiting; ///< for the end of the connecting that is under way
    QList<QPointer<net::Wait>> m_untilStream; ///< calls that wait for streamSettled()
    QPointer<net::Wait> m_untilLoss;
    Error m_problem; ///< why connecting failed last
    qint64 m_lastId = 0;
    int m_life = 0; ///< counts the sessions: what was sent in one tells its loss from a later one's
    bool m_isConnecting = false;
    bool m_isOpeningStream = false;
    bool m_isClosed = false;
};

} // namespace fairlead::gateway
