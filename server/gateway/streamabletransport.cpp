// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/streamabletransport.h"

#include "server/gateway/authorizedrequest.h"
#include "server/net/wait.h"

#include <QCoroSignal>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

constexpr int resumeTries = 5;
constexpr std::chrono::milliseconds defaultRetryTime{500};
constexpr std::chrono::milliseconds longestRetryTime{30'000};

Error gone()
{
    return {.code = ErrorCode::Cancelled, .message = u"The connection was removed."_s};
}

bool isHardRefusal(int status)
{
    constexpr std::array hard{401, 403, 429};
    return status < 400 || std::ranges::find(hard, status) != hard.end();
}

/** Whether there is nothing to come back for. */
bool isOver(ErrorCode code)
{
    return code == ErrorCode::Cancelled || code == ErrorCode::Timeout;
}

bool mentionsSession(const std::optional<UpstreamFault> &fault)
{
    return fault && fault->message.contains("session"_L1, Qt::CaseInsensitive);
}

QCoro::Task<void> pauseFor(std::chrono::milliseconds time, CancellationToken cancellation)
{
    const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(time, cancellation));
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
}

} // namespace

StreamableTransport::StreamableTransport(net::StreamingClient &http, UpstreamTarget target)
    : m_http(http)
    , m_target(std::move(target))
{}

void StreamableTransport::setSession(mcp::Revision revision, const QByteArray &sessionId)
{
    m_revision = revision;
    m_sessionId = sessionId;
}

net::Request StreamableTransport::prepared(const QByteArray &method, const Outgoing &outgoing) const
{
    net::Request request;
    request.method = method;
    request.url = m_target.url;
    request.headers = outgoing.headers;
    request.body = outgoing.body;
    if (!request.body.isEmpty())
        request.headers.append({"Content-Type"_ba, "application/json"_ba});
    const bool asks = method == "GET";
    request.headers.append(
        {"Accept"_ba, asks ? "text/event-stream"_ba : "application/json, text/event-stream"_ba});
    if (m_revision)
        request.headers.append(
            {"MCP-Protocol-Version"_ba, mcp::revisionName(*m_revision).toLatin1()});
    if (hasSession())
        request.headers.append({"Mcp-Session-Id"_ba, m_sessionId});
    return request;
}

QCoro::Task<Result<UpstreamReply>> StreamableTransport::send(Outgoing outgoing)
{
    const QPointer<StreamableTransport> self(this);
    const QDeadlineTimer deadline(outgoing.time);
    const bool hadSession = hasSession();
    const AnswerReader::Limits limits{.deadline = deadline, .bytes = outgoing.maxBytes};
    auto answer = co_await sendAuthorized(
        m_http, m_target, prepared("POST"_ba, outgoing), limits, outgoing.cancellation);
    if (!self)
        co_return failure(gone());
    if (!answer)
        co_return failure(answer.error());
    const net::Response head = answer->head;
    if (head.status == 200 && isEventStream(head) && outgoing.id) {
        auto reply = co_await readStream(std::move(answer->reader), outgoing, deadline);
        if (reply)
            reply->sessionId = head.header("Mcp-Session-Id");
        co_return reply;
    }
    const auto response = co_await answer->reader->whole(head);
    if (!self)
        co_return failure(gone());
    if (!response)
        co_return failure(response.error());
    co_return replyFrom(*response, outgoing, hadSession);
}

Result<UpstreamReply> StreamableTransport::replyFrom(const net::Response &response,
                                                     const Outgoing &outgoing,
                                                     bool hadSession)
{
    if (response.status >= 200 && response.status < 300)
        return readBody(response, outgoing);
    if (isHardRefusal(response.status))
        return failure(refusalOf(m_target, response));
    UpstreamReply reply{.status = response.status, .fault = faultIn(response.body)};
    const bool isLost =
        response.status == 404 || (response.status == 400 && mentionsSession(reply.fault));
    if (hadSession && isLost)
        return failure(ErrorCode::NotFound, u"%1 has ended the session."_s.arg(m_target.name));
    // From a fault a person learns more than from the number.
    if (!reply.fault && (response.status >= 500 || !outgoing.id))
        return failure(refusalOf(m_target, response));
    return reply;
}

Result<UpstreamReply> StreamableTransport::readBody(const net::Response &response,
                                                    const Outgoing &outgoing)
{
    if (!outgoing.id)
        return UpstreamReply{.status = response.status};
    const auto answered = answerIn(response.body, outgoing);
    if (!answered)
        return failure(answered.error());
    if (!*answered)
        return failure(ErrorCode::InvalidData,
                       u"%1 answered something else than what it was asked."_s.arg(m_target.name));
    UpstreamReply reply = **answered;
    reply.status = response.status;
    reply.sessionId = response.header("Mcp-Session-Id");
    return reply;
}

Result<std::optional<UpstreamReply>> StreamableTransport::answerIn(const QByteArray &json,
                                                                   const Outgoing &outgoing)
{
    const auto messages = upstreamMessages(json);
    if (!messages)
        return failure(
            ErrorCode::InvalidData,
            u"%1 did not answer in MCP's form: %2"_s.arg(m_target.name, messages.error().message));
    return takeAnswer(*messages, json, outgoing);
}

QCoro::Task<Result<UpstreamReply>> StreamableTransport::readStream(Reader reader,
                                                                   Outgoing outgoing,
                                                                   QDeadlineTimer deadline)
{
    const QPointer<StreamableTransport> self(this);
    for (int broken = 0;;) {
        const auto event = co_await reader->event();
        if (!self)
            co_return failure(gone());
        if (event && *event) {
            const auto reply = answerIn((*event)->data, outgoing);
            if (!reply)
                co_return failure(reply.error());
            if (*reply)
                co_return **reply;
            continue;
        }
        if (!event && (reader->isOverLimit() || isOver(event.error().code)))
            co_return failure(event.error());
        const auto pause = reader->retryTime().value_or(defaultRetryTime);
        const Break lost{reader->lastEventId(), std::min(pause, longestRetryTime), ++broken};
        reader = nullptr;
        reader = co_await resumed(lost, outgoing, deadline);
        if (!self)
            co_return failure(gone());
        if (!reader)
            co_return failure(ErrorCode::InvalidData,
                              u"%1 broke the connection before its answer was whole. Whether it "
                              "has done what was asked is not known."_s.arg(m_target.name));
    }
}

QCoro::Task<StreamableTransport::Reader> StreamableTransport::resumed(Break lost,
                                                                      Outgoing outgoing,
                                                                      QDeadlineTimer deadline)
{
    const QPointer<StreamableTransport> self(this);
    if (lost.count > resumeTries || lost.lastEventId.isEmpty() || !m_revision)
        co_return Reader();
    co_await pauseFor(lost.pause, outgoing.cancellation);
    if (!self)
        co_return Reader();
    Outgoing question{.headers = {{"Last-Event-ID"_ba, lost.lastEventId}},
                      .cancellation = outgoing.cancellation};
    const AnswerReader::Limits limits{.deadline = deadline, .bytes = outgoing.maxBytes};
    auto answer = co_await sendAuthorized(
        m_http, m_target, prepared("GET"_ba, question), limits, outgoing.cancellation);
    if (!self || !answer || answer->head.status != 200 || !isEventStream(answer->head))
        co_return Reader();
    co_return std::move(answer->reader);
}

Error StreamableTransport::silence(const net::Response &head, bool hadSession) const
{
    if (isHardRefusal(head.status) || head.status >= 500)
        return refusalOf(m_target, head);
    if (hadSession && (head.status == 404 || head.status == 400))
        return {.code = ErrorCode::Conflict,
                .message = u"%1 has ended the session."_s.arg(m_target.name)};
    return {.code = ErrorCode::NotFound,
            .message = u"%1 says nothing of its own accord."_s.arg(m_target.name)};
}

QCoro::Task<Result<>> StreamableTransport::listen(Outgoing outgoing)
{
    const QPointer<StreamableTransport> self(this);
    const QByteArray method = outgoing.body.isEmpty() ? "GET"_ba : "POST"_ba;
    const bool hadSession = hasSession();
    const AnswerReader::Limits limits{.deadline = QDeadlineTimer(QDeadlineTimer::Forever)};
    const auto answer = co_await sendAuthorized(
        m_http, m_target, prepared(method, outgoing), limits, outgoing.cancellation);
    if (!self)
        co_return failure(gone());
    Q_EMIT streamSettled();
    if (!answer)
        co_return failure(answer.error());
    if (answer->head.status != 200 || !isEventStream(answer->head))
        co_return failure(silence(answer->head, hadSession));
    for (;;) {
        const auto event = co_await answer->reader->event();
        if (!self)
            co_return failure(gone());
        if (!event)
            co_return failure(event.error());
        if (!*event)
            co_return Result<>();
        if (const auto heard = answerIn((*event)->data, outgoing); !heard)
            co_return failure(heard.error());
    }
}

} // namespace fairlead::gateway
