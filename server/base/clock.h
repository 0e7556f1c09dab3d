// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace fairlead {

/** Time as the program sees it, so that tests can move it. Must outlive everything that holds it.
 */
class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    /** Wall-clock time in UTC: for what is stored and shown. It may jump. */
    [[nodiscard]] virtual QDateTime now() const = 0;

    /** Milliseconds since an arbitrary start; never jumps: for expiry and rate limits. */
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

/** The computer's own clocks. */
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace fairlead
