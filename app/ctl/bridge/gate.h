// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/wait.h"

#include <QCoroTask>
#include <QList>
#include <QPointer>

namespace fairlead::ctl {

/** Lets any number of coroutines wait until something is so. */
class Gate final
{
public:
    enum class State { Open, Closed };
    explicit Gate(State state);
    ~Gate() = default;
    Q_DISABLE_COPY_MOVE(Gate)

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    void open();
    void close() { m_state = State::Closed; }
    /** Lets through who waits now, and nobody after them. */
    void pulse();

    /** True when the gate is or becomes open in time. The gate may be gone when this returns
     * false: who waits for one that goes waits until the time is up. */
    [[nodiscard]] QCoro::Task<bool> passed(std::chrono::milliseconds timeout);

    /** A pause of that time. */
    [[nodiscard]] static QCoro::Task<void> pause(std::chrono::milliseconds time);

private:
    State m_state;
    QList<QPointer<net::Wait>> m_waiting;
};

} // namespace fairlead::ctl
