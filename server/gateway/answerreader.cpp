// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/answerreader.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

// A stream that nobody speaks on for so long may have lost its other end unnoticed.
constexpr std::chrono::milliseconds longestSilence{std::chrono::minutes(10)};
// What comes beside an answer may be so many times larger.
constexpr qsizetype mebibyte = 1024 * 1024;
constexpr int companyFactor = 4;

} // namespace

bool isEventStream(const net::Response &head)
{
    return head.header("Content-Type").toLower().startsWith("text/event-stream");
}

AnswerReader::AnswerReader(net::StreamedResponsePointer response,
                           QString name,
                           Limits limits,
                           const CancellationToken &cancellation)
    : m_response(std::move(response))
    , m_name(std::move(name))
    , m_limits(limits)
{
    net::StreamedResponse *const source = m_response.get();
    cancellation.onCancelled(source, [source] { source->abort(); });
}

std::chrono::milliseconds AnswerReader::timeLeft() const
{
    if (m_limits.deadline.isForever())
        return longestSilence;
    return std::chrono::milliseconds(m_limits.deadline.remainingTime());
}

Error AnswerReader::tooMuch()
{
    m_isOverLimit = true;
    return {.code = ErrorCode::InvalidData,
            .message =
                u"The answer of %1 is larger than the %2 MiB that Fairlead takes. Ask for less."_s
                    .arg(m_name)
                    .arg(m_limits.bytes / mebibyte)};
}

QCoro::Task<Result<net::Response>> AnswerReader::head()
{
    return m_response->head(timeLeft());
}

QCoro::Task<Result<QByteArray>> AnswerReader::piece()
{
    auto bytes = co_await m_response->read(timeLeft());
    if (!bytes)
        co_return failure(bytes.error());
    // A stream that stays open for days brings more than any answer.
    m_bytes = m_limits.deadline.isForever() ? 0 : m_bytes + bytes->size();
    if (m_bytes > companyFactor * m_limits.bytes)
        co_return failure(tooMuch());
    co_return bytes;
}

QCoro::Task<Result<net::Response>> AnswerReader::whole(net::Response head)
{
    for (;;) {
        const auto bytes = co_await piece();
        if (!bytes)
            co_return failure(bytes.error());
        if (bytes->isEmpty())
            co_return head;
        head.body += *bytes;
        if (head.body.size() > m_limits.bytes)
            co_return failure(tooMuch());
    }
}

QCoro::Task<Result<std::optional<net::StreamEvent>>> AnswerReader::event()
{
    for (;;) {
        while (!m_events.isEmpty()) {
            net::StreamEvent event = m_events.takeFirst();
            if (!event.id.isEmpty())
                m_lastEventId = event.id;
            // An event without data only says where to go on from.
            if (!event.data.isEmpty())
                co_return std::optional(std::move(event));
        }
        const auto bytes = co_await piece();
        if (!bytes)
            co_return failure(bytes.error());
        if (bytes->isEmpty())
            co_return std::optional<net::StreamEvent>();
        m_events = m_parser.feed(*bytes);
        if (m_parser.pendingBytes() > m_limits.bytes)
            co_return failure(tooMuch());
    }
}

} // namespace fairlead::gateway
