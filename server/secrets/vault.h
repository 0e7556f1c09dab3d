// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"
#include "server/secrets/keychain.h"
#include "server/secrets/vaultoptions.h"

#include <QCoroTask>
#include <QHash>
#include <QTimer>

#include <memory>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::secrets {

class Sealing;

/** Whether secrets can be read and written now. */
enum class VaultState {
    Opening, ///< the keychain has been asked and has not answered yet
    Ready,
    Locked, ///< the keychain is locked
    Absent, ///< no keychain answers and no other source was given
    Denied, ///< the keychain refuses us, or the key file that was given cannot be used
    KeyChanged, ///< the key that sealed what is stored is gone, or another one was found
};

/** Where the master key of another data folder was put. */
enum class KeyHome {
    Here, ///< it is the one in use, and will be found again
    Keychain,
    File, ///< nowhere yet: it belongs into DATA_DIR/master.key
};

/**
 * Tokens, sealed with AES-256-GCM under one master key, in the table `secrets`. The record's id and
 * generation are authenticated with it, so that rows cannot be swapped. Without the master key
 * every call fails with SecretsUnavailable and nothing is lost.
 *
 * The master key is looked for in this order: systemd credential, FAIRLEAD_MASTER_KEY_FILE,
 * DATA_DIR/master.key, keychain. A new one is made only while the database knows of none. As long
 * as there is none, it is looked for again every minute, when the keychain answers late, and by
 * retry(). Database and keychain must outlive the vault.
 */
class Vault : public QObject
{
    Q_OBJECT

public:
    Vault(store::Database &database,
          Keychain &keychain,
          VaultOptions options,
          QObject *parent = nullptr);
    ~Vault() override;

    /** Another instance on this database has changed or removed this record: it is read anew. */
    void forget(const QString &id) { m_records.remove(id); }
    Q_DISABLE_COPY_MOVE(Vault)

    /** Looks for the master key. Ready at once when a file has it, Opening when the keychain was
     * asked. Storage when the database cannot be read. Again later: all records are read anew. */
    [[nodiscard]] Result<> open();
    /** Looks again now, for a person who is there to answer the keychain's question; nothing
     * happens when Ready or when an answer is awaited anyway. */
    void retry();
    /** The person's consent to keep the master key in DATA_DIR/master.key, unprotected by a
     * keychain. Conflict when a master key exists already. */
    [[nodiscard]] Result<> useKeyFile();
    /** Whether useKeyFile() would help now. */
    [[nodiscard]] bool canUseKeyFile() const;

    [[nodiscard]] VaultState state() const { return m_state; }
    [[nodiscard]] MasterKeySource source() const { return m_source; }
    /** One or two sentences for a person: what is wrong with secrets and what to do; empty when
     * Ready. */
    [[nodiscard]] QString stateMessage() const { return m_stateMessage; }

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
    /** NotFound; Storage when the record is damaged; SecretsUnavailable when another master key
     * sealed it. */
    [[nodiscard]] Result<Stored> get(const QString &id) const;
    /** The stored generation, 0 when there is none; needs no master key. A record that another
     * instance on the database has changed is read anew from here on. */
    [[nodiscard]] Result<qint64> generation(const QString &id) const;
    /** Deletes and verifies that it is gone; removing what does not exist is no error. Needs no
     * master key. */
    [[nodiscard]] Result<> remove(const QString &id);

    /** A key for another purpose (signing management tokens), derived from the master key with
     * HKDF-SHA-256. */
    [[nodiscard]] Result<Secret> derivedKey(QByteArrayView purpose) const;

    /** The master key itself, for a backup that seals it again; for nothing else. */
    [[nodiscard]] Result<Secret> masterKey() const;
    /**
     * Makes the master key of a database that is to take the place of this one (`storeId` is its
     * own name) be found at the next start. SecretsUnavailable, with what to do, when the keychain
     * does not take it.
     */
    [[nodiscard]] QCoro::Task<Result<KeyHome>> keepFor(QString storeId, Secret key);

Q_SIGNALS:
    void stateChanged();

private:
    /** A row of the table, still sealed. */
    struct Record
    {
        qint64 generation = 0;
        QString keyId;
        QByteArray nonce;
        QByteArray sealed;
    };

    [[nodiscard]] Result<> readMeta();
    [[nodiscard]] Result<Record> record(const QString &id) const;
    [[nodiscard]] bool lookInFiles();
    [[nodiscard]] bool isKnown(const Secret &key) const;
    void look(Prompting prompting);
    [[nodiscard]] QCoro::Task<> askKeychain(Prompting prompting);
    [[nodiscard]] QCoro::Task<> makeKeyInKeychain();
    void understand(const KeychainAnswer &answer);
    void fallBack(const QString &detail);
    void adopt(Secret key, MasterKeySource source);
    void adoptFile(Result<Secret> key, MasterKeySource source);
    void enter(VaultState state, const QString &message = {});
    [[nodiscard]] tl::unexpected<Error> unavailable() const;

    store::Database &m_database;
    Keychain &m_keychain;
    VaultOptions m_options;
    QTimer m_retryTimer;
    std::unique_ptr<Sealing> m_sealing;
    /** The sound ones, as the table has them: every call of a tool needs one. Forgotten at each
     * change; of another instance's open() and generation() tell. */
    mutable QHash<QString, Record> m_records;
    QString m_storeId;
    QString m_knownKeyId; ///< of the key that sealed what is stored; empty: none yet
    VaultState m_state = VaultState::Opening;
    MasterKeySource m_source = MasterKeySource::None;
    QString m_stateMessage;
    bool m_asking = false;
};

} // namespace fairlead::secrets
