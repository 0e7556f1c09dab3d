// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamclient.h"

#include "server/base/tracecontext.h"
#include "server/gateway/toolpages.h"

#include <QCoroSignal>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

constexpr std::chrono::milliseconds connectTime{90'000};
constexpr int mostRounds = 10;
constexpr int mostTooMany = 3;

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

bool isTooMany(const Result<UpstreamReply> &reply)
{
    return !reply && reply.error().code == ErrorCode::RateLimited;
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
    , m_notices(m_target.name)
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
    endWaits();
    settleStream();
}

/** Those for a greeting that has come to its end, or never will. */
void UpstreamClient::endWaits()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant();
    }
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
    const net::WaitPointer wait(new net::Wait(connectTime, cancellation));
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
    endWaits();
    setStanding(standing);
    if (!session) {
        Q_EMIT connectFailed(session.error());
        co_return failure(session.error());
    }
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
    QJsonObject meta;
    if (request.reportProgress)
        meta["progressToken"_L1] = id;
    if (const auto trace = request.cancellation.trace()) {
        for (const auto &[name, value] : trace->fields())
            meta[QLatin1StringView(name)] = QString::fromLatin1(value);
    }
    if (!meta.isEmpty())
        params["_meta"_L1] = meta;
    Outgoing outgoing{.id = mcp::RequestId(id),
                      .headers = request.headers,
                      .time = request.time,
                      .cancellation = request.cancellation,
                      .maxBytes = request.maxBytes};
    if (!mcp::hasSessions(m_session.revision)) {
        params = withMeta(params, m_session.revision, capabilitiesOf(request.client));
        outgoing.headers += mirroredHeaders(request.method, params, m_session.revision);
    }
    outgoing.body = mcp::requestMessage(*outgoing.id, request.method, params, request.arguments);
    return outgoing;
}

QCoro::Task<Result<UpstreamReply>> UpstreamClient::attempt(UpstreamRequest request)
{
    const QPointer<UpstreamClient> self(this);
    const qint64 id = ++m_lastId;
    const int life = m_life;
    const qint64 started = m_clock.monotonicMs();
    const auto transport = m_session.transport;
    m_notices.expect(id, request.reportProgress, request.client);
    Outgoing outgoing = outgoingFor(request, id);
    // Given up by its caller, or because the server is none of ours any more.
    QObject scope;
    const CancellationSource givenUp;
    const auto giveUp = [givenUp] { givenUp.cancel(); };
    request.cancellation.onCancelled(&scope, giveUp);
    m_closing.token().onCancelled(&scope, giveUp);
    outgoing.cancellation = givenUp.token();
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
    if (m_target.pace)
        m_target.pace->note(reply);
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
    const auto answer = co_await reply(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    co_return answer->result;
}

QCoro::Task<Result<UpstreamReply>> UpstreamClient::reply(UpstreamRequest request)
{
    const QPointer<UpstreamClient> self(this);
    for (int round = 0; round < mostRounds; ++round) {
        const auto answer = co_await exchange(request);
        if (!answer || !wantsInput(answer->result))
            co_return answer;
        if (!self)
            co_return failure(closed());
        const auto input = co_await inputFor(m_target.name, request.client, answer->result);
        if (!input)
            co_return failure(input.error());
        request.params.remove(u"inputResponses"_s);
        request.params.remove(u"requestState"_s);
        for (auto it = input->begin(); it != input->end(); ++it)
            request.params[it.key()] = it.value();
    }
    co_return failure(ErrorCode::InvalidData,
                      u"%1 asks again and again instead of answering."_s.arg(m_target.name));
}

/** Until there is a session, and room for one more request in what the upstream allows. */
QCoro::Task<Result<>> UpstreamClient::admitted(CancellationToken cancellation, bool mayBeAsked)
{
    const QPointer<UpstreamClient> self(this);
    do {
        const auto connected = co_await ready(cancellation);
        if (!connected)
            co_return failure(connected.error());
        if (mayBeAsked)
            co_await streamSettled(cancellation);
        if (!self || m_isClosed)
            co_return failure(closed());
        if (!m_target.pace && m_session.transport)
            co_return Result<>();
        if (!m_target.pace)
            continue;
        const auto turn = co_await m_target.pace->turn(cancellation);
        if (!turn)
            co_return failure(turn.error());
        if (!self || m_isClosed)
            co_return failure(closed());
    } while (!m_session.transport); // it was lost while we waited
    co_return Result<>();
}

QCoro::Task<Result<UpstreamReply>> UpstreamClient::exchange(UpstreamRequest request)
{
    const QPointer<UpstreamClient> self(this);
    for (int lost = 0, refused = 0;;) {
        const auto connected = co_await admitted(request.cancellation, request.client != nullptr);
        if (!connected)
            co_return failure(connected.error());
        const auto reply = co_await attempt(request);
        if (!self)
            co_return failure(closed());
        const bool isOver =
            isOutdated(reply) || (!reply && reply.error().code == ErrorCode::NotFound);
        // Neither was carried out, so that a write may be sent again as well; nor was one too many.
        if (isOver && lost++ == 0)
            continue;
        if (isTooMany(reply) && m_target.pace && ++refused < mostTooMany)
            continue;
        if (!reply)
            co_return failure(reply.error());
        if (reply->fault || reply->status >= 400)
            co_return failure(faultOf(m_target.name, *reply));
        co_return reply;
    }
}

QCoro::Task<Result<QJsonArray>> UpstreamClient::listTools(CancellationToken cancellation)
{
    return allToolPages(this, std::move(cancellation));
}

void UpstreamClient::keepConnected()
{
    QCoro::connect(stayConnected(), this, [] {});
}

} // namespace fairlead::gateway
