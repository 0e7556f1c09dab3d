// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databasefile.h"

#include "server/base/filewrite.h"
#include "server/store/sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

Q_LOGGING_CATEGORY(lcStore, "fairlead.server.store")

constexpr qint64 smallestDatabase = 512;

/** Nothing is done to a file then. */
bool isForServers(const Migration &migration)
{
    return migration.name.endsWith(".postgresql.sql"_L1);
}

QString damaged()
{
    return u"The database %1 is damaged and was left untouched. Put a backup in its place, or move "
           "it away to start afresh; services then have to be connected again."_s;
}

template<typename... Paths>
tl::unexpected<Error> refusal(const QString &text, const Paths &...paths)
{
    return failure(ErrorCode::Storage, text.arg(QDir::toNativeSeparators(paths)...));
}

/** An empty file that only its owner may read; SQLite gives its log the same permissions. */
Result<> createOwnerOnly(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, ownerOnly)
        || !file.setPermissions(ownerOnly))
        return refusal(u"The file %1 could not be made (%2). Make room on the disk or correct the "
                       "permissions of its folder, then try again."_s,
                       path,
                       file.errorString());
    return {};
}

Result<> replaceFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::rename(from, to))
        return refusal(u"The file %1 could not be renamed to %2. Correct the permissions of its "
                       "folder, then try again."_s,
                       from,
                       to);
    return syncFolderOf(to);
}

} // namespace

DatabaseFile::DatabaseFile(QString path, QList<Migration> migrations)
    : m_path(std::move(path))
    , m_migrations(std::move(migrations))
{}

Result<> DatabaseFile::ensureExists() const
{
    if (QFileInfo::exists(m_path))
        return {};
    // Under another name until it is complete: an empty file is always a lost database, never a
    // new one.
    const QString unfinished = m_path + u".new"_s;
    if (const auto created = createOwnerOnly(unfinished); !created)
        return created;
    {
        const SqliteConnection connection(unfinished, OpenMode::ReadWrite);
        const QString mark = u"PRAGMA application_id = %1"_s.arg(applicationId);
        if (const auto marked = connection.state().and_then([&] { return connection.run(mark); });
            !marked)
            return failure(marked.error());
    }
    return replaceFile(unfinished, m_path);
}

Result<int> DatabaseFile::examine() const
{
    const QFileInfo file(m_path);
    if (!file.isFile())
        return refusal(u"%1 is not a file, so it cannot be the database. Move it away."_s, m_path);
    if (file.size() == 0)
        return refusal(u"The database %1 is empty, so its contents were lost. Put a backup in its "
                       "place, or remove the file to start afresh."_s,
                       m_path);
    // SQLite takes a file of a few bytes for a new database.
    if (file.size() < smallestDatabase)
        return refusal(damaged(), m_path);
    const bool hasLog = QFileInfo(m_path + u"-wal"_s).size() > 0;
    const SqliteConnection connection(m_path, hasLog ? OpenMode::ReadOnly : OpenMode::Immutable);
    const auto id =
        connection.state().and_then([&] { return connection.run(u"PRAGMA application_id"_s); });
    if (!id)
        return failure(id.error());
    if (id->toInt() != applicationId)
        return refusal(u"The database %1 belongs to another program and was left untouched. Move "
                       "it away, or start Fairlead with another --data-dir."_s,
                       m_path);
    const auto version = versionIn(connection);
    if (!version)
        return version;
    if (*version > newestVersion())
        return refusal(u"The database %1 was written by a newer Fairlead and was left untouched. "
                       "Install the newest Fairlead, or start this one with another --data-dir."_s,
                       m_path);
    const auto check = connection.run(u"PRAGMA quick_check(1)"_s);
    if (!check)
        return failure(check.error());
    if (check->toString() != "ok"_L1)
        return refusal(damaged(), m_path);
    return version;
}

Result<> DatabaseFile::migrate(const SqliteConnection &connection, int version) const
{
    const bool changes = std::ranges::any_of(m_migrations, [version](const Migration &migration) {
        return migration.version > version && !isForServers(migration);
    });
    // The version before this one can go on with it then.
    if (version > 0 && !changes)
        return {};
    if (version > 0) {
        if (const auto copied = copyBeforeMigration(connection); !copied)
            return copied;
    }
    for (const Migration &migration : m_migrations) {
        if (migration.version <= version)
            continue;
        if (const auto applied = apply(connection, migration); !applied)
            return applied;
    }
    return {};
}

Result<> DatabaseFile::copyBeforeMigration(const SqliteConnection &connection) const
{
    const QString copy = u"%1.before-v%2"_s.arg(m_path).arg(newestVersion());
    const QString unfinished = copy + u".new"_s;
    if (const auto created = createOwnerOnly(unfinished); !created)
        return created;
    if (const auto copied = connection.run(u"VACUUM INTO ?"_s, {unfinished}); !copied)
        return failure(copied.error());
    qCInfo(lcStore).noquote() << "The database is brought up to date; a copy of it as it was is"
                              << QDir::toNativeSeparators(copy);
    return replaceFile(unfinished, copy);
}

Result<> DatabaseFile::apply(const SqliteConnection &connection, const Migration &migration) const
{
    QStringList statements{u"BEGIN IMMEDIATE"_s};
    if (!isForServers(migration))
        statements += migration.statements;
    // Part of the transaction: the version and the schema change together or not at all.
    statements += u"PRAGMA user_version = %1"_s.arg(migration.version);
    statements += u"COMMIT"_s;
    for (const QString &statement : statements) {
        const auto done = connection.run(statement);
        if (done)
            continue;
        if (const auto undone = connection.run(u"ROLLBACK"_s); !undone)
            qCDebug(lcStore) << "Nothing to roll back";
        Error error = done.error();
        error.code = ErrorCode::Storage;
        error.message = u"The database could not be brought up to date (%1) and is as it was "
                        "before. %2"_s.arg(migration.name, error.message);
        return failure(error);
    }
    return {};
}

Result<int> DatabaseFile::versionIn(const SqliteConnection &connection) const
{
    return connection.run(u"PRAGMA user_version"_s).map([](const QVariant &value) {
        return value.toInt();
    });
}

int DatabaseFile::newestVersion() const
{
    return m_migrations.isEmpty() ? 0 : m_migrations.last().version;
}

} // namespace fairlead::store
