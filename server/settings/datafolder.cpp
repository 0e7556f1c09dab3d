// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/datafolder.h"

#include "server/base/filewrite.h"
#include "server/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::settings {
namespace {

Q_LOGGING_CATEGORY(lcSettings, "fairlead.server.settings")

/** A file of the folder. */
const QString databaseNote = u"database-server"_s;

tl::unexpected<Error> refusal(const QString &text, const QString &path)
{
    return failure(ErrorCode::Storage, text.arg(QDir::toNativeSeparators(path)));
}

Result<> make(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return refusal(u"The data folder %1 cannot be made. Correct the permissions of the folder "
                       "above it, or choose another with --data-dir."_s,
                       path);
#ifdef Q_OS_UNIX
    // QDir would make it with the umask's permissions first: open to others for a moment.
    const bool made = ::mkdir(QFile::encodeName(path).constData(), S_IRWXU) == 0 || errno == EEXIST;
#else
    const bool made = QDir().mkpath(path);
#endif
    if (!made)
        return refusal(u"The data folder %1 cannot be made. Correct the permissions of the folder "
                       "above it, or choose another with --data-dir."_s,
                       path);
    return {};
}

/** Closes a folder of ours to others; refuses one that is not ours. */
Result<> closeToOthers([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray name = QFile::encodeName(path);
    struct stat status
    {};
    if (::stat(name.constData(), &status) != 0)
        return refusal(u"The data folder %1 cannot be read. Correct its permissions, or choose "
                       "another with --data-dir."_s,
                       path);
    if (status.st_uid != ::geteuid())
        return refusal(u"The data folder %1 belongs to another user of this computer, so it is not "
                       "used. Choose another with --data-dir."_s,
                       path);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return {};
    // Closing somebody's home or /tmp would do them harm: only a folder that is ours, or nobody's.
    const QDir folder(path);
    // Without fairlead.db where the database is at a server.
    const bool isOurs = folder.exists(u"fairlead.db"_s) || folder.exists(u"instance.lock"_s)
        || folder.exists(u"fairlead.log"_s);
    if (!isOurs
        && !folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System))
        return refusal(u"The folder %1 is open to other users and is not a Fairlead data folder. "
                       "Choose an empty or a new one with --data-dir."_s,
                       path);
    if (::chmod(name.constData(), S_IRWXU) != 0)
        return refusal(u"The data folder %1 is open to other users and cannot be closed to them. "
                       "Choose another with --data-dir."_s,
                       path);
    qCWarning(lcSettings).noquote()
        << "The data folder" << path << "was open to other users; it is closed to them now.";
#endif
    return {};
}

} // namespace

DataFolder::DataFolder(QString path)
    : m_path(std::move(path))
{}

QString DataFolder::resolvedPath(const QString &given)
{
    const QString wanted = given.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/fairlead"_s
        : given;
    return QDir::cleanPath(QFileInfo(wanted).absoluteFilePath());
}

Result<DataFolder> DataFolder::open(const QString &given)
{
    const QString path = resolvedPath(given);
    if (!QFileInfo::exists(path)) {
        if (const auto made = make(path); !made)
            return failure(made.error());
    }
    const QFileInfo folder(path);
    if (!folder.isDir())
        return refusal(u"%1 is not a folder. Choose another with --data-dir."_s, path);
    if (const auto closed = closeToOthers(path); !closed)
        return failure(closed.error());
    return DataFolder(folder.canonicalFilePath());
}

QString DataFolder::filePath(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

QString DataFolder::database() const
{
    return filePath(u"fairlead.db"_s);
}

Result<> DataFolder::noteDatabaseServer(const QString &server) const
{
    const QString note = filePath(databaseNote);
    QFile file(note);
    const QByteArray line = server.toUtf8() + '\n';
    const bool isNoted = file.open(QIODevice::ReadOnly) && file.read(line.size() + 1) == line;
    return isNoted ? Result<>() : durableWrite(note, line);
}

Result<> DataFolder::checkHasOwnDatabase() const
{
    QFile note(filePath(databaseNote));
    if (!note.exists())
        return {};
    constexpr qint64 longestName = 500;
    const bool isRead = note.open(QIODevice::ReadOnly);
    const QString server = isRead
        ? cleanedLine(QString::fromUtf8(note.read(longestName)), longestName).trimmed()
        : QString();
    return failure(ErrorCode::Conflict,
                   u"The data folder %1 was last used with the database %2. Start Fairlead as it "
                   "was then: fairleadd with --database. To use a file in the folder instead, "
                   "remove %3 first."_s.arg(QDir::toNativeSeparators(m_path),
                                            server.isEmpty() ? u"of a server"_s : server,
                                            QDir::toNativeSeparators(note.fileName())));
}

QString DataFolder::settings() const
{
    return filePath(u"settings.json"_s);
}

QString DataFolder::endpoint() const
{
    return filePath(u"endpoint.json"_s);
}

QString DataFolder::lock() const
{
    return filePath(u"instance.lock"_s);
}

} // namespace fairlead::settings
