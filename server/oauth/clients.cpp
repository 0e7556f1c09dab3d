// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/clients.h"

#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestId = 512;
constexpr qsizetype longestSecret = 4096;

QString secretId(const QString &service, const QString &clientId)
{
    return u"oauth-client/%1/%2"_s.arg(service, clientId);
}

bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

Result<Client> checked(const Client &typed)
{
    const QString id = typed.id.trimmed();
    Secret secret(typed.secret.reveal().trimmed());
    if (id.isEmpty() || id.size() > longestId || !isPlain(id.toUtf8()) || id.contains(u':')) {
        return failure(ErrorCode::InvalidInput,
                       u"That is not a client id. Copy it from the settings of the OAuth app."_s);
    }
    if (secret.size() > longestSecret || !isPlain(secret.reveal())) {
        return failure(ErrorCode::InvalidInput,
                       u"What was entered is not a client secret: it is too long, or has spaces or "
                       "characters that no secret has. Copy it again."_s);
    }
    return Client{id, std::move(secret)};
}

} // namespace

Clients::Clients(store::Database &database, secrets::Vault &vault, const Clock &clock)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

Clients::~Clients() = default;

Result<> Clients::use(const QString &service, const Client &client)
{
    const auto wanted = checked(client);
    if (!wanted)
        return failure(wanted.error());
    const auto stored = m_database.transaction([&]() -> Result<> {
        const auto retired = m_database.execute(
            u"UPDATE oauth_clients SET in_use = 0 WHERE service = ?"_s, {service});
        if (!retired)
            return failure(retired.error());
        const auto written = m_database.execute(
            u"INSERT INTO oauth_clients (service, client_id, in_use, created_at) "
            "VALUES (?, ?, 1, ?) ON CONFLICT (service, client_id) DO UPDATE SET in_use = 1"_s,
            {service, wanted->id, store::toStored(m_clock.now())});
        if (!written)
            return failure(written.error());
        const QString id = secretId(service, wanted->id);
        const auto generation = m_vault.generation(id);
        if (!generation)
            return failure(generation.error());
        return m_vault.put(id, wanted->secret, *generation).map([](qint64) {});
    });
    if (!stored)
        return stored;
    Q_EMIT changed(service);
    return {};
}

Result<QString> Clients::idInUse(const QString &service) const
{
    return m_database
        .select(u"SELECT client_id FROM oauth_clients WHERE service = ? AND in_use = 1"_s,
                {service})
        .map([](const QList<store::Row> &rows) {
            return rows.isEmpty() ? QString() : rows.first().text(u"client_id"_s);
        });
}

Result<Client> Clients::inUse(const QString &service) const
{
    const auto id = idInUse(service);
    if (!id)
        return failure(id.error());
    if (id->isEmpty()) {
        return failure(ErrorCode::NotFound,
                       u"No OAuth app is set up for this service yet. Enter its client id and "
                       "client secret first."_s);
    }
    return find(service, *id);
}

Result<Client> Clients::find(const QString &service, const QString &clientId) const
{
    const auto stored = m_vault.get(secretId(service, clientId));
    if (stored)
        return Client{clientId, stored->secret};
    if (stored.error().code == ErrorCode::NotFound) {
        return failure(ErrorCode::NotFound,
                       u"The OAuth app that this sign-in was made with is not set up any more. Set "
                       "it up again, or sign in with the one in use."_s);
    }
    return failure(stored.error());
}

Result<> Clients::remove(const QString &service)
{
    const auto rows =
        m_database.select(u"SELECT client_id FROM oauth_clients WHERE service = ?"_s, {service});
    if (!rows)
        return failure(rows.error());
    const auto removed = m_database.transaction([&]() -> Result<> {
        for (const store::Row &row : *rows) {
            const QString id = secretId(service, row.text(u"client_id"_s));
            if (auto gone = m_vault.remove(id); !gone)
                return gone;
        }
        return m_database.execute(u"DELETE FROM oauth_clients WHERE service = ?"_s, {service})
            .map([](qint64) {});
    });
    if (!removed)
        return removed;
    Q_EMIT changed(service);
    return m_database.truncateLog();
}

} // namespace fairlead::oauth
