// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/migrations.h"

namespace fairlead::store {

class SqliteConnection;

/** What is done to a database's file before it is used: made, judged, brought up to date. */
class DatabaseFile final
{
public:
    DatabaseFile(QString path, QList<Migration> migrations);

    /** Makes an empty database of ours, owner-only, under its name only once it is complete; does
     * nothing when the file exists. */
    [[nodiscard]] Result<> ensureExists() const;

    /** Refuses, without writing a byte, what this program must not use: damaged, newer than we
     * are, or somebody else's. Returns its version. */
    [[nodiscard]] Result<int> examine() const;

    /** Applies the migrations after `version`, each in a transaction of its own; a copy is made
     * beside the file first, unless it is empty or nothing of them is for files. */
    [[nodiscard]] Result<> migrate(const SqliteConnection &connection, int version) const;

private:
    [[nodiscard]] Result<> copyBeforeMigration(const SqliteConnection &connection) const;
    [[nodiscard]] Result<> apply(const SqliteConnection &connection,
                                 const Migration &migration) const;
    [[nodiscard]] Result<int> versionIn(const SqliteConnection &connection) const;
    [[nodiscard]] int newestVersion() const;

    QString m_path;
    QList<Migration> m_migrations;
};

} // namespace fairlead::store
