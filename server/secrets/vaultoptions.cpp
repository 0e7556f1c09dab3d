// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/vaultoptions.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {

QString VaultOptions::folderKeyFile() const
{
    return dataFolder + u"/master.key"_s;
}

QList<KeyPlace> VaultOptions::keyPlaces() const
{
    QList<KeyPlace> places;
    const QString credential = credentialsFolder + u"/master-key"_s;
    if (!credentialsFolder.isEmpty() && QFileInfo::exists(credential))
        places.append(
            {credential, KeyFileProtection::ByItsFolder, MasterKeySource::SystemdCredential});
    if (!keyFile.isEmpty())
        places.append({keyFile, KeyFileProtection::OwnerOnly, MasterKeySource::KeyFile});
    if (QFileInfo::exists(folderKeyFile()))
        places.append({folderKeyFile(), KeyFileProtection::OwnerOnly, MasterKeySource::DataFolder});
    return places;
}

VaultOptions VaultOptions::fromEnvironment(const QString &dataFolder, FallbackPolicy fallback)
{
    return {.dataFolder = dataFolder,
            .fallback = fallback,
            .credentialsFolder = qEnvironmentVariable("CREDENTIALS_DIRECTORY"),
            .keyFile = qEnvironmentVariable("FAIRLEAD_MASTER_KEY_FILE")};
}

QString keychainItem(const QString &storeId)
{
    return u"fairlead/master-key/"_s + storeId;
}

} // namespace fairlead::secrets
