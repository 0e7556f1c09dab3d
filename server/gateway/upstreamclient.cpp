// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamclient.h"

#include <QCoroSignal>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};
using WaitPointer = std::unique_ptr<net::Wait, DeleteLater>;

constexpr std::chrono::milliseconds connectTime{90'000};
constexpr std::chrono::milliseconds firstPause{1'000};
constexpr std::chrono::milliseconds longestPause{5 * 60'000};
constexpr std::chrono::milliseconds healthyTime{30'000};
constexpr std::chrono::milliseconds forever{std::chrono::hours(24 * 365)};
constexpr std::chrono::milliseconds listTime{30'000};
constexpr qsizetype listBytes = 4 * 1024 * 1024;
constexpr int mostPages = 20;
constexpr qsizetype mostDefinitions = 1000;

Error closed()
{
    return {.code = ErrorCode::Cancelled, .message = u"The connection was removed."_s};
}

/** Whether the upstream could not be reached, or not as it was left. */
bool isLoss(ErrorCode code)
{
    constexpr std::array losses{ErrorCode::Network, ErrorCode::Tls, ErrorCode::NotFound};
    return std::ranges::find(losses, code) != losses.end();
}

/** Whether listening ended because the session, or the way to it, did. */
bool isEnd(ErrorCode code)
{
    constexpr std::array ends{ErrorCode::Network, ErrorCode::Tls, ErrorCode::Conflict};
    return std::ranges::find(ends, code) != ends.end();
}

Error faultOf(const QString &name, const UpstreamReply &reply)
{
    const UpstreamFault fault = reply.fault.value_or(UpstreamFault{.code = reply.status});
    const QString said = fault.message.isEmpty() ? u"error %1"_s.arg(fault.code) : fault.message;
    return {.code = ErrorCode::InvalidInput, .message = u"%1: %2"_s.arg(name, said)};
}

} // namespace

UpstreamClient::UpstreamClient(net::StreamingClient &http,
                               UpstreamTarget target,
                               const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_target(std::move(target))
    , m_clock(clock)
{
    connect(&m_notices, &UpstreamNotices::toolsChanged, this, &UpstreamClient::toolsChanged);
}

UpstreamClient::~UpstreamClient()
{
    m_isClosed = true;
}

void UpstreamClient::close()
{
    m_isClosed = true;
    m_closing.cancel();
    m_session.transport.reset();
    m_notices.follow(nullptr);
}

void UpstreamClient::setStanding(const UpstreamStanding &standing)
{
    if (std::exchange(m_standing, standing) != standing)
        Q_EMIT standingChanged();
}

QCoro::Task<Result<>> UpstreamClient::ready(CancellationToken cancellation)
{
    const QPointer<UpstreamClient> self(this);
    if (m_isClosed)
        co_return failure(closed());
    if (m_session.transport)
        co_return Result<>();
    // One greeting for all who wait for it, and whoever began it may leave before its end.
    if (!m_isConnecting)
        QCoro::connect(connectNow(), this, [](const auto &) {});
    if (m_session.transport)
        co_return Result<>();
    if (!m_isConnecting)
        co_return failure(m_problem);
    const WaitPointer wait(new net::Wait(connectTime, cancellation));
    m_waiting.append(wait.get());
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (!self || m_isClosed)
        co_return failure(closed());
    if (cancellation.isCancelled())
        co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
    if (!m_session.transport)
        co_return failure(m_problem);
    co_return Result<>();
}

QCoro::Task<Result<>> UpstreamClient::connectNow()
{
    const QPointer<UpstreamClient> self(this);
    m_isConnecting = true;
    const qint64 started = m_clock.monotonicMs();
    UpstreamHandshake handshake(m_http, m_target, m_closing.token());
    const auto session = co_await handshake.run();
    if (!self || m_isClosed)
        co_return failure(closed());
    m_isConnecting = false;
    UpstreamStanding standing = m_standing;
    if (session) {
        m_session = *session;
        ++m_life;
        m_notices.follow(m_session.transport);
        standing = {.isConnected = true,
                    .revision = mcp::revisionName(m_session.revision),
                    .server = m_session.server,
                    .latencyMs = m_clock.monotonicMs() - started};
        qCInfo(lcGateway).noquote() << m_target.name << "speaks MCP" << standing.revision;
    } else {
        m_problem = session.error();
        standing.isConnected = false;
        standing.lastError = m_problem.message;
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant();
    }
    setStanding(standing);
    if (!session)
        Q_EMIT connectFailed(session.error());
    if (!session)
        co_return failure(session.error());
    m_notices.announceTools();
    co_return Result<>();
}

void UpstreamClient::lose(int life)
{
    if (life != m_life || !m_session.transport)
        return;
    m_session.transport.reset();
    m_notices.follow(nullptr);
    UpstreamStanding standing = m_standing;
    standing.isConnected = false;
    setStanding(standing);
    if (m_untilLoss)
        m_untilLoss->grant();
}

Outgoing UpstreamClient::outgoingFor(const UpstreamRequest &request, qint64 id) const
{
    QJsonObject params = request.params;
    if (request.reportProgress)
        params["_meta"_L1] = QJsonObject{{u"progressToken"_s, id}};
    Outgoing outgoing{.id = mcp::RequestId(id),
                      .headers = request.headers,
                      .time = request.time,
                      .cancellation = request.cancellation,
                      .maxBytes = request.maxBytes};
    if (!mcp::hasSessions(m_session.revision)) {
        params = withMeta(params, m_session.revision);
        outgoing.headers += mirroredHeaders(request.method, params, m_session.revision);
    }
    outgoing.body = mcp::requestMessage(*outgoing.id, request.method, params);
    return outgoing;
}

QCoro::Task<Result<UpstreamReply>> UpstreamClient::attempt(UpstreamRequest request)
{
    const QPointer<UpstreamClient> self(this);
    const qint64 id = ++m_lastId;
    const int life = m_life;
    const qint64 started = m_clock.monotonicMs();
    const auto transport = m_session.transport;
    m_notices.expectProgress(id, request.reportProgress);
    Outgoing outgoing = outgoingFor(request, id);
    const auto reply = co_await transport->send(std::move(outgoing));
    if (!self || m_isClosed)
        co_return failure(closed());
    m_notices.forget(id);
    noteOutcome(reply, started);
    const bool isGivenUp = !reply
        && (reply.error().code == ErrorCode::Cancelled || reply.error().code == ErrorCode::Timeout);
    // Since 2026-07-28 hanging up says it.
    if (isGivenUp && life == m_life && mcp::hasSessions(m_session.revision))
        m_notices.tellCancelled(id);
    if (isOutdated(reply) || (!reply && isLoss(reply.error().code)))
        lose(life);
    co_return reply;
}

bool UpstreamClient::isOutdated(const Result<UpstreamReply> &reply) const
{
    // It was replaced by a server of another age.
    return reply && reply->status >= 400 && !reply->fault;
}

void UpstreamClient::noteOutcome(const Result<UpstreamReply> &reply, qint64 startedMs)
{
    UpstreamStanding standing = m_standing;
    if (reply) {
        standing.latencyMs = m_clock.monotonicMs() - startedMs;
        standing.lastError.clear();
    } else if (reply.error().code != ErrorCode::Cancelled
               && reply.error().code != ErrorCode::NotFound) {
        standing.lastError = reply.error().message;
    }
    setStanding(standing);
}

QCoro::Task<Result<QJsonObject>> UpstreamClient::request(UpstreamRequest request)
{
    const QPointer<UpstreamClient> self(this);
    for (int tried = 0;; ++tried) {
        const auto connected = co_await ready(request.cancellation);
        if (!connected)
            co_return failure(connected.error());
        const auto reply = co_await attempt(request);
        if (!self)
            co_return failure(closed());
        const bool isOver =
            isOutdated(reply) || (!reply && reply.error().code == ErrorCode::NotFound);
        // Neither was carried out, so that a write may be sent again as well.
        if (isOver && tried == 0)
            continue;
        if (!reply)
            co_return failure(reply.error());
        if (reply->fault || reply->status >= 400)
            co_return failure(faultOf(m_target.name, *reply));
        co_return reply->result;
    }
}

QCoro::Task<Result<QJsonArray>> UpstreamClient::listTools(CancellationToken cancellation)
{
    const QPointer<UpstreamClient> self(this);
    QJsonArray tools;
    QString cursor;
    for (int page = 0; page < mostPages && tools.size() <= mostDefinitions; ++page) {
        UpstreamRequest wish{.method = u"tools/list"_s,
                             .time = listTime,
                             .maxBytes = listBytes,
                             .cancellation = cancellation};
        if (!cursor.isEmpty())
            wish.params = {{u"cursor"_s, cursor}};
        const auto result = co_await request(std::move(wish));
        if (!self)
            co_return failure(closed());
        if (!result)
            co_return failure(result.error());
        const QJsonArray some = result->value("tools"_L1).toArray();
        for (const auto &tool : some)
            tools.append(tool);
        const QString next = result->value("nextCursor"_L1).toString();
        if (next.isEmpty())
            co_return tools;
        if (next == cursor)
            break;
        cursor = next;
    }
    co_return failure(ErrorCode::InvalidData,
                      u"%1 lists its tools without an end, so Fairlead offers none of them."_s.arg(
                          m_target.name));
}

void UpstreamClient::keepConnected()
{
    QCoro::connect(stayConnected(), this, [] {});
}

QCoro::Task<void> UpstreamClient::stayConnected()
{
    const QPointer<UpstreamClient> self(this);
    std::chrono::milliseconds wait = firstPause;
    for (;;) {
        const auto connected = co_await ready({});
        if (!self || m_isClosed)
            co_return;
        const qint64 since = m_clock.monotonicMs();
        if (connected)
            co_await listen();
        if (!self || m_isClosed)
            co_return;
        const bool wasWell =
            connected && std::chrono::milliseconds(m_clock.monotonicMs() - since) > healthyTime;
        // A token that is refused is so the next minute, too; a new one makes a new client.
        const bool isHopeless = !connected && connected.error().code == ErrorCode::Unauthorized;
        const auto longer = isHopeless ? longestPause : std::min(2 * wait, longestPause);
        wait = wasWell ? firstPause : longer;
        co_await pause(wait);
        if (!self || m_isClosed)
            co_return;
    }
}

QCoro::Task<void> UpstreamClient::pause(std::chrono::milliseconds time)
{
    const QPointer<UpstreamClient> self(this);
    const int share = QRandomGenerator::global()->bounded(70, 131);
    const auto jittered = time * share / 100;
    if (!m_session.transport) {
        UpstreamStanding standing = m_standing;
        standing.nextTry = m_clock.now().addMSecs(jittered.count());
        setStanding(standing);
    }
    const WaitPointer wait(new net::Wait(jittered, m_closing.token()));
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (!self || m_isClosed)
        co_return;
    UpstreamStanding standing = m_standing;
    standing.nextTry = {};
    setStanding(standing);
}

QCoro::Task<void> UpstreamClient::listen()
{
    const QPointer<UpstreamClient> self(this);
    const auto transport = m_session.transport;
    const int life = m_life;
    const bool isStateless = !mcp::hasSessions(m_session.revision);
    Outgoing outgoing{.cancellation = m_closing.token()};
    if (isStateless) {
        UpstreamRequest wish{.method = u"subscriptions/listen"_s};
        wish.params = {{u"notifications"_s, QJsonObject{{u"toolsListChanged"_s, true}}}};
        outgoing = outgoingFor(wish, ++m_lastId);
        outgoing.cancellation = m_closing.token();
    }
    const bool hasChanges = m_session.capabilities["tools"_L1]["listChanged"_L1].toBool()
        || m_session.revision == mcp::Revision::V20241105;
    if (hasChanges) {
        const auto heard = co_await transport->listen(std::move(outgoing));
        if (!self || m_isClosed)
            co_return;
        if (!heard && isEnd(heard.error().code))
            lose(life);
        if (heard || heard.error().code != ErrorCode::NotFound)
            co_return;
    }
    if (life != m_life || !m_session.transport)
        co_return;
    // It says nothing of its own accord: there is nothing to do before a call fails.
    const WaitPointer wait(new net::Wait(forever, m_closing.token()));
    m_untilLoss = wait.get();
    co_await qCoro(wait.get(), &net::Wait::finished);
}

} // namespace fairlead::gateway
