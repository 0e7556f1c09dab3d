// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <chrono>
#include <optional>

namespace fairlead::sandbox {

/** The sandbox's time: the computer's, or one fixed moment for golden files; either can be moved.
 */
class SandboxClock final : public Clock
{
public:
    SandboxClock() = default;
    explicit SandboxClock(const QDateTime &fixed);

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;

    void advance(std::chrono::milliseconds by) { m_moved += by; }

private:
    SystemClock m_system;
    std::optional<QDateTime> m_fixed;
    std::chrono::milliseconds m_moved{0};
};

} // namespace fairlead::sandbox
