// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::store {

/** What a committed transaction survives. */
enum class Durability {
    Full, ///< a loss of power, too: it is on the disk
    Process, ///< the end of the program, however it ends; it waits for no disk
};

/** Whose transactions wait for each other. */
enum class Changes {
    OfAll, ///< to anything but the activity log
    OfActivityLog,
};

} // namespace fairlead::store
