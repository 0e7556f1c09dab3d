// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/refreshflight.h"

#include "server/net/wait.h"

#include <QCoroSignal>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr std::chrono::seconds patience{30};

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

QCoro::Task<Result<Secret>> RefreshFlight::outcomeOf(std::shared_ptr<RefreshFlight> flight,
                                                     CancellationToken cancellation)
{
    if (flight->m_outcome)
        co_return std::as_const(*flight->m_outcome);
    const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(patience, cancellation));
    flight->m_waiting.emplace_back(wait.get());
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (wait->outcome() == net::Wait::Outcome::Cancelled)
        co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    if (!flight->m_outcome) {
        co_return failure(ErrorCode::Timeout,
                          u"The sign-in could not be renewed in time. Try again."_s);
    }
    // Const: QCoro 0.8 would move it away from those who wait behind this one.
    co_return std::as_const(*flight->m_outcome);
}

void RefreshFlight::land(Result<Secret> outcome)
{
    m_outcome = std::move(outcome);
    // Who is told may ask for more.
    const std::vector<QPointer<net::Wait>> waiting = std::exchange(m_waiting, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant();
    }
}

} // namespace fairlead::oauth
