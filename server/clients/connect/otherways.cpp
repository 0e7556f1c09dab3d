// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ways to connect a client that write no entry into its configuration: an extension for it to
// install, and a link that makes it ask the person.
#include "server/base/filewrite.h"
#include "server/clients/connect/clientconnections.h"
#include "server/clients/connect/clientsentences.h"
#include "server/clients/connect/foundclient.h"
#include "server/clients/extension.h"
#include "server/clients/installlink.h"

#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

Q_LOGGING_CATEGORY(lcClients, "fairlead.server.clients")

constexpr qint64 longestKey = 4096;
constexpr auto readableByAll = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;

bool takesExtension(const Client &client)
{
    return client.shape == EntryShape::StdioBridge;
}

} // namespace

Result<accounts::CreatedMcpKey> ClientConnections::saveExtension(const QString &id,
                                                                 const QString &path)
{
    const auto client = clientOf(id);
    if (!client)
        return failure(client.error());
    if (!takesExtension(*client))
        return failure(ErrorCode::NotFound, noExtensionSentence(client->name));
    auto key = newKey(*client);
    if (!key)
        return key;
    const QByteArray bundle = extensionBundle(m_options.address(), m_options.machine.platform);
    if (const auto saved = durableWrite(path, bundle, readableByAll); !saved) {
        forgetQuietly(key->key.id);
        return failure(saved.error());
    }
    ClientRecord record = m_records.find(id);
    record.extensionKeyId = key->key.id;
    if (const auto saved = m_records.save(id, record); !saved)
        qCWarning(lcClients).noquote() << saved.error().message;
    Q_EMIT changed();
    return key;
}

/** Nobody but the client knows whether the extension is installed, until it calls with its key. */
void ClientConnections::judgeExtension(const Client &client, ClientStatus &status) const
{
    const auto key = m_keys.find(m_options.userId, m_records.find(client.id).extensionKeyId);
    if (!key || key->revokedAt.isValid() || !key->lastUsedAt.isValid())
        return;
    status.keyId = key->id;
    status.lastUsedAt = key->lastUsedAt;
    status.state = ClientState::Connected;
    status.sentence = connectedSentence(client.name, key->lastUsedAt);
}

Result<QByteArray> ClientConnections::makeLink(const QString &id)
{
    const auto client = clientOf(id);
    if (!client)
        return failure(client.error());
    if (client->link == LinkDialect::None)
        return failure(ErrorCode::NotFound, noLinkSentence(client->name));
    const auto found = look(id);
    if (!found)
        return failure(found.error());
    if (found->entry && !isLinkedEntry(*found->entry))
        return failure(ErrorCode::Conflict, linkedAlreadySentence(client->name));
    if (!m_keys.authenticate(linkKey(*client).reveal())) {
        if (const auto renewed = renewLinkKey(*client); !renewed)
            return failure(renewed.error());
    }
    return installLink(*client, m_options.address(), linkKeyFile(*client));
}

QString ClientConnections::linkKeyFile(const Client &client) const
{
    return u"%1/client-%2.key"_s.arg(m_options.keysFolder, client.id);
}

Secret ClientConnections::linkKey(const Client &client) const
{
    QFile file(linkKeyFile(client));
    return Secret(file.open(QIODevice::ReadOnly) ? file.readLine(longestKey).trimmed()
                                                 : QByteArray());
}

Result<> ClientConnections::renewLinkKey(const Client &client)
{
    const auto key = newKey(client);
    if (!key)
        return failure(key.error());
    if (auto written = durableWrite(linkKeyFile(client), key->secret.reveal()); !written) {
        forgetQuietly(key->key.id);
        return written;
    }
    ClientRecord record = m_records.find(client.id);
    record.linkKeyId = key->key.id;
    if (const auto saved = m_records.save(client.id, record); !saved)
        qCWarning(lcClients).noquote() << saved.error().message;
    Q_EMIT changed();
    return {};
}

void ClientConnections::endLinkKey(const Client &client)
{
    ClientRecord record = m_records.find(client.id);
    revokeQuietly(record.linkKeyId);
    QFile::remove(linkKeyFile(client));
    record.linkKeyId.clear();
    if (const auto saved = m_records.save(client.id, record); !saved)
        qCWarning(lcClients).noquote() << saved.error().message;
    Q_EMIT changed();
}

} // namespace fairlead::clients
