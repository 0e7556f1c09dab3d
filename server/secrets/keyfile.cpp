// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/keyfile.h"

#include "server/base/filewrite.h"
#include "server/base/ids.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

constexpr QFileDevice::Permissions othersPermissions = QFileDevice::ReadGroup
    | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
    | QFileDevice::WriteOther | QFileDevice::ExeOther;

tl::unexpected<Error> refusal(const QString &text, const QString &path)
{
    return failure(ErrorCode::Storage, text.arg(QDir::toNativeSeparators(path)));
}

} // namespace

Result<Secret> readKeyFile(const QString &path, KeyFileProtection protection)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refusal(u"The master key %1 cannot be read. Check that the file exists and belongs "
                       "to you."_s,
                       path);
#ifdef Q_OS_UNIX
    if (protection == KeyFileProtection::OwnerOnly && (file.permissions() & othersPermissions) != 0)
        return refusal(u"The master key %1 can be read by other users, so it is not used. Run "
                       "\"chmod 600\" on it; if others may have seen it, replace it."_s,
                       path);
#endif
    Secret key(file.read(masterKeySize + 1));
    if (key.size() != masterKeySize)
        return refusal(u"The master key %1 does not hold exactly 32 bytes. Put the right file in "
                       "its place."_s,
                       path);
    return key;
}

Result<Secret> createKeyFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return failure(ErrorCode::Conflict,
                       u"The master key %1 exists already."_s.arg(QDir::toNativeSeparators(path)));
    Secret key(randomBytes(masterKeySize));
    if (const auto written = durableWrite(path, key.reveal()); !written)
        return failure(written.error());
    return key;
}

} // namespace fairlead::secrets
