// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclock.h"

namespace fairlead::sandbox {

SandboxClock::SandboxClock(const QDateTime &fixed)
    : m_fixed(fixed.toUTC())
{}

QDateTime SandboxClock::now() const
{
    return (m_fixed ? *m_fixed : m_system.now()).addMSecs(m_moved.count());
}

qint64 SandboxClock::monotonicMs() const
{
    return (m_fixed ? 0 : m_system.monotonicMs()) + m_moved.count();
}

} // namespace fairlead::sandbox
