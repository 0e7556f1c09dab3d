// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"

#include <QObject>

#include <chrono>

namespace fairlead::net {

/**
 * One wait of a coroutine: ends by being granted, by time, or by cancellation, whichever is first.
 * finished() comes once, never from within the constructor.
 */
class Wait final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome { Pending, Granted, Elapsed, Cancelled };

    Wait(std::chrono::milliseconds time, const CancellationToken &cancellation);

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] int grantedSlot() const { return m_slot; }

    void grant(int slot = 0);

Q_SIGNALS:
    void finished();

private:
    void end(Outcome outcome);

    Outcome m_outcome = Outcome::Pending;
    int m_slot = -1;
};

} // namespace fairlead::net
