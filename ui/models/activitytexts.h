// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"
#include "server/audit/activityfilter.h"
#include "ui/widgets/statemark.h"

/** The words and marks for what is in the activity log. */
namespace fairlead::ui {

/** What the client did: the tool's name, or a phrase for what is no tool. */
[[nodiscard]] QString activityText(const audit::ActivityEntry &entry);
/** How it ended, in a word or two. */
[[nodiscard]] QString outcomeText(const audit::ActivityEntry &entry);
[[nodiscard]] QString outcomeKindText(audit::OutcomeKind kind);
[[nodiscard]] StateMark outcomeMark(const audit::ActivityEntry &entry);
/** "Cursor", or a phrase for a client without a name. */
[[nodiscard]] QString clientText(const audit::ActivityEntry &entry);
/** Whether it is about a call, which takes time and has an answer. */
[[nodiscard]] bool isCall(const audit::ActivityEntry &entry);
/** Whether a client did it or tried to: a call, or coming with a key that is refused. */
[[nodiscard]] bool isAttempt(const audit::ActivityEntry &entry);

/** To the second: the time of day when it was today, else with the date. */
[[nodiscard]] QString timeText(const QDateTime &time, const QDateTime &now);
[[nodiscard]] QString durationText(qint64 milliseconds);
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace fairlead::ui
