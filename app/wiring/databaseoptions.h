// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wiring/commandline.h"
#include "server/doctor/check.h"
#include "server/settings/datafolder.h"
#include "server/store/database.h"

namespace fairlead::wiring {

/**
 * The database that the command line names, or else the file in the data folder. A server's
 * password comes from the file that the command line names, from systemd's credential
 * "database-password" or from FAIRLEAD_DATABASE_PASSWORD, which no child inherits from here on.
 * Storage, naming the file, when it cannot be read or others can.
 */
[[nodiscard]] Result<store::DatabaseAddress> databaseOf(const CommandLine &commandLine,
                                                        const settings::DataFolder &folder);

/**
 * As Database::open(), DataFolder::checkHasOwnDatabase() for a file and noteDatabaseServer() for a
 * server's.
 */
[[nodiscard]] Result<std::unique_ptr<store::Database>> openDatabase(
    const settings::DataFolder &folder, const store::DatabaseAddress &address);

/** Whether a server's database answers; it outlives this. */
[[nodiscard]] doctor::Check databaseCheck(const store::Database &database);

} // namespace fairlead::wiring
