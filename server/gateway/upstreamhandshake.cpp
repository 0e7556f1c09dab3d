// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamhandshake.h"

#include "server/base/text.h"
#include "server/gateway/ssetransport.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

// Whoever lets go of it last may do so within one of its signals.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

// A server that does not know the method may keep silent instead of saying so.
constexpr std::chrono::milliseconds probeTime{10'000};
constexpr std::chrono::milliseconds greetingTime{30'000};
constexpr qsizetype longestServer = 120;

/** Whether an older way of speaking would meet the same. */
bool isFinal(ErrorCode code)
{
    constexpr std::array final{ErrorCode::Network,
                               ErrorCode::Tls,
                               ErrorCode::Unauthorized,
                               ErrorCode::Forbidden,
                               ErrorCode::RateLimited,
                               ErrorCode::Cancelled,
                               ErrorCode::InvalidInput,
                               ErrorCode::SecretsUnavailable};
    return std::ranges::find(final, code) != final.end();
}

QString describedServer(const QJsonValue &info)
{
    const QString text = info["name"_L1].toString() + u' ' + info["version"_L1].toString();
    return cleanedLine(text, longestServer).trimmed();
}

} // namespace

UpstreamHandshake::UpstreamHandshake(net::StreamingClient &http,
                                     UpstreamTarget target,
                                     CancellationToken cancellation)
    : m_http(http)
    , m_target(std::move(target))
    , m_cancellation(std::move(cancellation))
    , m_streamable(new StreamableTransport(http, m_target), DeleteLater())
{}

QCoro::Task<Result<UpstreamSession>> UpstreamHandshake::run()
{
    if (m_target.revision == mcp::Revision::V20241105) {
        const Error notThat{
            .code = ErrorCode::InvalidData,
            .message = u"%1 does not answer as a server of 2024-11-05."_s.arg(m_target.name)};
        co_return co_await beginOnEventStream(notThat);
    }
    if (m_target.revision && mcp::hasSessions(*m_target.revision))
        co_return co_await beginSession(*m_target.revision);
    const auto revision = co_await discover();
    if (!revision)
        co_return failure(revision.error());
    if (mcp::hasSessions(*revision))
        co_return co_await beginSession(*revision);
    const QJsonObject &result = m_discovered.result;
    co_return UpstreamSession{
        .transport = m_streamable,
        .revision = *revision,
        .capabilities = result["capabilities"_L1].toObject(),
        .server = describedServer(result["_meta"_L1]["io.modelcontextprotocol/serverInfo"_L1])};
}

QCoro::Task<Result<mcp::Revision>> UpstreamHandshake::discover()
{
    const QString method = u"server/discover"_s;
    const QJsonObject params = withMeta({}, mcp::newestRevision);
    const mcp::RequestId id(++m_lastId);
    Outgoing outgoing{.body = mcp::requestMessage(id, method, params),
                      .id = id,
                      .headers = mirroredHeaders(method, params, mcp::newestRevision),
                      .time = probeTime,
                      .cancellation = m_cancellation};
    const auto reply = co_await m_streamable->send(std::move(outgoing));
    if (!reply && isFinal(reply.error().code))
        co_return failure(reply.error());
    if (!reply)
        co_return mcp::newestSessionRevision;
    m_discovered = *reply;
    if (reply->result.contains("supportedVersions"_L1))
        co_return chosenFrom(reply->result["supportedVersions"_L1].toArray());
    if (!reply->isModernFault())
        co_return mcp::newestSessionRevision;
    if (reply->fault->code == static_cast<int>(mcp::RpcCode::UnsupportedRevision))
        co_return chosenFrom(reply->fault->data["supported"_L1].toArray());
    co_return failure(refused(*reply));
}

Result<mcp::Revision> UpstreamHandshake::chosenFrom(const QJsonArray &supported) const
{
    if (const auto common = commonRevision(supported))
        return *common;
    return failure(ErrorCode::InvalidData,
                   u"%1 speaks no revision of MCP that this Fairlead knows. Update Fairlead, or "
                   "ask whoever runs that server."_s.arg(m_target.name));
}

Error UpstreamHandshake::refused(const UpstreamReply &reply) const
{
    const QString said = reply.fault && !reply.fault->message.isEmpty()
        ? u": “%1”"_s.arg(reply.fault->message)
        : QString();
    return {.code = ErrorCode::InvalidData,
            .message = u"%1 does not greet Fairlead as an MCP server does (%2)%3. Check the "
                       "address."_s.arg(m_target.name)
                           .arg(reply.status)
                           .arg(said)};
}

QCoro::Task<Result<UpstreamReply>> UpstreamHandshake::initialize(
    std::shared_ptr<UpstreamTransport> transport, mcp::Revision revision)
{
    const mcp::RequestId id(++m_lastId);
    Outgoing outgoing{.body = mcp::requestMessage(id, u"initialize"_s, initializeParams(revision)),
                      .id = id,
                      .time = greetingTime,
                      .cancellation = m_cancellation};
    co_return co_await transport->send(std::move(outgoing));
}

QCoro::Task<Result<UpstreamSession>> UpstreamHandshake::beginSession(mcp::Revision revision)
{
    auto reply = co_await initialize(m_streamable, revision);
    if (!reply)
        co_return failure(reply.error());
    // A server may refuse a revision that it does not have instead of proposing another.
    const auto proposed =
        commonRevision(reply->fault.value_or(UpstreamFault()).data["supported"_L1].toArray());
    if (reply->fault && proposed && mcp::hasSessions(*proposed)) {
        reply = co_await initialize(m_streamable, *proposed);
        if (!reply)
            co_return failure(reply.error());
    }
    if (reply->status >= 400)
        co_return co_await beginOnEventStream(refused(*reply));
    if (reply->fault)
        co_return failure(refused(*reply));
    co_return co_await greeted(m_streamable, *reply);
}

QCoro::Task<Result<UpstreamSession>> UpstreamHandshake::beginOnEventStream(Error before)
{
    const std::shared_ptr<SseTransport> transport(new SseTransport(m_http, m_target),
                                                  DeleteLater());
    const auto opened = co_await transport->open(m_cancellation);
    // Then it is no server of 2024-11-05 either, and the first refusal says more.
    if (!opened && !isFinal(opened.error().code))
        co_return failure(before);
    if (!opened)
        co_return failure(opened.error());
    const auto reply = co_await initialize(transport, mcp::Revision::V20241105);
    if (!reply)
        co_return failure(reply.error());
    if (reply->fault)
        co_return failure(refused(*reply));
    co_return co_await greeted(transport, *reply);
}

QCoro::Task<Result<UpstreamSession>> UpstreamHandshake::greeted(
    std::shared_ptr<UpstreamTransport> transport, UpstreamReply reply)
{
    const auto revision = mcp::revisionFromName(reply.result["protocolVersion"_L1].toString());
    if (!revision || !mcp::hasSessions(*revision)) {
        co_return failure(ErrorCode::InvalidData,
                          u"%1 proposes a revision of MCP that this Fairlead does not know. Update "
                          "Fairlead."_s.arg(m_target.name));
    }
    if (!reply.sessionId.isEmpty() && !isSessionId(reply.sessionId)) {
        co_return failure(
            ErrorCode::InvalidData,
            u"%1 gave the session a name that MCP does not allow."_s.arg(m_target.name));
    }
    if (transport == m_streamable)
        m_streamable->setSession(*revision, reply.sessionId);
    Outgoing outgoing{.body = mcp::notificationMessage(u"notifications/initialized"_s, {}),
                      .cancellation = m_cancellation};
    const auto told = co_await transport->send(std::move(outgoing));
    if (!told)
        co_return failure(told.error());
    co_return UpstreamSession{.transport = transport,
                              .revision = *revision,
                              .capabilities = reply.result["capabilities"_L1].toObject(),
                              .server = describedServer(reply.result["serverInfo"_L1])};
}

} // namespace fairlead::gateway
