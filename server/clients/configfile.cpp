// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/configfile.h"

#include "server/base/filewrite.h"
#include "server/clients/edit/node.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

constexpr int backupTries = 10;

QString native(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString fingerprintOf(const ConfigFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(file.target.toUtf8() + (file.exists ? "\n+" : "\n-"));
    hash.addData(file.bytes);
    return QString::fromLatin1(hash.result().toHex());
}

QString canonical(const QString &path)
{
    return QFileInfo(path).canonicalFilePath();
}

bool isWithin(const QString &path, const QString &folder)
{
    return !folder.isEmpty() && (path == folder || path.startsWith(folder + u'/'));
}

/** Without links: the file, or the innermost of its folders that is there. */
QString whereItIs(QString path)
{
    while (canonical(path).isEmpty() && path != QFileInfo(path).path())
        path = QFileInfo(path).path();
    return canonical(path);
}

/** The file behind the links of `path`, which may lead nowhere but into the home folder. */
Result<QString> targetOf(const QString &path, const Machine &machine)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.canonicalFilePath() : path;
    if (target.isEmpty())
        return failure(ErrorCode::Conflict,
                       u"%1 is a link to a file that does not exist. Remove the link, or make the "
                       "file, then try again."_s.arg(native(path)));
    // A folder that the person has chosen may be anywhere, but the file has to be in it.
    const QString chosen =
        isWithin(path, machine.home) ? QString() : canonical(QFileInfo(path).path());
    const QString place = whereItIs(path);
    if (info.isSymLink() || isWithin(path, machine.home)) {
        if (!isWithin(place, canonical(machine.home)) && !isWithin(place, chosen))
            return failure(
                ErrorCode::Conflict,
                u"%1 is behind a link to %2, outside of your home folder. Fairlead does "
                "not write there: add the entry yourself."_s.arg(native(path), native(place)));
    }
    return target;
}

tl::unexpected<Error> changedMeanwhile(const QString &path)
{
    return failure(
        ErrorCode::Conflict,
        u"%1 has been changed in the meantime. Look at it again, then repeat this."_s.arg(
            native(path)));
}

Result<QString> makeBackup(const ConfigFile &file, const QDateTime &now)
{
    const QString base = file.target + u".bak."_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QFile backup;
    for (int number = 1; number <= backupTries; ++number) {
        backup.setFileName(number == 1 ? base : base + u'-' + QString::number(number));
        const auto mode = QIODevice::WriteOnly | QIODevice::NewOnly;
        if (backup.open(mode, file.permissions))
            break;
    }
    const bool isWritten =
        backup.isOpen() && backup.write(file.bytes) == file.bytes.size() && backup.flush();
    const bool isMade = backup.isOpen();
    backup.close();
    if (!isWritten || !syncFolderOf(backup.fileName())) {
        if (isMade)
            backup.remove();
        return failure(
            ErrorCode::Storage,
            u"No copy of %1 could be made beside it, so it was left as it is. Make room "
            "on the disk or correct the permissions of its folder, then try again."_s.arg(
                native(file.target)));
    }
    return backup.fileName();
}

/** Of folders, the innermost first, those in which there is nothing. */
void removeEmpty(const QStringList &folders)
{
    for (const QString &folder : folders)
        QDir().rmdir(folder);
}

/** Makes the file's folder; those that were missing, the innermost first. */
Result<QStringList> makeFolders(const QString &target)
{
    QStringList missing;
    QString folder = QFileInfo(target).path();
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).path()) {
        missing.append(folder);
        folder = QFileInfo(folder).path();
    }
    if (!missing.isEmpty() && !QDir().mkpath(missing.first())) {
        removeEmpty(missing);
        return failure(ErrorCode::Storage,
                       u"The folder %1 could not be made. Correct the permissions of the folder "
                       "above it, then try again."_s.arg(native(missing.first())));
    }
    return missing;
}

} // namespace

Result<ConfigFile> readConfigFile(const QString &path, const Machine &machine)
{
    auto target = targetOf(path, machine);
    if (!target)
        return failure(target.error());
    ConfigFile file{.path = path,
                    .target = std::move(*target),
                    .exists = false,
                    .bytes = {},
                    .permissions = ownerOnly,
                    .fingerprint = {}};
    const QFileInfo info(file.target);
    file.exists = info.exists();
    if (file.exists) {
        QFile content(file.target);
        if (!info.isFile() || info.size() > configurationLimit)
            return failure(ErrorCode::Storage,
                           u"%1 is no file that Fairlead can read."_s.arg(native(path)));
        if (!content.open(QIODevice::ReadOnly))
            return failure(
                ErrorCode::Storage,
                u"%1 could not be read (%2). Correct its permissions, then try again."_s.arg(
                    native(path), content.errorString()));
        file.bytes = content.readAll();
        if (content.error() != QFile::NoError)
            return failure(ErrorCode::Storage,
                           u"%1 could not be read to its end (%2). Try again."_s.arg(
                               native(path), content.errorString()));
        file.permissions = info.permissions();
    }
    file.fingerprint = fingerprintOf(file);
    return file;
}

Result<WrittenFile> writeConfigFile(const ConfigFile &before,
                                    const QByteArray &bytes,
                                    const QDateTime &now,
                                    const Machine &machine)
{
    if (before.exists && !before.permissions.testFlag(QFileDevice::WriteOwner))
        return failure(ErrorCode::Conflict,
                       u"%1 may only be read. Make it writable, or add the entry yourself."_s.arg(
                           native(before.target)));
    const auto current = readConfigFile(before.path, machine);
    if (!current || current->fingerprint != before.fingerprint)
        return changedMeanwhile(before.path);
    WrittenFile written{.target = before.target,
                        .backup = {},
                        .original = before.fingerprint,
                        .fingerprint = {},
                        .folders = {}};
    if (before.exists) {
        auto backup = makeBackup(before, now);
        if (!backup)
            return failure(backup.error());
        written.backup = std::move(*backup);
    } else {
        auto folders = makeFolders(before.target);
        if (!folders)
            return failure(folders.error());
        written.folders = std::move(*folders);
    }
    if (const auto done = durableWrite(before.target, bytes, before.permissions); !done) {
        if (before.exists)
            QFile::remove(written.backup);
        removeEmpty(written.folders);
        return failure(done.error());
    }
    ConfigFile after = before;
    after.exists = true;
    after.bytes = bytes;
    written.fingerprint = fingerprintOf(after);
    return written;
}

Result<> restoreConfigFile(const WrittenFile &written, const Machine &machine)
{
    const auto current = readConfigFile(written.target, machine);
    if (!current)
        return failure(current.error());
    if (current->fingerprint != written.fingerprint) {
        const QString where = written.backup.isEmpty()
            ? QString()
            : u" What it was before is in %1."_s.arg(native(written.backup));
        return failure(ErrorCode::Conflict,
                       u"%1 has been changed since, so this cannot be undone.%2 “Remove” takes out "
                       "only Fairlead's entry."_s.arg(native(written.target), where));
    }
    if (written.backup.isEmpty()) {
        if (!QFile::remove(written.target))
            return failure(ErrorCode::Storage,
                           u"%1 could not be removed. Correct the permissions of its folder, then "
                           "try again."_s.arg(native(written.target)));
        removeEmpty(written.folders);
        return {};
    }
    QFile backup(written.backup);
    if (!backup.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Conflict,
                       u"The copy %1 is gone, so this cannot be undone. “Remove” takes out "
                       "Fairlead's entry."_s.arg(native(written.backup)));
    ConfigFile original = *current;
    original.bytes = backup.readAll();
    if (fingerprintOf(original) != written.original)
        return failure(ErrorCode::Conflict,
                       u"The copy %1 is not what Fairlead put there, so this cannot be undone. "
                       "“Remove” takes out Fairlead's entry."_s.arg(native(written.backup)));
    if (const auto done = durableWrite(written.target, original.bytes, current->permissions); !done)
        return failure(done.error());
    backup.remove();
    return {};
}

} // namespace fairlead::clients
