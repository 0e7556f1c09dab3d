// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QMap>

namespace fairlead::store {

class Database;

/** The files that a backup holds beside the database, by name. */
using BackupContents = QMap<QString, QByteArray>;

/** A copy of the database as one file of SQLite, with further files in a table of its own. Each
 * error is Storage and says what to do. */
class BackupFile final
{
public:
    /** Writes the whole of the database as it is now, owner-only; what was there is replaced once
     * all is written. */
    [[nodiscard]] static Result<> write(Database &database,
                                        const QString &path,
                                        const BackupContents &files);
    /** Checks every page without writing a byte: damaged, newer than this program and somebody
     * else's files are refused. */
    [[nodiscard]] static Result<BackupContents> read(const QString &path);
    /** Makes a database at `target` out of a backup that was read. */
    [[nodiscard]] static Result<> extract(const QString &path, const QString &target);
};

} // namespace fairlead::store
