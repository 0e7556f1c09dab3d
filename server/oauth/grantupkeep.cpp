// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Grants does beside calls: it renews what nobody uses, waits at quit, and keeps step with
// other instances on the database.
#include "server/oauth/grants.h"
#include "server/oauth/refreshflight.h"

#include <QCoroTimer>
#include <QDeadlineTimer>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

Q_LOGGING_CATEGORY(lcOAuth, "fairlead.server.oauth")

constexpr qint64 unusedDays = 7; // refresh tokens end after weeks without use
constexpr std::chrono::milliseconds turnInterval{25}; // between two looks whether another is done
constexpr std::chrono::milliseconds longestTurn{30'000};

} // namespace

QCoro::Task<Result<>> Grants::ownTurn(QString id)
{
    const QDeadlineTimer patience(longestTurn);
    for (;;) {
        const auto isOwn = m_store.takeTurn(id);
        if (!isOwn)
            co_return failure(isOwn.error());
        if (*isOwn)
            co_return Result<>();
        if (patience.hasExpired())
            co_return failure(ErrorCode::Timeout,
                              u"Another Fairlead is still renewing this sign-in. Try again."_s);
        co_await QCoro::sleepFor(turnInterval);
    }
}

void Grants::reread(const QString &id)
{
    const auto drop = [&id](auto &all) {
        if (id.isEmpty())
            all.clear();
        else
            all.remove(id);
    };
    drop(m_pauses);
    drop(m_lost);
    // Not by this process: their age is known by the wall clock alone.
    drop(m_received);
}

QCoro::Task<> Grants::settle()
{
    const QStringList unkept = m_unkept.keys();
    for (const QString &id : unkept)
        flightFor(id);
    const auto flights = m_flights.values();
    for (const auto &flight : flights) {
        if (const auto landed = co_await RefreshFlight::outcomeOf(flight, {}); !landed)
            qCInfo(lcOAuth).noquote() << landed.error().message;
    }
}

void Grants::keepAlive()
{
    const auto ids = m_store.unrenewedSince(m_clock.now().addDays(-unusedDays));
    if (!ids) {
        qCWarning(lcOAuth).noquote() << ids.error().message;
        return;
    }
    for (const QString &id : *ids) {
        const auto now = m_store.held(id);
        if (now && !now->tokens.refreshToken.isEmpty() && !pauseOf(id))
            flightFor(id);
    }
}

} // namespace fairlead::oauth
