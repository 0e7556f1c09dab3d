// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/ssetransport.h"

#include "server/gateway/authorizedrequest.h"
#include "server/net/wait.h"

#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using net::WaitPointer;

constexpr std::chrono::milliseconds openTime{15'000};
constexpr std::chrono::milliseconds longWait{std::chrono::hours(24)}; // a timer counts to 24 days

Error gone()
{
    return {.code = ErrorCode::Cancelled, .message = u"The connection was removed."_s};
}

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    return origin;
}

} // namespace

SseTransport::SseTransport(net::StreamingClient &http, UpstreamTarget target)
    : m_http(http)
    , m_target(std::move(target))
{}

SseTransport::~SseTransport()
{
    m_close.cancel();
}

QCoro::Task<Result<>> SseTransport::open(CancellationToken cancellation)
{
    const QPointer<SseTransport> self(this);
    net::Request request;
    request.url = m_target.url;
    request.headers.append({"Accept"_ba, "text/event-stream"_ba});
    cancellation.onCancelled(this, [this] { m_close.cancel(); });
    const AnswerReader::Limits limits{.deadline = QDeadlineTimer(openTime)};
    auto answer =
        co_await sendAuthorized(m_http, m_target, std::move(request), limits, m_close.token());
    if (!self)
        co_return failure(gone());
    if (!answer)
        co_return failure(answer.error());
    if (answer->head.status != 200 || !isEventStream(answer->head))
        co_return failure(refusalOf(m_target, answer->head));
    auto first = std::move(answer->reader);
    const auto event = co_await first->event();
    if (!self)
        co_return failure(gone());
    if (!event)
        co_return failure(event.error());
    const auto taken = takeAddress(event->value_or(net::StreamEvent()));
    if (!taken)
        co_return failure(taken.error());
    first->keepOpen();
    m_stream = std::move(first);
    QCoro::connect(read(), this, [] {});
    co_return Result<>();
}

Result<> SseTransport::takeAddress(const net::StreamEvent &event)
{
    const QUrl address = m_target.url.resolved(QUrl(QString::fromUtf8(event.data)));
    if (event.name != "endpoint" || !address.isValid()) {
        return failure(
            ErrorCode::InvalidData,
            u"%1 does not say where its messages go, as an MCP server does."_s.arg(m_target.name));
    }
    // The token goes along with every message.
    if (originOf(address) != originOf(m_target.url)) {
        return failure(
            ErrorCode::InvalidData,
            u"%1 wants its messages sent to another host, which Fairlead does not do."_s.arg(
                m_target.name));
    }
    m_address = address;
    return {};
}

QCoro::Task<void> SseTransport::read()
{
    const QPointer<SseTransport> self(this);
    for (;;) {
        const auto event = co_await m_stream->event();
        if (!self)
            co_return;
        if (!event || !*event) {
            end({.code = ErrorCode::Network,
                 .message = u"%1 has closed the connection."_s.arg(m_target.name)});
            co_return;
        }
        const auto messages = upstreamMessages((*event)->data);
        if (!messages) {
            end({.code = ErrorCode::InvalidData,
                 .message = u"%1 did not speak in MCP's form: %2"_s.arg(m_target.name,
                                                                        messages.error().message)});
            co_return;
        }
        take(*messages, (*event)->data);
    }
}

void SseTransport::take(const QList<mcp::Message> &messages, const QByteArray &text)
{
    for (const mcp::Message &message : messages) {
        const auto *response = std::get_if<mcp::ResponseMessage>(&message);
        if (response == nullptr) {
            Q_EMIT messageReceived(message, -1);
            continue;
        }
        // An answer that nobody waits for is dropped; so is a second one.
        const auto waiting = m_waiting.find(response->id.toJson().toInteger(-1));
        if (waiting == m_waiting.end() || waiting->second.reply)
            continue;
        waiting->second.reply = UpstreamReply{.result = response->result};
        if (messages.size() == 1)
            waiting->second.reply->text = text;
        if (response->error)
            waiting->second.reply->fault = faultFrom(*response->error);
        if (waiting->second.wait)
            waiting->second.wait->grant();
    }
}

void SseTransport::end(const Error &error)
{
    m_end = error;
    for (auto &[id, waiting] : m_waiting) {
        if (waiting.wait)
            waiting.wait->grant();
    }
    if (m_listening)
        m_listening->grant();
}

QCoro::Task<Result<>> SseTransport::post(Outgoing outgoing)
{
    const QPointer<SseTransport> self(this);
    net::Request request;
    request.method = "POST"_ba;
    request.url = m_address;
    request.body = outgoing.body;
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    const AnswerReader::Limits limits{.deadline = QDeadlineTimer(outgoing.time)};
    const auto answer = co_await sendAuthorized(
        m_http, m_target, std::move(request), limits, outgoing.cancellation);
    if (!self)
        co_return failure(gone());
    if (!answer)
        co_return failure(answer.error());
    const auto response = co_await answer->reader->whole(answer->head);
    if (!self)
        co_return failure(gone());
    if (!response)
        co_return failure(response.error());
    if (response->status >= 200 && response->status < 300)
        co_return Result<>();
    if (response->status == 404)
        co_return failure(ErrorCode::NotFound, u"%1 has ended the session."_s.arg(m_target.name));
    co_return failure(refusalOf(m_target, *response));
}

QCoro::Task<Result<UpstreamReply>> SseTransport::send(Outgoing outgoing)
{
    const QPointer<SseTransport> self(this);
    if (m_end)
        co_return failure(ErrorCode::NotFound, m_end->message);
    const QDeadlineTimer deadline(outgoing.time);
    const qint64 id = outgoing.id ? outgoing.id->toJson().toInteger(-1) : -1;
    // Before it is sent: the answer may overtake the word that it was taken.
    if (outgoing.id)
        m_waiting[id] = {};
    const auto cancellation = outgoing.cancellation;
    const auto posted = co_await post(std::move(outgoing));
    if (!self)
        co_return failure(gone());
    if (!posted)
        m_waiting.erase(id);
    if (!posted)
        co_return failure(posted.error());
    if (id < 0)
        co_return UpstreamReply{.status = 202};
    if (!m_waiting[id].reply && !m_end) {
        const WaitPointer wait(
            new net::Wait(std::chrono::milliseconds(deadline.remainingTime()), cancellation));
        m_waiting[id].wait = wait.get();
        if (wait->outcome() == net::Wait::Outcome::Pending)
            co_await qCoro(wait.get(), &net::Wait::finished);
        if (!self)
            co_return failure(gone());
    }
    const auto reply = m_waiting[id].reply;
    m_waiting.erase(id);
    if (reply)
        co_return *reply;
    if (cancellation.isCancelled())
        co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
    if (m_end)
        co_return failure(
            ErrorCode::InvalidData,
            u"%1 Whether it has done what was asked is not known."_s.arg(m_end->message));
    co_return failure(ErrorCode::Timeout, u"%1 did not answer in time."_s.arg(m_target.name));
}

QCoro::Task<Result<>> SseTransport::listen(Outgoing outgoing)
{
    const QPointer<SseTransport> self(this);
    if (!m_end) {
        const WaitPointer wait(new net::Wait(longWait, outgoing.cancellation));
        m_listening = wait.get();
        if (wait->outcome() == net::Wait::Outcome::Pending)
            co_await qCoro(wait.get(), &net::Wait::finished);
    }
    if (!self || !m_end)
        co_return failure(gone());
    co_return failure(*m_end);
}

} // namespace fairlead::gateway
