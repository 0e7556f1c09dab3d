// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/datafolder.h"

namespace fairlead::platform {

/**
 * Sends every Qt log message to standard error and to DATA_DIR/fairlead.log (owner-only; at 2 MiB
 * it becomes fairlead.log.1): one line each, with time, level and category, control characters
 * escaped. The categories of Qt that print HTTP headers stay off whatever QT_LOGGING_RULES says.
 * Lives until the process ends.
 */
[[nodiscard]] Result<> startLog(const settings::DataFolder &folder);

/** What is written from now on: "warning", "info" or "debug" and what is worse. QT_LOGGING_RULES in
 * the environment, where somebody set it, has the last word. */
void setLogLevel(const QString &level);

} // namespace fairlead::platform
