// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/backupfile.h"

#include "server/base/filewrite.h"
#include "server/store/databasefile.h"
#include "server/store/sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

tl::unexpected<Error> refusal(const QString &text, const QString &path, const QString &detail = {})
{
    const QString shown = QDir::toNativeSeparators(path);
    return failure(ErrorCode::Storage,
                   detail.isEmpty() ? text.arg(shown) : text.arg(shown, detail));
}

Result<> addFiles(const QString &path, const BackupContents &files)
{
    const SqliteConnection copy(path, OpenMode::ReadWrite);
    auto done = copy.state().and_then([&] {
        return copy.run(
            u"CREATE TABLE backup_files (name TEXT PRIMARY KEY, content BLOB NOT NULL)"_s);
    });
    for (auto file = files.begin(); done && file != files.end(); ++file)
        done = copy.run(u"INSERT INTO backup_files (name, content) VALUES (?, ?)"_s,
                        {file.key(), file.value()});
    return done.map([](const QVariant &) {});
}

Result<BackupIdentity> identityOf(const SqliteConnection &database)
{
    const auto meta = u"SELECT value FROM meta WHERE name = ?"_s;
    const auto storeId = database.run(meta, {u"store_id"_s});
    const auto masterKeyId = database.run(meta, {u"master_key_id"_s});
    if (!storeId || !masterKeyId)
        return failure(storeId ? masterKeyId.error() : storeId.error());
    return BackupIdentity{.storeId = storeId->toString(), .masterKeyId = masterKeyId->toString()};
}

} // namespace

Result<QString> BackupFile::begin(const QString &path)
{
    QTemporaryFile file(path + u".XXXXXX"_s);
    file.setAutoRemove(false);
    if (!file.open())
        return refusal(
            u"%1 could not be written (%2). Choose another folder."_s, path, file.errorString());
    return file.fileName();
}

Result<> BackupFile::fill(const QString &database,
                          const QString &unfinished,
                          const BackupContents &files)
{
    const SqliteConnection source(database, OpenMode::ReadWrite);
    return source.state()
        .and_then([&] { return source.run(u"VACUUM INTO ?"_s, {unfinished}); })
        .and_then([&](const QVariant &) { return addFiles(unfinished, files); });
}

Result<> BackupFile::leaveOut(const QString &unfinished, const QStringList &connectionIds)
{
    const SqliteConnection copy(unfinished, OpenMode::ReadWrite);
    if (auto opened = copy.state(); !opened)
        return opened;
    if (const auto forgotten = copy.run(u"DELETE FROM management_tokens"_s, {}); !forgotten)
        return failure(forgotten.error());
    for (const QString &id : connectionIds) {
        auto deleted =
            copy.run(u"DELETE FROM secrets WHERE id = 'connection/' || ?"_s, {id})
                .and_then([&](const QVariant &) {
                    return copy.run(u"DELETE FROM pm_provider_connections WHERE id = ?"_s, {id});
                });
        if (!deleted)
            return failure(deleted.error());
    }
    return copy.run(u"VACUUM"_s).map([](const QVariant &) {});
}

Result<> BackupFile::finish(const QString &unfinished, const QString &path)
{
    std::error_code error;
    std::filesystem::rename(unfinished.toStdU16String(), path.toStdU16String(), error);
    if (error)
        return refusal(u"%1 could not be replaced. Choose another name."_s, path);
    return syncFolderOf(path);
}

Result<BackupContents> BackupFile::read(const QString &path)
{
    const auto migrations = builtInMigrations();
    if (!migrations)
        return failure(migrations.error());
    if (!QFileInfo(path).isFile())
        return refusal(u"There is no file %1."_s, path);
    if (const auto version = DatabaseFile(path, *migrations).examine(); !version)
        return refusal(
            u"%1 cannot be restored, and nothing has changed. %2"_s, path, version.error().message);
    const SqliteConnection backup(path, OpenMode::Immutable);
    const auto names = backup.state().and_then([&] {
        return backup.run(u"SELECT count(*) FROM sqlite_master WHERE name = 'backup_files'"_s);
    });
    if (!names)
        return failure(names.error());
    if (names->toInt() != 1)
        return refusal(u"%1 is a database of Fairlead, but not a backup that it made."_s, path);
    BackupContents files;
    QSqlQuery query(backup.handle());
    if (!query.exec(u"SELECT name, content FROM backup_files"_s))
        return failure(backup.explain(query.lastError()));
    while (query.next())
        files.insert(query.value(0).toString(), query.value(1).toByteArray());
    if (query.lastError().isValid())
        return failure(backup.explain(query.lastError()));
    return files;
}

Result<BackupIdentity> BackupFile::extract(const QString &path, const QString &target)
{
    QFile::remove(target);
    if (!QFile::copy(path, target) || !QFile::setPermissions(target, ownerOnly))
        return refusal(u"%1 could not be written. Make room on the disk, then try again."_s,
                       target);
    const SqliteConnection copy(target, OpenMode::ReadWrite);
    return copy.state()
        .and_then([&] { return copy.run(u"DROP TABLE backup_files"_s); })
        .and_then([&](const QVariant &) { return copy.run(u"VACUUM"_s); })
        .and_then([&](const QVariant &) { return identityOf(copy); });
}

} // namespace fairlead::store
