// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/linkfreefile.h"

#include "server/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype longestShownPath = 300;

QString shown(const QString &path)
{
    return cleanedLine(QDir::toNativeSeparators(path), longestShownPath);
}

tl::unexpected<Error> missing(const QString &path)
{
    return failure(ErrorCode::NotFound, u"%1 does not exist."_s.arg(shown(path)));
}

tl::unexpected<Error> notRegular(const QString &path)
{
    return failure(ErrorCode::InvalidInput,
                   u"%1 is not a regular file. Give the path of a file."_s.arg(shown(path)));
}

tl::unexpected<Error> isLink(const QString &path)
{
    return failure(ErrorCode::Forbidden,
                   u"%1 was changed while it was being opened: a part of its path is a symbolic "
                   "link now. Try again."_s.arg(shown(path)));
}

tl::unexpected<Error> exists(const QString &path)
{
    return failure(ErrorCode::Conflict, u"%1 exists already."_s.arg(shown(path)));
}

tl::unexpected<Error> leadsElsewhere(const QString &path)
{
    return failure(ErrorCode::Forbidden,
                   u"%1 is a symbolic link or no folder, and nothing is written through one. Take "
                   "it away, then try again."_s.arg(shown(path)));
}

tl::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(ErrorCode::Storage,
                   u"%1 could not be written (%2). Make room on the disk or correct the "
                   "permissions of its folder, then try again."_s.arg(shown(path), reason));
}

#ifdef Q_OS_UNIX

/** A file descriptor that closes itself. */
class Descriptor final
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    {}
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(Descriptor &&other) noexcept
        : m_value(other.release())
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    Q_DISABLE_COPY(Descriptor)

    [[nodiscard]] int get() const { return m_value; }
    int release() { return std::exchange(m_value, -1); }

private:
    int m_value;
};

// Enough to look a name up in a folder that may be entered but not listed.
#if defined(O_PATH)
constexpr int folderFlags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
#elif defined(O_SEARCH)
constexpr int folderFlags = O_SEARCH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
#else
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
#endif
constexpr mode_t newFileMode = S_IRUSR | S_IWUSR;
// What is written beside the person's own files they may share like those.
constexpr mode_t sharedFileMode = newFileMode | S_IRGRP | S_IROTH;
constexpr mode_t sharedFolderMode = sharedFileMode | S_IXUSR | S_IXGRP | S_IXOTH;

tl::unexpected<Error> openFailure(const QString &path, int number)
{
    switch (number) {
    case ENOENT:
        return missing(path);
    case ELOOP:
    case ENOTDIR:
        return isLink(path);
    case EEXIST:
        return exists(path);
    case EACCES:
    case EPERM:
        return failure(ErrorCode::Forbidden,
                       u"The user that Fairlead runs as may not open %1 (%2)."_s.arg(
                           shown(path), qt_error_string(number)));
    default:
        return failure(ErrorCode::Storage,
                       u"%1 could not be opened (%2)."_s.arg(shown(path), qt_error_string(number)));
    }
}

Result<Descriptor> openFolder(const QString &path)
{
    Descriptor folder(::open("/", folderFlags));
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        Descriptor next(::openat(folder.get(), QFile::encodeName(part).constData(), folderFlags));
        if (next.get() < 0)
            return openFailure(path, errno);
        folder = std::move(next);
    }
    if (folder.get() < 0)
        return openFailure(path, errno);
    return folder;
}

bool isWritten(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const auto count = ::write(
            descriptor, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += std::max<qsizetype>(count, 0);
    }
    // A full network drive says so only here; some file systems cannot sync and say EINVAL.
    return ::fsync(descriptor) == 0 || errno == EINVAL;
}

#endif

} // namespace

#ifdef Q_OS_UNIX

Result<std::unique_ptr<QFile>> openWithoutLinks(const QString &path)
{
    const QFileInfo info(path);
    const auto folder = openFolder(info.path());
    if (!folder)
        return failure(folder.error());
    const QByteArray name = QFile::encodeName(info.fileName());
    struct stat found = {};
    // Opening a device can do something, so that what it is comes first.
    if (::fstatat(folder->get(), name.constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return openFailure(path, errno);
    if (S_ISLNK(found.st_mode))
        return isLink(path);
    if (!S_ISREG(found.st_mode))
        return notRegular(path);
    Descriptor descriptor(::openat(folder->get(),
                                   name.constData(),
                                   O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (descriptor.get() < 0)
        return openFailure(path, errno);
    if (::fstat(descriptor.get(), &found) != 0 || !S_ISREG(found.st_mode))
        return notRegular(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(descriptor.get(), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return openFailure(path, EIO);
    descriptor.release();
    return file;
}

Result<> writeNewFile(const QString &folder, const QString &name, const QByteArray &content)
{
    const QString path = folder + u'/' + name;
    const auto opened = openFolder(folder);
    if (!opened)
        return failure(opened.error());
    const QByteArray encoded = QFile::encodeName(name);
    const Descriptor file(::openat(opened->get(),
                                   encoded.constData(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                   newFileMode));
    if (file.get() < 0)
        return openFailure(path, errno);
    if (!isWritten(file.get(), content)) {
        const QString reason = qt_error_string(errno);
        ::unlinkat(opened->get(), encoded.constData(), 0);
        return unwritable(path, reason);
    }
    return {};
}

Result<> replaceFile(const QString &folder,
                     const QString &below,
                     const QString &name,
                     const QByteArray &content)
{
    const QString place = folder + u'/' + below;
    const auto opened = openFolder(folder);
    if (!opened)
        return failure(opened.error());
    const QByteArray belowEncoded = QFile::encodeName(below);
    if (::mkdirat(opened->get(), belowEncoded.constData(), sharedFolderMode) != 0
        && errno != EEXIST)
        return openFailure(place, errno);
    const Descriptor inside(::openat(opened->get(), belowEncoded.constData(), folderFlags));
    if (inside.get() < 0)
        return errno == ELOOP || errno == ENOTDIR ? leadsElsewhere(place)
                                                  : openFailure(place, errno);
    const QByteArray target = QFile::encodeName(name);
    const QByteArray fresh = target + ".new";
    // What a crash left.
    ::unlinkat(inside.get(), fresh.constData(), 0);
    const Descriptor file(::openat(inside.get(),
                                   fresh.constData(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                   sharedFileMode));
    if (file.get() < 0)
        return openFailure(place + u'/' + name, errno);
    // Renaming replaces what has the name, a symbolic link itself and not what it leads to.
    if (!isWritten(file.get(), content)
        || ::renameat(inside.get(), fresh.constData(), inside.get(), target.constData()) != 0) {
        const QString reason = qt_error_string(errno);
        ::unlinkat(inside.get(), fresh.constData(), 0);
        return unwritable(place + u'/' + name, reason);
    }
    return {};
}

#else

// Windows knows no openat(); a link there needs rights that ordinary programs do not have. What was
// opened is looked at again, so that a swapped path is found out before a byte is read.

Result<std::unique_ptr<QFile>> openWithoutLinks(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return missing(path);
    if (!info.isFile())
        return notRegular(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return failure(ErrorCode::Forbidden,
                       u"%1 could not be opened (%2)."_s.arg(shown(path), file->errorString()));
    if (QFileInfo(path).canonicalFilePath() != path)
        return isLink(path);
    return file;
}

Result<> writeNewFile(const QString &folder, const QString &name, const QByteArray &content)
{
    const QString path = folder + u'/' + name;
    if (QFileInfo(folder).canonicalFilePath() != folder)
        return isLink(folder);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return QFileInfo::exists(path) ? exists(path) : unwritable(path, file.errorString());
    if (file.write(content) != content.size() || !file.flush()) {
        const QString reason = file.errorString();
        file.remove();
        return unwritable(path, reason);
    }
    return {};
}

Result<> replaceFile(const QString &folder,
                     const QString &below,
                     const QString &name,
                     const QByteArray &content)
{
    const QString place = folder + u'/' + below;
    QDir(folder).mkdir(below);
    if (QFileInfo(place).canonicalFilePath() != place || !QFileInfo(place).isDir())
        return leadsElsewhere(place);
    QSaveFile file(place + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush()
        || !file.commit())
        return unwritable(file.fileName(), file.errorString());
    return {};
}

#endif

} // namespace fairlead::providers
