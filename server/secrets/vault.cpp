// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/vault.h"

#include "server/base/ids.h"
#include "server/secrets/keyfile.h"
#include "server/secrets/meta.h"
#include "server/secrets/sealing.h"
#include "server/store/database.h"

#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

Q_LOGGING_CATEGORY(lcSecrets, "fairlead.server.secrets")

constexpr int schemaVersion = 1;

/** What is sealed together with a secret; each part has its length in front, so that no two records
 * share a context. */
QByteArray sealingContext(const QString &id, qint64 generation, const QString &keyId)
{
    std::string context;
    const auto add = [&context](const std::string &part) {
        context.append(std::to_string(part.size())).append(1, ':').append(part);
    };
    add(std::to_string(schemaVersion));
    add(id.toStdString());
    add(std::to_string(generation));
    add(keyId.toStdString());
    return QByteArray::fromStdString(context);
}

} // namespace

Vault::Vault(store::Database &database, Keychain &keychain, VaultOptions options, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_keychain(keychain)
    , m_options(std::move(options))
    , m_stateMessage(u"Fairlead has not looked for its master key yet."_s)
{
    m_retryTimer.setInterval(m_options.retryInterval);
    const auto lookAgain = [this] { look(Prompting::Avoided); };
    connect(&m_retryTimer, &QTimer::timeout, this, lookAgain);
    connect(&m_keychain, &Keychain::answeredLate, this, lookAgain);
}

Vault::~Vault() = default;

Result<> Vault::open()
{
    m_records.clear();
    if (auto read = readMeta(); !read)
        return read;
    retry();
    return {};
}

Result<> Vault::readMeta()
{
    const auto keyId = metaValue(m_database, u"master_key_id"_s);
    auto storeId = metaValue(m_database, u"store_id"_s);
    if (!keyId || !storeId)
        return failure(keyId ? storeId.error() : keyId.error());
    if (storeId->isEmpty()) {
        storeId = setMetaValue(m_database, u"store_id"_s, newId(u""));
        if (!storeId)
            return failure(storeId.error());
    }
    m_knownKeyId = *keyId;
    m_storeId = *storeId;
    return {};
}

void Vault::retry()
{
    look(Prompting::Allowed);
}

void Vault::look(Prompting prompting)
{
    if (m_state == VaultState::Ready || m_asking || m_storeId.isEmpty())
        return;
    m_retryTimer.start();
    if (lookInFiles())
        return;
    m_asking = true;
    QCoro::connect(askKeychain(prompting), this, [this] { m_asking = false; });
}

bool Vault::lookInFiles()
{
    const auto places = m_options.keyPlaces();
    if (places.isEmpty())
        return false;
    // A restored backup may have brought a key of its own, which no other one shall hide.
    auto place = std::find_if(places.begin(), places.end(), [this](const KeyPlace &file) {
        const auto key = readKeyFile(file.path, file.protection);
        return key && !m_knownKeyId.isEmpty() && Sealing(*key).keyId() == m_knownKeyId;
    });
    if (place == places.end())
        place = places.begin();
    adoptFile(readKeyFile(place->path, place->protection), place->source);
    return true;
}

QCoro::Task<> Vault::askKeychain(Prompting prompting)
{
    const QPointer<Vault> self(this);
    const KeychainAnswer answer = co_await m_keychain.read(keychainItem(m_storeId), prompting);
    if (!self || m_state == VaultState::Ready)
        co_return;
    if (answer.state != KeychainState::Ready) {
        understand(answer);
    } else if (answer.found) {
        adopt(answer.value, MasterKeySource::Keychain);
    } else if (!m_knownKeyId.isEmpty()) {
        enter(VaultState::KeyChanged,
              u"The keychain does not have the master key that protects your stored sign-ins. If "
              "another keychain was in use before, make it available and restart Fairlead; nothing "
              "was deleted."_s);
    } else {
        co_await makeKeyInKeychain();
    }
}

QCoro::Task<> Vault::makeKeyInKeychain()
{
    const QPointer<Vault> self(this);
    const Secret key(randomBytes(masterKeySize));
    const KeychainAnswer answer = co_await m_keychain.write(keychainItem(m_storeId), key);
    if (!self || m_state == VaultState::Ready)
        co_return;
    if (answer.state == KeychainState::Ready)
        adopt(key, MasterKeySource::Keychain);
    else
        understand(answer);
}

void Vault::understand(const KeychainAnswer &answer)
{
    switch (answer.state) {
    case KeychainState::Locked:
        enter(VaultState::Locked,
              u"The keychain is locked, so stored sign-ins cannot be used. Unlock it; Fairlead "
              "goes on by itself."_s);
        break;
    case KeychainState::Denied:
        enter(VaultState::Denied,
              u"The keychain refuses access to Fairlead. Allow it in the keychain's settings, then "
              "try again."_s);
        break;
    case KeychainState::Busy:
        enter(VaultState::Opening,
              u"The keychain has not answered yet. It may be waiting for you to unlock it; "
              "Fairlead goes on by itself."_s);
        break;
    case KeychainState::Absent:
    case KeychainState::Ready:
        fallBack(answer.detail);
        break;
    }
    if (!answer.detail.isEmpty())
        qCInfo(lcSecrets).noquote() << "The keychain says:" << answer.detail;
}

void Vault::fallBack(const QString &detail)
{
    if (m_options.fallback == FallbackPolicy::CreateKeyFile && m_knownKeyId.isEmpty()) {
        adoptFile(createKeyFile(m_options.folderKeyFile()), MasterKeySource::DataFolder);
        return;
    }
    const QString cure = m_knownKeyId.isEmpty()
        ? u"Start a keychain, or set FAIRLEAD_MASTER_KEY_FILE to a file with 32 random bytes."_s
        : u"Start the keychain that holds the master key, or set FAIRLEAD_MASTER_KEY_FILE to a "
          "file with it."_s;
    enter(VaultState::Absent,
          u"No keychain answers on this computer%1, so sign-ins cannot be stored or used. %2"_s.arg(
              detail.isEmpty() ? QString() : u" (%1)"_s.arg(detail), cure));
}

void Vault::adoptFile(Result<Secret> key, MasterKeySource source)
{
    if (!key) {
        enter(VaultState::Denied, key.error().message);
        return;
    }
    adopt(std::move(*key), source);
    if (m_state == VaultState::Ready && source == MasterKeySource::DataFolder)
        qCWarning(lcSecrets).noquote()
            << "The master key lies in" << QDir::toNativeSeparators(m_options.folderKeyFile())
            << "beside the data it protects: whoever can copy this folder can read the sign-ins.";
}

void Vault::adopt(Secret key, MasterKeySource source)
{
    if (key.size() != masterKeySize) {
        enter(VaultState::KeyChanged,
              u"The keychain's master key for Fairlead is damaged, so stored sign-ins cannot be "
              "used. Put it back from a backup; nothing was deleted."_s);
        return;
    }
    auto sealing = std::make_unique<Sealing>(std::move(key));
    if (m_knownKeyId.isEmpty()) {
        const auto known = setMetaValue(m_database, u"master_key_id"_s, sealing->keyId());
        if (!known) {
            enter(VaultState::Denied, known.error().message);
            return;
        }
        m_knownKeyId = *known;
    }
    if (sealing->keyId() != m_knownKeyId) {
        enter(VaultState::KeyChanged,
              u"The master key that was found is not the one that protects your stored sign-ins. "
              "Make the right one available and restart Fairlead; nothing was deleted."_s);
        return;
    }
    m_sealing = std::move(sealing);
    m_source = source;
    enter(VaultState::Ready);
}

Result<> Vault::useKeyFile()
{
    if (!canUseKeyFile())
        return failure(ErrorCode::Conflict,
                       u"A key file cannot be made now: %1"_s.arg(
                           m_state == VaultState::Ready ? u"the master key is at hand already."_s
                                                        : m_stateMessage));
    adoptFile(createKeyFile(m_options.folderKeyFile()), MasterKeySource::DataFolder);
    return m_state == VaultState::Ready ? Result<>()
                                        : Result<>(failure(ErrorCode::Storage, m_stateMessage));
}

bool Vault::canUseKeyFile() const
{
    return m_state != VaultState::Ready && !m_storeId.isEmpty() && m_knownKeyId.isEmpty()
        && m_options.keyFile.isEmpty() && !QFileInfo::exists(m_options.folderKeyFile());
}

void Vault::enter(VaultState state, const QString &message)
{
    if (state == VaultState::Ready)
        m_retryTimer.stop();
    const bool differs = state != m_state || message != m_stateMessage;
    m_state = state;
    m_stateMessage = message;
    if (!differs)
        return;
    if (!message.isEmpty())
        qCWarning(lcSecrets).noquote() << message;
    Q_EMIT stateChanged();
}

Result<qint64> Vault::put(const QString &id, const Secret &secret, qint64 expectedGeneration)
{
    if (!m_sealing)
        return unavailable();
    const qint64 next = expectedGeneration + 1;
    const QString keyId = m_sealing->keyId();
    const auto sealed = m_sealing->seal(secret, sealingContext(id, next, keyId));
    if (!sealed)
        return failure(sealed.error());
    m_records.remove(id);
    const auto stored = expectedGeneration == 0
        ? m_database.execute(u"INSERT INTO secrets (generation, key_id, nonce, sealed, id) "
                             "VALUES (?, ?, ?, ?, ?)"_s,
                             {next, keyId, sealed->nonce, sealed->bytes, id})
        : m_database.execute(
            u"UPDATE secrets SET generation = ?, key_id = ?, nonce = ?, sealed = ? "
            "WHERE id = ? AND generation = ?"_s,
            {next, keyId, sealed->nonce, sealed->bytes, id, expectedGeneration});
    const bool taken = stored ? *stored == 0 : stored.error().code == ErrorCode::Conflict;
    if (taken)
        return failure(ErrorCode::Conflict,
                       u"This sign-in was changed by somebody else in the meantime. Try again."_s);
    if (!stored)
        return failure(stored.error());
    return next;
}

Result<Vault::Record> Vault::record(const QString &id) const
{
    if (const auto known = m_records.constFind(id); known != m_records.cend())
        return *known;
    const auto rows = m_database.select(
        u"SELECT generation, key_id, nonce, sealed FROM secrets WHERE id = ?"_s, {id});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"No sign-in is stored here. Connect again."_s);
    const store::Row &row = rows->first();
    return Record{.generation = row.number(u"generation"_s),
                  .keyId = row.text(u"key_id"_s),
                  .nonce = row.value(u"nonce"_s).toByteArray(),
                  .sealed = row.value(u"sealed"_s).toByteArray()};
}

Result<Vault::Stored> Vault::get(const QString &id) const
{
    if (!m_sealing)
        return unavailable();
    const auto found = record(id);
    if (!found)
        return failure(found.error());
    if (found->keyId != m_sealing->keyId())
        return failure(ErrorCode::SecretsUnavailable,
                       u"This sign-in was stored with another master key. Connect again."_s);
    auto secret = m_sealing->open({.nonce = found->nonce, .bytes = found->sealed},
                                  sealingContext(id, found->generation, found->keyId));
    if (!secret)
        return failure(ErrorCode::Storage,
                       u"The stored sign-in is damaged and cannot be used. Connect again."_s);
    // A transaction may still be taken back.
    if (!m_database.isInTransaction())
        m_records.insert(id, *found);
    return Stored{.secret = std::move(*secret), .generation = found->generation};
}

Result<qint64> Vault::generation(const QString &id) const
{
    const auto rows = m_database.select(u"SELECT generation FROM secrets WHERE id = ?"_s, {id});
    if (!rows)
        return failure(rows.error());
    const qint64 stored = rows->isEmpty() ? 0 : rows->first().number(u"generation"_s);
    const auto known = m_records.constFind(id);
    // Another instance has changed it.
    if (known != m_records.cend() && known->generation != stored)
        m_records.erase(known);
    return stored;
}

Result<> Vault::remove(const QString &id)
{
    m_records.remove(id);
    const auto removed = m_database.execute(u"DELETE FROM secrets WHERE id = ?"_s, {id});
    if (!removed)
        return failure(removed.error());
    const auto left = generation(id);
    if (!left)
        return failure(left.error());
    if (*left != 0)
        return failure(ErrorCode::Storage,
                       u"The stored sign-in could not be deleted. Try again."_s);
    return {};
}

Result<Secret> Vault::derivedKey(QByteArrayView purpose) const
{
    if (!m_sealing)
        return unavailable();
    return m_sealing->derivedKey("fairlead purpose " + purpose.toByteArray());
}

Result<Secret> Vault::masterKey() const
{
    return m_sealing ? Result<Secret>(m_sealing->masterKey()) : unavailable();
}

QCoro::Task<Result<KeyHome>> Vault::keepFor(QString storeId, Secret key)
{
    const bool isFile = m_sealing && m_source != MasterKeySource::Keychain;
    if (m_sealing && m_sealing->keyId() == Sealing(key).keyId() && (isFile || storeId == m_storeId))
        co_return KeyHome::Here;
    if (isFile || m_state == VaultState::Absent)
        co_return KeyHome::File;
    const KeychainAnswer answer = co_await m_keychain.write(keychainItem(storeId), std::move(key));
    if (answer.state == KeychainState::Ready)
        co_return KeyHome::Keychain;
    if (answer.state == KeychainState::Absent)
        co_return KeyHome::File;
    co_return failure(ErrorCode::SecretsUnavailable,
                      u"The keychain did not take the master key of the backup, so nothing was "
                      "restored. Unlock it, then restore again."_s);
}

tl::unexpected<Error> Vault::unavailable() const
{
    return failure(ErrorCode::SecretsUnavailable, m_stateMessage);
}

} // namespace fairlead::secrets
