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
    /** Whoever waits goes on, and learns that the gate never opened. */
    ~Gate();
    Q_DISABLE_COPY_MOVE(Gate)

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    void open();
    void close() { m_state = State::Closed; }
    /** Lets through who waits now, and nobody after them. */
    void pulse();

    /** True when the gate is or becomes open in time. The gate may be gone when this returns
     * false. */
    [[nodiscard]] QCoro::Task<bool> passed(std::chrono::milliseconds timeout);

private:
    void release(int slot);

    State m_state;
    QList<QPointer<net::Wait>> m_waiting;
};

} // namespace fairlead::ctl
