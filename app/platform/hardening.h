// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::platform {

/**
 * First thing in main(): files that we make are ours alone (umask 077), and no core dump or
 * debugger of another process of this user can read our memory (release builds).
 */
void hardenProcess();

} // namespace fairlead::platform
