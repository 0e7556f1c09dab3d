// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/databaseaddress.h"
#include "server/store/migrations.h"

namespace fairlead::store {

class PostgresSession;

/** A statement of a migration, as PostgreSQL wants it: bytes are BYTEA, and texts compare and sort
 * by their bytes as SQLite's do, whatever language the server was set up for. */
[[nodiscard]] QString postgresStatement(const QString &statement);

/** What is done to a server's database before it is used: judged, and brought up to date by one
 * program at a time. The table fairlead_schema tells its version and that it is ours. */
class PostgresSchema final
{
public:
    /** All three outlive it. */
    PostgresSchema(PostgresSession &session,
                   const DatabaseAddress &address,
                   const QList<Migration> &migrations);

    /** Applies what is missing, each migration in a transaction of its own. Storage errors, with
     * nothing changed, for a newer database, somebody else's, or one that is not in UTF-8. */
    [[nodiscard]] Result<> update();

private:
    [[nodiscard]] Result<> updateLocked();
    [[nodiscard]] Result<int> version();
    [[nodiscard]] Result<> create();
    [[nodiscard]] Result<> apply(const Migration &migration);
    [[nodiscard]] Result<> inTransaction(const QStringList &statements);
    [[nodiscard]] tl::unexpected<Error> refusal(const QString &text) const;

    PostgresSession &m_session;
    const DatabaseAddress &m_address;
    const QList<Migration> &m_migrations;
};

} // namespace fairlead::store
