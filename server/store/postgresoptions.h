// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::store {

class DatabaseAddress;

/** How Fairlead wants its connections, in the form that Qt's driver takes: its limits, the name of
 * this instance of the program, and what the address says. */
[[nodiscard]] QString postgresOptions(const DatabaseAddress &address, const QString &instance);

} // namespace fairlead::store
