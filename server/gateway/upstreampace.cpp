// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreampace.h"

#include "server/net/wait.h"

#include <QCoroSignal>
#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

// Longer than that a model is better told.
constexpr qint64 longestQueueMs = 15'000;
constexpr qint64 firstPauseMs = 2'000;
constexpr qint64 longestPauseMs = 10 * 60'000LL;
constexpr int mostDoublings = 10;
constexpr qint64 spansKept = 20; // of the time of a limit, over a restart
constexpr qint64 longestToldS = 24 * 3600; // a day

QString durationText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(1, (ms + 999) / 1000);
    if (seconds == 1)
        return u"1 second"_s;
    if (seconds < 120)
        return u"%1 seconds"_s.arg(seconds);
    return u"%1 minutes"_s.arg((seconds + 59) / 60);
}

QString spanText(std::chrono::seconds span)
{
    if (span == std::chrono::hours(1))
        return u"an hour"_s;
    if (span == std::chrono::minutes(1))
        return u"a minute"_s;
    return u"in %1 seconds"_s.arg(span.count());
}

} // namespace

UpstreamPace::UpstreamPace(QString server, RequestLimit limit, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_limit(limit)
    , m_clock(clock)
{}

qint64 UpstreamPace::nextTurn(qint64 now) const
{
    const qint64 earliest = std::max(now, m_heldUntil);
    if (m_limit.calls <= 0 || m_turns.size() < m_limit.calls)
        return earliest;
    const qint64 leaves =
        m_turns[m_turns.size() - m_limit.calls] + std::chrono::milliseconds(m_limit.time).count();
    return std::max(earliest, leaves);
}

void UpstreamPace::take(qint64 at)
{
    if (m_limit.calls <= 0)
        return;
    const qint64 old = m_clock.monotonicMs() - std::chrono::milliseconds(m_limit.time).count();
    m_turns.erase(m_turns.begin(), std::ranges::upper_bound(m_turns, old));
    m_turns.insert(std::ranges::upper_bound(m_turns, at), at);
    const LimitStanding now = standing();
    const bool isNews = now.isLow() && !m_isWarned;
    m_isWarned = now.isLow();
    Q_EMIT changed();
    if (!isNews)
        return;
    qCWarning(lcGateway).noquote() << m_server << "takes" << m_limit.calls << "requests"
                                   << spanText(m_limit.time) << "and" << now.used << "are used";
    Q_EMIT low();
}

QCoro::Task<Result<>> UpstreamPace::turn(CancellationToken cancellation)
{
    const QPointer<UpstreamPace> self(this);
    for (;;) {
        const qint64 now = m_clock.monotonicMs();
        const qint64 at = nextTurn(now);
        if (at - now > longestQueueMs)
            co_return failure(tooMany(at - now));
        take(at);
        if (at <= now)
            co_return Result<>();
        const std::chrono::milliseconds time(at - now);
        Q_EMIT waiting(time);
        const net::WaitPointer wait(new net::Wait(time, cancellation));
        if (wait->outcome() == net::Wait::Outcome::Pending)
            co_await qCoro(wait.get(), &net::Wait::finished);
        if (!self)
            co_return failure(ErrorCode::Cancelled, u"The connection was removed."_s);
        // The upstream may have asked for a pause meanwhile.
        const bool isVoid = m_heldUntil > at;
        if (isVoid || cancellation.isCancelled())
            m_turns.removeOne(at);
        if (cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
        if (!isVoid)
            co_return Result<>();
    }
}

void UpstreamPace::note(const Result<UpstreamReply> &reply)
{
    if (!reply && reply.error().code == ErrorCode::RateLimited)
        holdBack(reply.error().retryAfter);
    if (!reply)
        return;
    // Notion's way to say 429: a result of the tool.
    const QJsonValue problem = reply->result["structuredContent"_L1]["error"_L1];
    if (problem["code"_L1] == "rate_limited"_L1)
        holdBack(std::chrono::seconds(
            std::clamp<qint64>(problem["retry_after_seconds"_L1].toInteger(), 0, longestToldS)));
    else
        noteAnswer();
}

void UpstreamPace::holdBack(std::chrono::seconds asked)
{
    const qint64 askedMs = std::chrono::milliseconds(asked).count();
    const qint64 own = firstPauseMs << std::min(m_refusals, mostDoublings);
    ++m_refusals;
    const qint64 pause = askedMs > 0 ? askedMs : std::min(own, longestPauseMs);
    m_heldUntil = std::max(m_heldUntil, m_clock.monotonicMs() + pause);
    Q_EMIT changed();
}

PaceRecord UpstreamPace::record() const
{
    const qint64 now = m_clock.monotonicMs();
    const QDateTime wall = m_clock.now();
    const qint64 window = std::chrono::milliseconds(m_limit.time).count();
    const qint64 grain = std::max<qint64>(1, window / spansKept);
    PaceRecord record;
    qint64 grainOfLast = -1;
    for (const qint64 at : m_turns) {
        if (at <= now - window)
            continue;
        const QDateTime until = wall.addMSecs(std::min<qint64>(0, at - now));
        if (at / grain != grainOfLast)
            record.spans.append({until, 0});
        grainOfLast = at / grain;
        record.spans.last().until = until;
        ++record.spans.last().requests;
    }
    if (m_heldUntil > now)
        record.heldUntil = wall.addMSecs(m_heldUntil - now);
    return record;
}

void UpstreamPace::restore(const PaceRecord &record)
{
    const qint64 now = m_clock.monotonicMs();
    const QDateTime wall = m_clock.now();
    const qint64 window = std::chrono::milliseconds(m_limit.time).count();
    for (const PaceRecord::Span &span : record.spans) {
        // A clock that was set back must not make a request one of the future.
        const qint64 at = now - std::max<qint64>(0, span.until.msecsTo(wall));
        const qsizetype room = m_limit.calls - m_turns.size();
        const qsizetype requests = std::clamp<qsizetype>(span.requests, 0, std::max(room, {}));
        if (at > now - window)
            m_turns.append(QList<qint64>(requests, at));
    }
    std::ranges::sort(m_turns);
    if (record.heldUntil.isValid()) {
        const qint64 held = wall.msecsTo(record.heldUntil);
        m_heldUntil = now + std::clamp<qint64>(held, 0, longestToldS * 1000);
    }
    m_isWarned = standing().isLow(); // the person has been told
}

LimitStanding UpstreamPace::standing() const
{
    const qint64 now = m_clock.monotonicMs();
    const qint64 old = now - std::chrono::milliseconds(m_limit.time).count();
    const auto first = std::ranges::upper_bound(m_turns, old);
    return {.limit = m_limit,
            .used = static_cast<int>(std::min<qint64>(m_turns.end() - first, m_limit.calls)),
            .heldBackMs = std::max<qint64>(0, m_heldUntil - now)};
}

Error UpstreamPace::tooMany(qint64 waitMs) const
{
    const QString when = durationText(waitMs);
    const QString why = m_heldUntil > m_clock.monotonicMs()
        ? u"%1 has had too many requests (429) and wants none for now"_s.arg(m_server)
        : u"%1 takes %2 requests %3, and they are used up"_s.arg(m_server)
              .arg(m_limit.calls)
              .arg(spanText(m_limit.time));
    return {.code = ErrorCode::RateLimited,
            .message = u"%1, so nothing was done. Try again in %2."_s.arg(why, when),
            .retryAfter = std::chrono::seconds((waitMs + 999) / 1000)};
}

} // namespace fairlead::gateway
