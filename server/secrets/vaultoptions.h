// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/keyfile.h"

#include <QList>
#include <QString>

#include <chrono>

namespace fairlead::secrets {

/** Where the master key came from; shown in `status`. */
enum class MasterKeySource { None, Keychain, SystemdCredential, KeyFile, DataFolder };

/** What happens at the first start where no keychain answers. */
enum class FallbackPolicy {
    CreateKeyFile, ///< make DATA_DIR/master.key at once (fairleadd)
    Ask, ///< wait for useKeyFile() (the tray)
    Never,
};

/** A file with the master key. */
struct KeyPlace
{
    QString path;
    KeyFileProtection protection = KeyFileProtection::OwnerOnly;
    MasterKeySource source = MasterKeySource::None;
};

/** Where a vault looks for its master key, beside the keychain. */
struct VaultOptions
{
    QString dataFolder; ///< where master.key lies, if there is one
    FallbackPolicy fallback = FallbackPolicy::Never;
    QString credentialsFolder; ///< systemd's $CREDENTIALS_DIRECTORY, may be empty
    QString keyFile; ///< $FAIRLEAD_MASTER_KEY_FILE, may be empty
    std::chrono::milliseconds retryInterval{60'000};

    /** DATA_DIR/master.key. */
    [[nodiscard]] QString folderKeyFile() const;
    /** The files that say what the master key is, in the order in which they count; a file that the
     * environment names is one of them even where it is missing. */
    [[nodiscard]] QList<KeyPlace> keyPlaces() const;

    /** The two places that the environment names. */
    [[nodiscard]] static VaultOptions fromEnvironment(const QString &dataFolder,
                                                      FallbackPolicy fallback);
};

/** What the keychain calls the master key of the database with this name of its own. */
[[nodiscard]] QString keychainItem(const QString &storeId);

} // namespace fairlead::secrets
