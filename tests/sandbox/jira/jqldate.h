// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jqlquery.h"

#include <QDateTime>

namespace fairlead::sandbox {

/**
 * The moment that a JQL value means: "-7d", "2026-11-20", "2026-11-20 10:00", startOfDay(-1d) and
 * the like; invalid when it means none.
 */
[[nodiscard]] QDateTime jqlDate(const JqlValue &value, const QDateTime &now);

} // namespace fairlead::sandbox
