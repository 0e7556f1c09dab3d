// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

/** How people and models say spans of work, as Jira takes them. Pure functions. */
namespace fairlead::providers::jira {

/** "2h 30m" from "2h30m", "2 hours 30 minutes", "1.5h", "90 min" or "2:30"; InvalidInput names the
 * argument. Weeks and days stay what they are: how long they are is the site's setting. */
[[nodiscard]] Result<QString> workSpan(const QString &text, QLatin1StringView argument);

/** "2026-11-20T10:00:00.000+0000" from an ISO date and time, in local time where it names no zone;
 * a date alone means nine o'clock. InvalidInput names the argument. */
[[nodiscard]] Result<QString> workStart(const QString &text, QLatin1StringView argument);

/** "3h 30m" */
[[nodiscard]] QString hoursAndMinutes(qint64 seconds);

} // namespace fairlead::providers::jira
