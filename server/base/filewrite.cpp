// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

tl::unexpected<Error> writeFailure(const QString &path, const QString &reason)
{
    return failure(
        ErrorCode::Storage,
        u"%1 could not be written (%2). Make room on the disk or correct the "
        "permissions of its folder, then try again."_s.arg(QDir::toNativeSeparators(path), reason));
}

bool syncDescriptor([[maybe_unused]] int descriptor)
{
#ifdef Q_OS_UNIX
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to do there.
    return ::fsync(descriptor) == 0 || errno == EINVAL;
#else
    return true;
#endif
}

} // namespace

Result<> durableWrite(const QString &path,
                      QByteArrayView bytes,
                      QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions))
        return writeFailure(path, file.errorString());
    // QSaveFile 6.4 commits an empty file on a full disk unless write and flush are both checked,
    // and it ignores what the sync says.
    const bool written = file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush();
    if (!written || !syncDescriptor(file.handle())) {
        const QString reason = written ? u"the disk reports an error"_s : file.errorString();
        file.cancelWriting();
        return writeFailure(path, reason);
    }
    if (!file.commit())
        return writeFailure(path, file.errorString());
    return syncFolderOf(path);
}

Result<> syncFolderOf([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return writeFailure(path, qt_error_string(errno));
    const bool synced = syncDescriptor(descriptor);
    ::close(descriptor);
    if (!synced)
        return writeFailure(path, u"the disk reports an error"_s);
#endif
    return {};
}

} // namespace fairlead
