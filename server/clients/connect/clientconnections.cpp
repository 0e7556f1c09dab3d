// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/connect/clientconnections.h"

#include "server/clients/catalogue.h"
#include "server/clients/configfile.h"
#include "server/clients/connect/clientsentences.h"
#include "server/clients/connect/foundclient.h"
#include "server/clients/edit/edit.h"
#include "server/clients/entry.h"
#include "server/clients/installlink.h"
#include "server/clients/maskeddiff.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

Q_LOGGING_CATEGORY(lcClients, "fairlead.server.clients")

// Looks like a key, and is masked like one.
const QString shownKey = u"mcp_0000000000000000"_s;

constexpr QFileDevice::Permissions readableByOthers =
    QFileDevice::ReadGroup | QFileDevice::ReadOther;

} // namespace

QString stateName(ClientState state)
{
    switch (state) {
    case ClientState::NotInstalled:
        return u"not_installed"_s;
    case ClientState::NotConnected:
        return u"not_connected"_s;
    case ClientState::Connected:
        return u"connected"_s;
    case ClientState::OldAddress:
        return u"old_address"_s;
    case ClientState::KeyRefused:
        return u"key_refused"_s;
    case ClientState::SwitchedOff:
        return u"switched_off"_s;
    case ClientState::ChangedByHand:
        return u"changed_by_hand"_s;
    case ClientState::Unreadable:
        return u"unreadable"_s;
    case ClientState::CopyOnly:
        return u"copy_only"_s;
    }
    return {};
}

ClientConnections::ClientConnections(Options options,
                                     accounts::McpKeys &keys,
                                     const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_keys(keys)
    , m_clock(clock)
    , m_records(m_options.recordsFile)
{
    connect(&m_keys, &accounts::McpKeys::changed, this, &ClientConnections::changed);
}

QList<ClientStatus> ClientConnections::list() const
{
    QList<ClientStatus> all;
    for (const Client &client : catalogue(m_options.machine))
        all.append(statusOf(client));
    return all;
}

Result<ClientStatus> ClientConnections::find(const QString &id) const
{
    const auto client = clientOf(id);
    if (!client)
        return failure(client.error());
    return statusOf(*client);
}

Result<ClientPreview> ClientConnections::preview(const QString &id) const
{
    const auto found = look(id);
    if (!found)
        return failure(found.error());
    QString key = shownKey;
    if (found->entry) {
        const Secret present = keyIn(found->client.shape, *found->entry);
        if (m_keys.authenticate(present.reveal()))
            key = QString::fromUtf8(present.reveal());
    }
    const Entry entry = entryFor(found->client.shape, m_options.address(), key);
    const auto text = textWithEntry(found->client, found->file.bytes, entry);
    const auto alone = textWithEntry(found->client, {}, entry);
    for (const auto *changed : {&text, &alone}) {
        if (!*changed)
            return failure(ErrorCode::Conflict,
                           notWritableSentence(
                               found->client.name, found->file.path, changed->error().message));
    }
    ClientPreview preview{.file = found->file.path,
                          .entry = masked(*alone),
                          .diff = maskedDiff(found->file.bytes, *text),
                          .fingerprint = found->file.fingerprint,
                          .notes = {}};
    if (found->file.target != found->file.path)
        preview.notes.append(linkNote(found->file.path, found->file.target));
    if (m_options.machine.platform != Platform::Windows
        && (found->file.permissions & readableByOthers) != QFileDevice::Permissions())
        preview.notes.append(readableNote(found->file.path));
    return preview;
}

Result<ClientChange> ClientConnections::add(const QString &id, const QString &fingerprint)
{
    const auto found = look(id);
    if (!found)
        return failure(found.error());
    if (!fingerprint.isEmpty() && fingerprint != found->file.fingerprint)
        return failure(ErrorCode::Conflict, changedSentence(found->file.path));
    const auto key = keyFor(*found);
    if (!key)
        return failure(key.error());
    const auto before = m_records.find(id);
    const bool isNewKey = !key->key.id.isEmpty() && key->key.id != before.keyId;
    const Entry entry =
        entryFor(found->client.shape, m_options.address(), QString::fromUtf8(key->secret.reveal()));
    const auto text = textWithEntry(found->client, found->file.bytes, entry);
    Result<ClientChange> change = text
        ? write(*found,
                *text,
                {.keyId = isNewKey ? key->key.id : before.keyId,
                 .written = {},
                 .madeKeyId = isNewKey ? key->key.id : QString(),
                 .extensionKeyId = before.extensionKeyId,
                 .linkKeyId = before.linkKeyId})
        : failure(ErrorCode::Conflict,
                  notWritableSentence(found->client.name, found->file.path, text.error().message));
    if (!change && isNewKey)
        forgetQuietly(key->key.id);
    // The key before this one is in no file any more.
    if (change && isNewKey)
        revokeQuietly(before.keyId);
    if (change && found->entry && isLinkedEntry(*found->entry))
        endLinkKey(found->client);
    return change;
}

Result<ClientChange> ClientConnections::remove(const QString &id, KeyEnd keyEnd)
{
    const auto found = look(id);
    if (!found)
        return failure(found.error());
    if (!found->entry)
        return failure(ErrorCode::NotFound, noEntrySentence(found->client.name, found->file.path));
    const auto text = textWithoutEntry(found->client, found->file.bytes);
    if (!text)
        return failure(
            ErrorCode::Conflict,
            notWritableSentence(found->client.name, found->file.path, text.error().message));
    const auto before = m_records.find(id);
    const QString keyId = before.keyId;
    auto change = write(*found,
                        *text,
                        {.keyId = keyEnd == KeyEnd::Keep ? keyId : QString(),
                         .written = {},
                         .madeKeyId = {},
                         .extensionKeyId = before.extensionKeyId,
                         .linkKeyId = before.linkKeyId});
    if (change && keyEnd == KeyEnd::Revoke) {
        revokeQuietly(keyId);
        if (isLinkedEntry(*found->entry))
            endLinkKey(found->client);
    }
    return change;
}

Result<ClientChange> ClientConnections::undo(const QString &id)
{
    const auto client = clientOf(id);
    if (!client)
        return failure(client.error());
    ClientRecord record = m_records.find(id);
    if (!record.written)
        return failure(ErrorCode::Conflict, nothingToUndoSentence(client->name));
    if (const auto restored = restoreConfigFile(*record.written, m_options.machine); !restored)
        return failure(restored.error());
    revokeQuietly(record.madeKeyId);
    if (record.keyId == record.madeKeyId)
        record.keyId.clear();
    record.written.reset();
    record.madeKeyId.clear();
    if (const auto saved = m_records.save(id, record); !saved)
        qCWarning(lcClients).noquote() << saved.error().message;
    Q_EMIT changed();
    return ClientChange{.status = statusOf(*client), .backup = {}};
}

Result<Client> ClientConnections::clientOf(const QString &id) const
{
    for (const Client &client : catalogue(m_options.machine)) {
        if (client.id == id)
            return client;
    }
    return failure(ErrorCode::NotFound, unknownClientSentence());
}

Result<ClientConnections::Found> ClientConnections::look(const QString &id) const
{
    auto client = clientOf(id);
    if (!client)
        return failure(client.error());
    if (client->format == Format::None)
        return failure(ErrorCode::Conflict, copyOnlySentence(client->name));
    auto file = readConfigFile(configurationFile(*client), m_options.machine);
    if (!file)
        return failure(file.error());
    auto entry = readEntry(*client, file->bytes);
    if (!entry)
        return failure(ErrorCode::Conflict,
                       unreadableSentence(client->name, file->path, entry.error().message));
    return Found{
        .client = std::move(*client), .file = std::move(*file), .entry = std::move(*entry)};
}

ClientStatus ClientConnections::statusOf(const Client &client) const
{
    ClientStatus status;
    status.id = client.id;
    status.name = client.name;
    status.file = configurationFile(client);
    status.takesExtension = client.shape == EntryShape::StdioBridge;
    status.takesLink = client.link != LinkDialect::None;
    const bool installed = isInstalled(client, m_options.machine);
    if (client.format == Format::None) {
        status.state = installed ? ClientState::CopyOnly : ClientState::NotInstalled;
        status.sentence =
            installed ? copyOnlySentence(client.name) : notInstalledSentence(client.name);
        return status;
    }
    const auto found = look(client.id);
    if (!found) {
        status.state = ClientState::Unreadable;
        status.sentence = found.error().message;
        return status;
    }
    const auto written = m_records.find(client.id).written;
    status.canUndo = written && written->target == found->file.target
        && written->fingerprint == found->file.fingerprint;
    status.hasEntry = found->entry.has_value();
    if (found->entry) {
        judgeEntry(client, *found->entry, status);
    } else {
        status.state = installed ? ClientState::NotConnected : ClientState::NotInstalled;
        status.sentence =
            installed ? notConnectedSentence(client.name) : notInstalledSentence(client.name);
        judgeExtension(client, status);
    }
    return status;
}

void ClientConnections::judgeEntry(const Client &client,
                                   const QJsonObject &entry,
                                   ClientStatus &status) const
{
    const ServerAddress address = m_options.address();
    const bool isLinked = client.link != LinkDialect::None && isLinkedEntry(entry);
    const auto match = isLinked ? compareLinkedEntry(address, linkKeyFile(client), entry)
                                : compareEntry(client.shape, address, entry);
    const Secret secret = isLinked ? linkKey(client) : keyIn(client.shape, entry);
    const auto key = m_keys.authenticate(secret.reveal());
    if (key) {
        status.keyId = key->id;
        status.lastUsedAt = key->lastUsedAt;
    }
    const bool isKeyOfUs = isLinked || secret.reveal().startsWith("mcp_");
    if (isSwitchedOff(entry) && key) {
        status.state = ClientState::SwitchedOff;
        status.sentence = switchedOffSentence(client.name);
    } else if (match == EntryMatch::Different || !isKeyOfUs) {
        status.state = ClientState::ChangedByHand;
        status.sentence = changedByHandSentence(client.name, status.file);
    } else if (!key) {
        status.state = ClientState::KeyRefused;
        status.sentence = keyRefusedSentence(client.name, key.error().message);
    } else if (match == EntryMatch::OtherAddress) {
        status.state = ClientState::OldAddress;
        status.sentence = oldAddressSentence(client.name, address.url);
    } else {
        status.state = ClientState::Connected;
        status.sentence = connectedSentence(client.name, status.lastUsedAt);
    }
}

/** The key that is in the entry when that one is in force, without an id where we did not make it;
 * else a new one. */
Result<accounts::CreatedMcpKey> ClientConnections::keyFor(const Found &found)
{
    if (found.entry) {
        Secret secret = keyIn(found.client.shape, *found.entry);
        const auto key = m_keys.authenticate(secret.reveal());
        if (key && key->userId == m_options.userId) {
            accounts::CreatedMcpKey kept{.key = *key, .secret = std::move(secret)};
            if (m_records.find(found.client.id).keyId != key->id)
                kept.key.id.clear();
            return kept;
        }
    }
    return newKey(found.client);
}

Result<accounts::CreatedMcpKey> ClientConnections::newKey(const Client &client)
{
    accounts::NewMcpKey request;
    request.userId = m_options.userId;
    request.name = client.name;
    // What an AI tool changes, its person has seen before.
    request.asks = tools::KeyAsking::Writes;
    return m_keys.create(request);
}

Result<ClientChange> ClientConnections::write(const Found &found,
                                              const QByteArray &text,
                                              ClientRecord record)
{
    auto written = writeConfigFile(found.file, text, m_clock.now(), m_options.machine);
    if (!written)
        return failure(written.error());
    const QString backup = written->backup;
    record.written = std::move(*written);
    if (const auto saved = m_records.save(found.client.id, record); !saved)
        qCWarning(lcClients).noquote() << saved.error().message;
    Q_EMIT changed();
    return ClientChange{.status = statusOf(found.client), .backup = backup};
}

void ClientConnections::revokeQuietly(const QString &keyId)
{
    if (keyId.isEmpty())
        return;
    const auto key = m_keys.find(m_options.userId, keyId);
    if (!key || key->revokedAt.isValid())
        return;
    if (const auto revoked = m_keys.revoke(m_options.userId, keyId); !revoked)
        qCWarning(lcClients).noquote() << revoked.error().message;
}

void ClientConnections::forgetQuietly(const QString &keyId)
{
    if (const auto forgotten = m_keys.forget(m_options.userId, keyId); !forgotten)
        qCWarning(lcClients).noquote() << forgotten.error().message;
}

} // namespace fairlead::clients
