// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of UpstreamClient that stays connected, and hears what a server says by itself.
#include "server/gateway/upstreamclient.h"

#include <QCoroSignal>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr std::chrono::milliseconds firstPause{1'000};
constexpr std::chrono::milliseconds longestPause{5 * 60'000};
constexpr std::chrono::milliseconds healthyTime{30'000};
constexpr std::chrono::milliseconds streamTime{2'000}; // some send no head before the first event
constexpr std::chrono::milliseconds longWait{std::chrono::hours(24)}; // a timer counts to 24 days

/** Whether listening ended because the session, or the way to it, did. */
bool isEnd(ErrorCode code)
{
    constexpr std::array ends{ErrorCode::Network, ErrorCode::Tls, ErrorCode::Conflict};
    return std::ranges::find(ends, code) != ends.end();
}

} // namespace

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
    const net::WaitPointer wait(new net::Wait(jittered, m_closing.token()));
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (!self || m_isClosed)
        co_return;
    UpstreamStanding standing = m_standing;
    standing.nextTry = {};
    setStanding(standing);
}

QCoro::Task<void> UpstreamClient::streamSettled(CancellationToken cancellation)
{
    if (!m_isOpeningStream)
        co_return;
    const net::WaitPointer wait(new net::Wait(streamTime, cancellation));
    m_untilStream.append(wait.get());
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
}

void UpstreamClient::settleStream()
{
    m_isOpeningStream = false;
    const auto waiting = std::exchange(m_untilStream, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant();
    }
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
    // In a session questions may come on it, too.
    const bool maySpeak =
        !isStateless || m_session.capabilities["tools"_L1]["listChanged"_L1].toBool();
    if (maySpeak) {
        m_isOpeningStream = !isStateless && m_session.revision != mcp::Revision::V20241105;
        connect(transport.get(),
                &UpstreamTransport::streamSettled,
                this,
                &UpstreamClient::settleStream,
                Qt::UniqueConnection);
        const auto heard = co_await transport->listen(std::move(outgoing));
        if (!self || m_isClosed)
            co_return;
        settleStream();
        if (!heard && isEnd(heard.error().code))
            lose(life);
        if (heard || heard.error().code != ErrorCode::NotFound)
            co_return;
    }
    if (life != m_life || !m_session.transport)
        co_return;
    // It says nothing of its own accord: there is nothing to do before a call fails.
    const net::WaitPointer wait(new net::Wait(longWait, m_closing.token()));
    m_untilLoss = wait.get();
    co_await qCoro(wait.get(), &net::Wait::finished);
}

} // namespace fairlead::gateway
