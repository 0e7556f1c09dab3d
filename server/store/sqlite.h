// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QSqlDatabase>
#include <QVariantList>

class QSqlError;

/** The few calls to QtSql that both the checking of a file and its use need. */
namespace fairlead::store {

/** Written into every database of ours, so that somebody else's is recognised: "Flld". */
inline constexpr int applicationId = 0x466C6C64;

enum class OpenMode {
    ReadWrite,
    ReadOnly, ///< nothing is written to the database; its log is read
    Immutable, ///< as it lies there: not even locks or a log beside it
};

/** A connection to SQLite that is closed and forgotten with this object. */
class SqliteConnection
{
public:
    SqliteConnection(const QString &path, OpenMode mode);
    ~SqliteConnection();
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    /** Nothing when it is open. */
    [[nodiscard]] Result<> state() const;
    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] QString path() const { return m_path; }

    /** Runs one statement; the first column of its first row, null when there is none. */
    [[nodiscard]] Result<QVariant> run(const QString &sql, const QVariantList &values = {}) const;

    /** What went wrong, as a sentence for a person who has this file. */
    [[nodiscard]] Error explain(const QSqlError &error) const;

private:
    QString m_path;
    QString m_name;
};

} // namespace fairlead::store
