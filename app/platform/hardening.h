// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::platform {

/**
 * First thing in main(): files that we make are ours alone (umask 077), and no core dump or
 * debugger of another process of this user can read our memory (release builds).
 */
void hardenProcess();

/** For a program that is started on behalf of a person, between fork and exec: its files are to be
 * whose they would be without us. That it dumps no core stays. */
void restoreUmask();

} // namespace fairlead::platform
