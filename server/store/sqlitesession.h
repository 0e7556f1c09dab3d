// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/sqlite.h"
#include "server/store/sqlsession.h"

namespace fairlead::store {

/** SQLite in WAL mode with foreign keys and secure_delete on and synchronous=FULL. */
class SqliteSession final : public SqlSession
{
public:
    explicit SqliteSession(const QString &path);

    /** Nothing when it is open, and set up as said above. */
    [[nodiscard]] Result<> configure();
    /** The error of a file that cannot be written, before anything is. */
    [[nodiscard]] Result<> makeWritable();
    [[nodiscard]] const SqliteConnection &connection() const { return m_connection; }

    [[nodiscard]] Result<> read(const QString &sql,
                                const QVariantList &values,
                                const Reader &read) override;
    [[nodiscard]] Result<qint64> change(const QString &sql, const QVariantList &values) override;
    [[nodiscard]] Result<> changeEach(const QString &sql, const QList<QVariantList> &rows) override;
    [[nodiscard]] Result<> begin(Durability durability) override;
    [[nodiscard]] Result<> commit() override;
    void rollback() override;
    [[nodiscard]] Result<> truncateLog() override;

private:
    [[nodiscard]] Result<> run(const QString &sql) const;
    [[nodiscard]] Result<> setDurability(Durability durability);

    SqliteConnection m_connection;
    Durability m_durability = Durability::Full;
};

} // namespace fairlead::store
