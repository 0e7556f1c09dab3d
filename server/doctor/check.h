// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/doctor/finding.h"

#include <QCoroTask>

#include <functional>

namespace fairlead::doctor {

/** One thing that can be looked at. It ends by itself in half a minute at most, and soon after it
 * was cancelled. */
struct Check
{
    Sentence title;
    std::function<QCoro::Task<Finding>(CancellationToken cancellation)> run;
};

/** A check whose finding is known at once. */
[[nodiscard]] Check immediate(const Sentence &title, std::function<Finding()> look);

} // namespace fairlead::doctor
