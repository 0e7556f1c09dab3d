// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <chrono>

namespace fairlead::fakes {

/** A clock that stands still until it is moved. */
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;

    void advance(std::chrono::milliseconds by);

private:
    QDateTime m_now{QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
    qint64 m_monotonicMs = 1000;
};

} // namespace fairlead::fakes
