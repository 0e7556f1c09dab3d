// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QMap>
#include <QStringList>

namespace fairlead::store {

/** The files that a backup holds beside the database, by name. */
using BackupContents = QMap<QString, QByteArray>;

/** Whose secrets a database holds. */
struct BackupIdentity
{
    QString storeId; ///< the database's own name; empty when it never held a secret
    QString masterKeyId; ///< what opens its secrets; empty like the other
};

/** A copy of the database as one file of SQLite, with further files in a table of its own. Each
 * error is Storage and says what to do. Works in any thread. */
class BackupFile final
{
public:
    /** Makes the empty file beside `path` that is to become the backup; owner-only. */
    [[nodiscard]] static Result<QString> begin(const QString &path);
    /** Writes the whole of this database, as it is now, and the files into what was begun. */
    [[nodiscard]] static Result<> fill(const QString &database,
                                       const QString &unfinished,
                                       const BackupContents &files);
    /** Takes these connections and their credentials out of what was filled, so that no byte of
     * them is left in it; and the management tokens, of which one may be revoked meanwhile. */
    [[nodiscard]] static Result<> leaveOut(const QString &unfinished,
                                           const QStringList &connectionIds);
    /** In one step: a backup that was there before stays until this one has its name. */
    [[nodiscard]] static Result<> finish(const QString &unfinished, const QString &path);
    /** Checks every page without writing a byte: damaged, newer than this program and somebody
     * else's files are refused. */
    [[nodiscard]] static Result<BackupContents> read(const QString &path);
    /** Makes a database at `target` out of a backup that was read. */
    [[nodiscard]] static Result<BackupIdentity> extract(const QString &path, const QString &target);
};

} // namespace fairlead::store
