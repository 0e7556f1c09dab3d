// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/store/migrations.h"

#include <QVariant>

#include <functional>
#include <memory>

namespace fairlead::store {

class SqliteConnection;

/** One row of an answer; columns by name. */
class Row
{
public:
    Row() = default;
    explicit Row(QVariantMap columns);

    /** The column's value; a null QVariant for SQL NULL. Asking for a column that was not selected
       is a programming error (asserted). */
    [[nodiscard]] QVariant value(const QString &column) const;
    [[nodiscard]] QString text(const QString &column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(const QString &column) const { return value(column).toLongLong(); }

private:
    QVariantMap m_columns;
};

/** What a committed transaction survives. */
enum class Durability {
    Full, ///< a loss of power, too: it is on the disk
    Process, ///< the end of the program, however it ends; it waits for no disk
};

/**
 * The database: one connection, used from the thread that opened it. SQLite in WAL mode with
 * foreign keys and secure_delete on and synchronous=FULL. Statements are prepared, values always
 * bound. No other folder includes QtSql.
 */
class Database
{
public:
    /**
     * Opens this file (DATA_DIR/fairlead.db), creates it owner-only, and applies the migrations
     * that it lacks, after making the copy fairlead.db.before-vN beside it. Storage errors, each
     * with what to do, when it is corrupt, newer than this program, not ours (application_id),
     * read-only or on a full disk; the file is then left untouched.
     */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    /** The same with other migrations than the ones compiled in. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path,
                                                                const QList<Migration> &migrations);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /** The file that it is in. */
    [[nodiscard]] QString path() const;
    /** One more connection to a database that this program has open, for the calling thread. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> openAgain(const QString &path);

    /** Runs a statement that returns no rows; the number of rows it changed. Conflict for a
     * violated constraint. */
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &values = {});
    /** The same statement for each of these lists of values in turn; prepared once, which costs
     * more than running it. */
    [[nodiscard]] Result<> executeEach(const QString &sql, const QList<QVariantList> &rows);
    [[nodiscard]] Result<QList<Row>> select(const QString &sql,
                                            const QVariantList &values = {}) const;

    /** Runs `work` in one transaction: committed when it returns a value, rolled back when it
     * returns an error. Not nested. */
    [[nodiscard]] Result<> transaction(const std::function<Result<>()> &work,
                                       Durability durability = Durability::Full);

    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }

    /** Empties the write-ahead log into the database, so that deleted rows leave no trace in it. */
    [[nodiscard]] Result<> truncateLog();

private:
    [[nodiscard]] Result<> setDurability(Durability durability);
    [[nodiscard]] Result<> transact(const std::function<Result<>()> &work);
    explicit Database(std::unique_ptr<SqliteConnection> connection);
    [[nodiscard]] Result<> makeWritable();
    [[nodiscard]] Result<> configure();

    std::unique_ptr<SqliteConnection> m_connection;
    bool m_inTransaction = false;
};

} // namespace fairlead::store
