// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentcalls.h"

namespace fairlead::ui {

/** "list_projects · Cursor · Just now"; why, too, when it did not go well. */
[[nodiscard]] QString recentCallText(const RecentCall &call, const QDateTime &now);

} // namespace fairlead::ui
