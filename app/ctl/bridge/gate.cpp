// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/gate.h"

#include <QCoroSignal>

#include <memory>

namespace fairlead::ctl {
namespace {

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

Gate::Gate(State state)
    : m_state(state)
{}

void Gate::open()
{
    m_state = State::Open;
    pulse();
}

void Gate::pulse()
{
    const QList<QPointer<net::Wait>> waiting = std::exchange(m_waiting, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant(0);
    }
}

QCoro::Task<bool> Gate::passed(std::chrono::milliseconds timeout)
{
    if (isOpen())
        co_return true;
    const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(timeout, {}));
    m_waiting.removeAll(nullptr);
    m_waiting.append(wait.get());
    co_await qCoro(wait.get(), &net::Wait::finished);
    co_return wait->outcome() == net::Wait::Outcome::Granted;
}

QCoro::Task<void> Gate::pause(std::chrono::milliseconds time)
{
    Gate never(State::Closed);
    (void)co_await never.passed(time);
}

} // namespace fairlead::ctl
