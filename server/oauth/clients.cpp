// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/clients.h"

#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestId = 512;
constexpr qsizetype longestSecret = 4096;
constexpr std::array authenticationNames{"body"_L1, "basic"_L1, "none"_L1};

QString secretId(const QString &service, const QString &clientId)
{
    return u"oauth-client/%1/%2"_s.arg(service, clientId);
}

/** As it is stored; empty where it is the server's usual one. */
QString nameOf(std::optional<ClientAuthentication> authentication)
{
    return authentication ? QString(authenticationNames.at(static_cast<size_t>(*authentication)))
                          : u""_s;
}

std::optional<ClientAuthentication> authenticationFrom(const QString &name)
{
    const auto found = std::ranges::find(authenticationNames, name);
    if (found == authenticationNames.end())
        return std::nullopt;
    return static_cast<ClientAuthentication>(found - authenticationNames.begin());
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
    return write(service, {.client = *wanted, .redirectUris = {}});
}

Result<> Clients::write(const QString &service, const Registration &registration)
{
    const Client &client = registration.client;
    // join() of nothing is null, which the table refuses.
    const QString uris =
        registration.redirectUris.isEmpty() ? u""_s : registration.redirectUris.join(u'\n');
    const auto stored = m_database.transaction([&]() -> Result<> {
        const auto retired = m_database.execute(
            u"UPDATE oauth_clients SET in_use = 0 WHERE service = ?"_s, {service});
        if (!retired)
            return failure(retired.error());
        const auto written = m_database.execute(
            u"INSERT INTO oauth_clients (service, client_id, in_use, created_at, authentication, "
            "redirect_uris, ends_at) VALUES (?, ?, 1, ?, ?, ?, ?) ON CONFLICT (service, client_id) "
            "DO UPDATE SET in_use = 1, authentication = excluded.authentication, redirect_uris = "
            "excluded.redirect_uris, ends_at = excluded.ends_at"_s,
            {service,
             client.id,
             store::toStored(m_clock.now()),
             nameOf(client.authentication),
             uris,
             store::toStored(registration.endsAt)});
        if (!written)
            return failure(written.error());
        const QString id = secretId(service, client.id);
        const auto generation = m_vault.generation(id);
        if (!generation)
            return failure(generation.error());
        return m_vault.put(id, client.secret, *generation).map([](qint64) {});
    });
    if (!stored)
        return stored;
    Q_EMIT changed(service);
    return {};
}

Result<> Clients::keep(const QString &service, const Registration &registration)
{
    const auto own =
        m_database.select(u"SELECT client_id FROM oauth_clients WHERE service = ? AND in_use = 1 "
                          "AND redirect_uris = ''"_s,
                          {service});
    if (!own)
        return failure(own.error());
    if (!own->isEmpty())
        return failure(ErrorCode::Conflict, u"An OAuth app is set up for this service already."_s);
    return write(service, registration);
}

Result<Registration> Clients::registration(const QString &service) const
{
    const auto rows =
        m_database.select(u"SELECT client_id, redirect_uris, ends_at FROM oauth_clients WHERE "
                          "service = ? AND in_use = 1"_s,
                          {service});
    if (!rows)
        return failure(rows.error());
    const auto none =
        failure(ErrorCode::NotFound, u"Fairlead is not registered with this service."_s);
    if (rows->isEmpty())
        return none;
    const store::Row &row = rows->first();
    Registration registration;
    registration.redirectUris = row.text(u"redirect_uris"_s).split(u'\n', Qt::SkipEmptyParts);
    registration.endsAt = store::fromStored(row.value(u"ends_at"_s));
    if (registration.endsAt.isValid() && registration.endsAt <= m_clock.now())
        return none;
    const auto client = find(service, row.text(u"client_id"_s));
    if (!client)
        return failure(client.error());
    registration.client = *client;
    return registration;
}

Result<> Clients::retire(const QString &service, const QString &clientId)
{
    return m_database
        .execute(u"UPDATE oauth_clients SET in_use = 0 WHERE service = ? AND client_id = ? AND "
                 "redirect_uris <> ''"_s,
                 {service, clientId})
        .map([](qint64) {});
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
    if (stored) {
        const auto rows = m_database.select(
            u"SELECT authentication FROM oauth_clients WHERE service = ? AND client_id = ?"_s,
            {service, clientId});
        if (!rows)
            return failure(rows.error());
        const QString name = rows->isEmpty() ? QString() : rows->first().text(u"authentication"_s);
        return Client{clientId, stored->secret, authenticationFrom(name)};
    }
    // The address of a document about Fairlead, which has no secret and is set up nowhere.
    if (stored.error().code == ErrorCode::NotFound && clientId.startsWith("https://"_L1))
        return Client{clientId, Secret(), ClientAuthentication::None};
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
