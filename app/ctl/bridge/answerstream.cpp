// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/answerstream.h"

#include "app/ctl/bridge/bridgekey.h"
#include "app/ctl/bridge/gate.h"
#include "app/ctl/bridge/rpcline.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

// A person may be asked in the middle of a call; the client and the server have shorter times.
constexpr auto answerTime = std::chrono::hours(1);
constexpr auto noticeTime = std::chrono::seconds(30);
// Fairlead sends a comment every fifteen seconds.
constexpr auto longestSilence = std::chrono::minutes(2);
constexpr qsizetype longestMessage = 16LL * 1024 * 1024;
constexpr int comeBackTries = 5;
constexpr std::chrono::milliseconds defaultRetryTime{500};
constexpr std::chrono::milliseconds longestRetryTime{30'000};

bool isEventStream(const net::Response &head)
{
    return head.header("Content-Type").startsWith("text/event-stream");
}

} // namespace

AnswerStream::AnswerStream(McpLink &link, net::StreamedResponsePointer response, Use use)
    : m_link(link)
    , m_response(std::move(response))
    , m_use(use)
{}

AnswerStream::~AnswerStream() = default;

void AnswerStream::abort()
{
    m_isAborted = true;
    m_response->abort();
}

QCoro::Task<Incoming> AnswerStream::next()
{
    if (m_isAborted)
        co_return Incoming{.kind = Incoming::Kind::GivenUp};
    switch (m_state) {
    case State::New:
        co_return co_await readHead();
    case State::Events:
        co_return co_await readEvent();
    case State::Done:
        break;
    }
    co_return Incoming{.kind = Incoming::Kind::End};
}

QCoro::Task<Incoming> AnswerStream::readHead()
{
    const QPointer<AnswerStream> self(this);
    const std::chrono::milliseconds time = m_use == Use::Answer ? answerTime : noticeTime;
    const auto head = co_await m_response->head(time);
    if (!self)
        co_return Incoming{.kind = Incoming::Kind::GivenUp};
    m_state = State::Done;
    if (!head)
        co_return outcome(head.error());
    if (const QByteArray id = head->header("Mcp-Session-Id"); !id.isEmpty())
        m_sessionId = id;
    if (head->status == 200 && isEventStream(*head)) {
        m_state = State::Events;
        co_return co_await readEvent();
    }
    const int status = head->status;
    if (status != 202 && status != 204)
        co_return co_await readBody(status);
    // To its end, so that the connection can be used again.
    (void)co_await m_response->read(noticeTime);
    co_return Incoming{.kind = Incoming::Kind::End, .status = status};
}

QCoro::Task<Incoming> AnswerStream::readBody(int status)
{
    const QPointer<AnswerStream> self(this);
    QByteArray body;
    for (;;) {
        const auto piece = co_await m_response->read(longestSilence);
        if (!self)
            co_return Incoming{.kind = Incoming::Kind::GivenUp};
        if (!piece)
            co_return outcome(piece.error());
        if (piece->isEmpty())
            break;
        body += *piece;
        if (body.size() > longestMessage)
            co_return Incoming{.kind = Incoming::Kind::Broken};
    }
    const QJsonDocument json = QJsonDocument::fromJson(body);
    // A body that was cut short is no answer.
    if (status == 200 && json.isNull())
        co_return Incoming{.kind = Incoming::Kind::Broken};
    const QJsonValue id = json.object()["id"_L1];
    if (status == 200 || (!id.isUndefined() && !id.isNull()))
        co_return Incoming{
            .kind = Incoming::Kind::Message, .message = onOneLine(body), .status = status};
    co_return refusal(status, body);
}

QCoro::Task<Incoming> AnswerStream::readEvent()
{
    const QPointer<AnswerStream> self(this);
    for (;;) {
        if (const QByteArray message = takeMessage(); !message.isEmpty())
            co_return Incoming{.kind = Incoming::Kind::Message, .message = message, .status = 200};
        const bool isThere = co_await readMore();
        if (!self || m_isAborted)
            co_return Incoming{.kind = Incoming::Kind::GivenUp};
        if (!isThere) {
            m_state = State::Done;
            co_return Incoming{.kind = Incoming::Kind::Broken, .status = 200};
        }
    }
}

QByteArray AnswerStream::takeMessage()
{
    while (!m_events.isEmpty()) {
        const net::StreamEvent event = m_events.takeFirst();
        if (!event.id.isEmpty())
            m_lastEventId = event.id;
        if (!event.data.isEmpty() && event.name == "message") {
            m_fruitless = 0;
            return onOneLine(event.data);
        }
    }
    return {};
}

QCoro::Task<bool> AnswerStream::readMore()
{
    const QPointer<AnswerStream> self(this);
    const auto piece = co_await m_response->read(longestSilence);
    if (!self || m_isAborted)
        co_return false;
    if (piece && !piece->isEmpty()) {
        m_events = m_parser.feed(*piece);
        if (m_parser.pendingBytes() <= longestMessage)
            co_return true;
    }
    if (m_use != Use::Answer || m_lastEventId.isEmpty() || !m_link.session())
        co_return false;
    // Where Fairlead has nothing stored any more, it takes us in and lets us go, again and again.
    if (++m_fruitless > comeBackTries)
        co_return false;
    co_return co_await comeBack();
}

QCoro::Task<bool> AnswerStream::comeBack()
{
    const QPointer<AnswerStream> self(this);
    const auto pause = std::min(m_parser.retryTime().value_or(defaultRetryTime), longestRetryTime);
    for (int tried = 0; tried < comeBackTries; ++tried) {
        co_await Gate::pause(pause);
        if (!self || m_isAborted || !m_link.isStillThere())
            co_return false;
        m_parser = {};
        m_response = m_link.listen(m_lastEventId);
        const auto head = co_await m_response->head(longestSilence);
        if (!self || m_isAborted)
            co_return false;
        if (head && head->status == 200 && isEventStream(*head))
            co_return true;
        if (head && head->status != 429)
            co_return false;
    }
    co_return false;
}

Incoming AnswerStream::outcome(const Error &error) const
{
    if (m_isAborted)
        return {.kind = Incoming::Kind::GivenUp};
    if (error.code == ErrorCode::InvalidInput)
        return {.kind = Incoming::Kind::Refused, .error = error};
    return {.kind = error.code == ErrorCode::Network ? Incoming::Kind::NotStarted
                                                     : Incoming::Kind::Broken};
}

Incoming AnswerStream::refusal(int status, const QByteArray &body) const
{
    if (status == 404 && m_link.session())
        return {.kind = Incoming::Kind::SessionLost, .status = status};
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QString message = object["error"_L1]["message"_L1].toString();
    if (message.isEmpty())
        message = object["detail"_L1].toString();
    if (message.isEmpty())
        message = u"Fairlead answered %1 without saying why."_s.arg(status);
    if (status == 401)
        message += u' ' + keyPlace();
    const ErrorCode code = status == 401 ? ErrorCode::Unauthorized : ErrorCode::InvalidInput;
    return {.kind = Incoming::Kind::Refused,
            .error = {.code = code, .message = message},
            .status = status};
}

} // namespace fairlead::ctl
