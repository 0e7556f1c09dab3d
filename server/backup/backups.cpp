// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup/backups.h"

#include "server/base/filewrite.h"
#include "server/settings/settings.h"
#include "server/store/backupfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::backup {
namespace {

Q_LOGGING_CATEGORY(lcBackup, "fairlead.server.backup")

const QString database = u"fairlead.db"_s;
const QString settingsName = u"settings.json"_s;
// Holds the name of the folder for the old files; there once all is laid ready.
const QString mark = u"ready"_s;

/** Everything that a restore replaces. The logs of the old database must go with it. */
const std::array replaced{database + u"-wal"_s, database + u"-shm"_s, database, settingsName};

QDir waitingRoom(const settings::DataFolder &folder)
{
    return QDir(folder.filePath(u"restore"_s));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isWithin(const QString &path, const QString &folder)
{
    const QString place = QFileInfo(QFileInfo(path).path()).canonicalFilePath();
    const QString outer = QFileInfo(folder).canonicalFilePath();
    return place == outer || place.startsWith(outer + u'/');
}

tl::unexpected<Error> unreadable(const QFile &file)
{
    return failure(
        ErrorCode::Storage,
        u"%1 could not be read (%2), so no backup was made. Correct its permissions, "
        "then try again."_s.arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

tl::unexpected<Error> stuck(const QString &path)
{
    return failure(
        ErrorCode::Storage,
        u"The restore could not move %1. Correct the permissions of its folder and "
        "start Fairlead again: it goes on where it stopped."_s.arg(QDir::toNativeSeparators(path)));
}

Result<> move(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from) || QFileInfo::exists(to))
        return {};
    if (!QFile::rename(from, to))
        return stuck(from);
    return syncFolderOf(to);
}

Result<> checkSettings(const QString &path, const QByteArray &text)
{
    if (auto written = durableWrite(path, text); !written)
        return written;
    return settings::SettingsFile::read(path).map([](const settings::SettingsFile &) {});
}

} // namespace

Backups::Backups(store::Database &database, settings::DataFolder folder)
    : m_database(database)
    , m_folder(std::move(folder))
{}

Result<> Backups::write(const QString &path) const
{
    if (isWithin(path, m_folder.path()))
        return failure(
            ErrorCode::InvalidInput,
            u"%1 is in Fairlead's own data folder, where a backup could replace what is in use. "
            "Choose another folder."_s.arg(QDir::toNativeSeparators(path)));
    store::BackupContents files;
    if (QFileInfo::exists(m_folder.settings())) {
        QFile settings(m_folder.settings());
        if (!settings.open(QIODevice::ReadOnly))
            return unreadable(settings);
        files.insert(settingsName, settings.readAll());
        if (settings.error() != QFile::NoError)
            return unreadable(settings);
    }
    return store::BackupFile::write(m_database, path, files);
}

Result<> Backups::prepareRestore(const QString &path) const
{
    QDir room = waitingRoom(m_folder);
    const auto files = store::BackupFile::read(path);
    if (!files)
        return failure(files.error());
    room.removeRecursively();
    if (!QDir().mkpath(room.path()))
        return stuck(room.path());
    auto ready = store::BackupFile::extract(path, room.filePath(database)).and_then([&] {
        return files->contains(settingsName)
            ? checkSettings(room.filePath(settingsName), files->value(settingsName))
            : Result<>();
    });
    const QString old =
        u"before-restore-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    if (ready)
        ready = durableWrite(room.filePath(mark), old.toUtf8());
    if (!ready)
        room.removeRecursively();
    return ready;
}

Result<QString> Backups::carryOut(const settings::DataFolder &folder)
{
    QDir room = waitingRoom(folder);
    if (!room.exists(mark))
        return QString();
    const QString name = QFileInfo(QString::fromUtf8(contentOf(room.filePath(mark)))).fileName();
    const QDir old(folder.filePath(name));
    if (name.isEmpty() || !QDir().mkpath(old.path()))
        return stuck(old.path());
    // A file in the room has not been moved yet, so what stands in its place is the old one.
    const bool hasDatabase = room.exists(database);
    for (const QString &file : replaced) {
        const bool waits = file == settingsName ? room.exists(file) : hasDatabase;
        if (!waits)
            continue;
        if (const auto moved = move(folder.filePath(file), old.filePath(file)); !moved)
            return failure(moved.error());
    }
    for (const QString &file : {database, settingsName}) {
        if (const auto moved = move(room.filePath(file), folder.filePath(file)); !moved)
            return failure(moved.error());
    }
    room.removeRecursively();
    qCInfo(lcBackup).noquote() << "A backup was restored; the files before it are in"
                               << QDir::toNativeSeparators(old.path());
    return old.path();
}

} // namespace fairlead::backup
