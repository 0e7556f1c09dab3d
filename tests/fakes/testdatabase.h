// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

namespace fairlead::fakes {

/**
 * The database of what a test keeps in this folder, the same for each life of the program over it:
 * its fairlead.db, or, where FAIRLEAD_TEST_DATABASE names a file with a server's address, a
 * database of that server, which is empty when the folder is new.
 */
[[nodiscard]] store::DatabaseAddress testDatabase(const QString &folder);

/** Opens it; the test ends when it cannot. */
[[nodiscard]] std::unique_ptr<store::Database> openTestDatabase(const QString &folder);

/** From now on no row of this table can be changed in this way ("INSERT", "UPDATE", "DELETE"). */
void refuseChanges(store::Database &database, const QString &table, const QString &change);

/** From now on this connection changes nothing, as on a full disk. */
void refuseWrites(store::Database &database);
void allowWrites(store::Database &database);

} // namespace fairlead::fakes
