// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/datafolder.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::backup {

/**
 * One file with what an instance keeps: connections, keys, sign-ins and settings. The master key is
 * not in it, so that the sign-ins of a stolen backup stay closed; on a computer that does not have
 * that key people sign in again. A restore is checked at once and carried out at the next start.
 * The database outlives this object.
 */
class Backups final
{
public:
    Backups(store::Database &database, settings::DataFolder folder);

    /** Storage, naming the file. */
    [[nodiscard]] Result<> write(const QString &path) const;
    /** Checks a backup and lays it ready for the next start. Storage or InvalidData, each with what
     * to do; nothing has changed then. */
    [[nodiscard]] Result<> prepareRestore(const QString &path) const;

    /**
     * What a start does before it opens anything: puts what was laid ready in place and the old
     * files into a folder beside them, whose path it returns; empty when nothing was. A start that
     * was interrupted here is taken up again by the next one.
     */
    [[nodiscard]] static Result<QString> carryOut(const settings::DataFolder &folder);

private:
    store::Database &m_database;
    settings::DataFolder m_folder;
};

} // namespace fairlead::backup
