// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/connect/clientconnections.h"
#include "server/doctor/check.h"

namespace fairlead::doctor {

/** A check for each program on this computer that has Fairlead in its configuration, or one that
 * cannot be read: the programs themselves only say that it failed. */
[[nodiscard]] QList<Check> clientChecks(const clients::ClientConnections &clients);

} // namespace fairlead::doctor
