// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace fairlead::net {

/** How often requests had to wait for room in what a service allows, and how long. */
struct Waits
{
    qint64 count = 0;
    std::chrono::milliseconds time{0};

    Waits &operator+=(const Waits &other)
    {
        count += other.count;
        time += other.time;
        return *this;
    }
};

} // namespace fairlead::net
