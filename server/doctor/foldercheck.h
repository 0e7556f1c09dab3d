// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/doctor/finding.h"

namespace fairlead::doctor {

/** Whether the data folder is ours alone and has room. */
[[nodiscard]] Finding lookAtFolder(const QString &folder);
/** Whether what happens can be written down there. */
[[nodiscard]] Finding lookAtLog(const QString &folder);

} // namespace fairlead::doctor
