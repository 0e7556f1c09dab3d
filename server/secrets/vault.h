// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QObject>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::secrets {

/** Where the master key came from; shown in `status`. */
enum class MasterKeySource { None, Keychain, SystemdCredential, KeyFile, DataFolder };

/** Whether secrets can be read and written now. */
enum class VaultState {
    Opening, ///< the keychain has been asked and has not answered yet
    Ready,
    Locked, ///< the keychain is locked
    Absent, ///< no keychain answers and no other source was given
    Denied, ///< the keychain refuses us
    KeyChanged, ///< a key was found, but it is not the one that sealed what is stored
};

/**
 * Tokens, sealed with AES-256-GCM under one master key, in the table `secrets`. The record's id and
 * generation are authenticated with it, so that rows cannot be swapped. Without the master key
 * every call fails with SecretsUnavailable and nothing is lost.
 */
class Vault : public QObject
{
    Q_OBJECT

public:
    explicit Vault(store::Database &database, QObject *parent = nullptr);
    ~Vault() override;

    [[nodiscard]] VaultState state() const;
    [[nodiscard]] MasterKeySource source() const;
    /** One or two sentences for a person: what is wrong with secrets and what to do; empty when
     * Ready. */
    [[nodiscard]] QString stateMessage() const;

    /** Stores a secret at generation `expectedGeneration + 1`; Conflict when the stored generation
       differs (0: must not exist yet). Returns the new generation. */
    [[nodiscard]] Result<qint64> put(const QString &id,
                                     const Secret &secret,
                                     qint64 expectedGeneration = 0);
    struct Stored
    {
        Secret secret;
        qint64 generation = 0;
    };
    [[nodiscard]] Result<Stored> get(const QString &id) const;
    /** Deletes and verifies that it is gone; removing what does not exist is no error. */
    [[nodiscard]] Result<> remove(const QString &id);

    /** A key for another purpose (signing management tokens), derived from the master key with
     * HKDF-SHA-256. */
    [[nodiscard]] Result<Secret> derivedKey(QByteArrayView purpose) const;

Q_SIGNALS:
    void stateChanged();
};

} // namespace fairlead::secrets
