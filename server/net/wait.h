// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"

#include <QObject>

#include <chrono>
#include <memory>

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

/** A coroutine may end within a signal of what it waited for. */
struct DeletedLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};
using WaitPointer = std::unique_ptr<Wait, DeletedLater>;

} // namespace fairlead::net
