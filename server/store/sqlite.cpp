// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include "server/base/ids.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

// The primary result codes of SQLite that a person can do something about.
enum class SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26,
};

constexpr int primaryCodeMask = 0xFF;

Error storageError(const QString &text, const QString &path)
{
    return {.code = ErrorCode::Storage, .message = text.arg(path)};
}

} // namespace

SqliteConnection::SqliteConnection(const QString &path, OpenMode mode)
    : m_path(path)
    , m_name(newId(u"database-"))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    QUrl url = QUrl::fromLocalFile(path);
    QString options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (mode == OpenMode::Immutable)
        url.setQuery(u"immutable=1"_s);
    if (mode != OpenMode::ReadWrite)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    database.setDatabaseName(QString::fromLatin1(url.toEncoded()));
    database.open();
}

SqliteConnection::~SqliteConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<> SqliteConnection::state() const
{
    if (const QSqlDatabase database = handle(); !database.isOpen())
        return failure(explain(database.lastError()));
    return {};
}

QSqlDatabase SqliteConnection::handle() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<QVariant> SqliteConnection::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(explain(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(explain(query.lastError()));
    const bool hasRow = query.next();
    // Reading a damaged page fails here, not in exec().
    if (query.lastError().type() != QSqlError::NoError)
        return failure(explain(query.lastError()));
    return hasRow ? query.value(0) : QVariant();
}

Error SqliteConnection::explain(const QSqlError &error) const
{
    const QString path = QDir::toNativeSeparators(m_path);
    switch (SqliteCode(error.nativeErrorCode().toInt() & primaryCodeMask)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return storageError(
            u"The database %1 is in use by another program. Close it, then try again."_s, path);
    case SqliteCode::ReadOnly:
        return storageError(
            u"The database %1 cannot be written. Correct the permissions of the file and of its "
            "folder, or move it to a disk that is not read-only; it was left untouched."_s,
            path);
    case SqliteCode::CannotOpen:
        return storageError(
            u"The database %1 cannot be opened. Check that its folder exists and that you may read "
            "and write both."_s,
            path);
    case SqliteCode::Full:
        return storageError(u"The disk with the database %1 is full. Make room, then try again; "
                            "nothing that was stored is lost."_s,
                            path);
    case SqliteCode::InputOutput:
        return storageError(u"The disk with the database %1 reports an error. Check the disk, then "
                            "start Fairlead again."_s,
                            path);
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        return storageError(u"The database %1 is damaged and was left untouched. Put a backup in "
                            u"its place, or move "
                            "it away to start afresh; services then have to be connected again."_s,
                            path);
    case SqliteCode::Constraint:
        return {.code = ErrorCode::Conflict,
                .message =
                    u"This exists already, or what it belongs to does not exist any more."_s};
    }
    return {.code = ErrorCode::Internal,
            .message = u"The database %1 refused a statement (%2). This is a fault of Fairlead; "
                       "please report it."_s.arg(path, error.databaseText())};
}

} // namespace fairlead::store
