// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/todoist/todoiststate.h"

#include <functional>

namespace fairlead::sandbox {

using TodoistFilter = std::function<bool(const QJsonObject &task)>;

/** The part of Todoist's filter language that the sandbox knows: today, overdue, no date, p1 to p4,
 * @label, #Project, search: words, "all", with & binding tighter than |. Nothing for anything else.
 */
[[nodiscard]] std::optional<TodoistFilter> todoistFilter(const QString &query,
                                                         const TodoistState &state);

} // namespace fairlead::sandbox
