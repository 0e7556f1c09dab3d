// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"

namespace fairlead::doctor {

/**
 * The command that signs in to a connection again, in the way that it was signed in, as it can be
 * pasted into a terminal: its words come from services and are quoted. Empty while the connection
 * needs no sign-in.
 */
[[nodiscard]] QString signInCommand(const connections::Connection &connection);

} // namespace fairlead::doctor
