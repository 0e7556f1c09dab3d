// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QVariant>

#include <functional>
#include <memory>

namespace fairlead::store {

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

/**
 * The database: one connection, used from the thread that opened it. SQLite in WAL mode with
 * foreign keys and secure_delete on and synchronous=FULL. Statements are prepared, values always
 * bound. No other folder includes QtSql.
 */
class Database
{
public:
    /**
     * Opens DATA_DIR/fairlead.db, creates it owner-only, and applies the migrations that it lacks.
     * Storage errors, each with what to do, when it is corrupt, newer than this program, not ours
     * (application_id), read-only or on a full disk; the file is then left untouched.
     */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /** Runs a statement that returns no rows; the number of rows it changed. Conflict for a
     * violated constraint. */
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<QList<Row>> select(const QString &sql,
                                            const QVariantList &values = {}) const;

    /** Runs `work` in one transaction: committed when it returns a value, rolled back when it
     * returns an error. Not nested. */
    [[nodiscard]] Result<> transaction(const std::function<Result<>()> &work);

private:
    explicit Database(QString connectionName);

    QString m_connectionName;
};

} // namespace fairlead::store
