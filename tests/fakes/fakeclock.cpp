// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"

namespace fairlead::fakes {

QDateTime FakeClock::now() const
{
    return m_now;
}

qint64 FakeClock::monotonicMs() const
{
    return m_monotonicMs;
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    m_now = m_now.addMSecs(by.count());
    m_monotonicMs += by.count();
}

} // namespace fairlead::fakes
