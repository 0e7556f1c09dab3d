// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace fairlead::gateway {

/** How many requests an upstream takes from one caller in a time. */
struct RequestLimit
{
    int calls = 0; ///< 0: it does not say
    std::chrono::seconds time{3600};

    bool operator==(const RequestLimit &) const = default;
};

/** How much of it is used. */
struct LimitStanding
{
    RequestLimit limit{};
    int used = 0; ///< of `limit.calls`, in the time that has just passed
    qint64 heldBackMs = 0; ///< how long the upstream wants no request; 0: it has not asked for that

    /** Whether a person should know: four fifths are used. */
    [[nodiscard]] bool isLow() const { return limit.calls > 0 && used * 5 >= limit.calls * 4; }

    bool operator==(const LimitStanding &) const = default;
};

} // namespace fairlead::gateway
