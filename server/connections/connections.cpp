// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/connections.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/connections/connectionrow.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::connections {
namespace {

Q_LOGGING_CATEGORY(lcConnections, "fairlead.server.connections")

constexpr qsizetype longestText = 500;

QString secretId(const QString &connectionId)
{
    return u"connection/"_s + connectionId;
}

/** What an error says about the connection; nothing when the service did answer. */
std::optional<ConnectionState> stateAfter(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorized:
        return ConnectionState::NeedsSignIn;
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Tls:
        return ConnectionState::Unreachable;
    default:
        return std::nullopt;
    }
}

} // namespace

Connections::Connections(store::Database &database,
                         secrets::Vault &vault,
                         const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

Connections::~Connections() = default;

Result<Connection> Connections::save(Connection connection, const Secret &credential)
{
    connection.grantId = u""_s;
    return keep(std::move(connection), [&](const QString &secretId) -> Result<> {
        const auto generation = m_vault.generation(secretId);
        if (!generation)
            return failure(generation.error());
        return m_vault.put(secretId, credential, *generation).map([](qint64) {});
    });
}

Result<Connection> Connections::saveGranted(Connection connection)
{
    return keep(std::move(connection),
                [this](const QString &secretId) { return m_vault.remove(secretId); });
}

Result<QList<Connection>> Connections::replacedBy(const Connection &connection) const
{
    const auto same =
        select(u"AND c.user_id = ? AND c.provider_type = ? AND c.base_url = ? AND c.username = ?"_s,
               {connection.userId,
                connection.provider,
                row::encoded(connection.site),
                row::stored(connection.account)});
    if (!same || !same->isEmpty() || connection.id.isEmpty())
        return same;
    return select(
        u"AND c.user_id = ? AND c.provider_type = ? AND c.base_url = ? AND c.id = ?"_s,
        {connection.userId, connection.provider, row::encoded(connection.site), connection.id});
}

Result<Connection> Connections::keep(
    Connection connection, const std::function<Result<>(const QString &secretId)> &keepSecret)
{
    if (const auto known = find(connection.userId, connection.id))
        connection.userId = known->userId;
    const auto previous = replacedBy(connection);
    if (!previous)
        return failure(previous.error());
    const bool replaces = !previous->isEmpty();
    connection.id = replaces ? previous->first().id : newId(u"con_");
    connection.createdAt = replaces ? previous->first().createdAt : m_clock.now();
    connection.lastUsedAt = replaces ? previous->first().lastUsedAt : QDateTime();
    connection.state = ConnectionState::Connected;
    connection.lastError = u""_s;
    const auto saved = m_database.transaction([&]() -> Result<> {
        if (auto standing = checkOwner(connection.userId); !standing)
            return standing;
        if (auto written = replaces ? update(connection) : insert(connection); !written)
            return written;
        return keepSecret(secretId(connection.id));
    });
    m_known.clear();
    if (!saved)
        return failure(saved.error());
    m_states.remove(connection.id);
    Q_EMIT changed();
    return find(connection.userId, connection.id);
}

/** An organization may be deleted while somebody signs in for it. */
Result<> Connections::checkOwner(const QString &userId) const
{
    const auto gone = m_database.select(
        u"SELECT 1 FROM users u WHERE u.id = ? AND u.kind = 'organization' AND NOT EXISTS "
        "(SELECT 1 FROM organizations o WHERE o.id = u.id)"_s,
        {userId});
    if (!gone)
        return failure(gone.error());
    if (!gone->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"The organization was deleted meanwhile. Nothing was connected."_s);
    return {};
}

Result<> Connections::insert(const Connection &connection)
{
    return m_database
        .execute(
            u"INSERT INTO pm_provider_connections (username, name, api_base_url, account_name, "
            "auth_type, grant_id, state, last_error, limitations, id, user_id, provider_type, "
            "base_url, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            row::changingValues(connection)
                + QVariantList{connection.id,
                               connection.userId,
                               connection.provider,
                               row::encoded(connection.site),
                               store::toStored(connection.createdAt)})
        .map([](qint64) {});
}

Result<> Connections::update(const Connection &connection)
{
    return m_database
        .execute(u"UPDATE pm_provider_connections SET username = ?, name = ?, api_base_url = ?, "
                 "account_name = ?, auth_type = ?, grant_id = ?, state = ?, last_error = ?, "
                 "limitations = ? "
                 "WHERE id = ? AND user_id = ?"_s,
                 row::changingValues(connection) + QVariantList{connection.id, connection.userId})
        .map([](qint64) {});
}

Result<Connection> Connections::describe(const Connection &connection)
{
    const auto written =
        m_database.execute(u"UPDATE pm_provider_connections SET account_name = ?, limitations = ? "
                           "WHERE id = ? AND user_id = ?"_s,
                           {row::stored(connection.accountName),
                            row::encoded(connection.limitations),
                            connection.id,
                            connection.userId});
    if (!written)
        return failure(written.error());
    m_known.clear();
    Q_EMIT changed();
    return find(connection.userId, connection.id);
}

Result<QList<Connection>> Connections::ofGrant(const QString &grantId) const
{
    if (grantId.isEmpty())
        return QList<Connection>();
    return select(u"AND c.grant_id = ?"_s, {grantId});
}

Result<QString> Connections::nameOf(const QString &userId, const QString &id) const
{
    if (const auto known = find(userId, id))
        return known->name;
    const auto rows = m_database.select(
        u"SELECT name FROM removed_connections WHERE id = ? AND user_id = ?"_s, {id, userId});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such connection, and there was none."_s);
    return rows->first().text(u"name"_s);
}

Result<> Connections::remove(const QString &userId, const QString &id)
{
    const auto known = find(userId, id);
    if (!known)
        return failure(known.error());
    const auto removed = m_database.transaction([&]() -> Result<> {
        const auto remembered = m_database.execute(
            u"INSERT INTO removed_connections (id, user_id, provider_type, name, removed_at) "
            "VALUES (?, ?, ?, ?, ?)"_s,
            {id, known->userId, known->provider, known->name, store::toStored(m_clock.now())});
        if (!remembered)
            return failure(remembered.error());
        const auto deleted = m_database.execute(
            u"DELETE FROM pm_provider_connections WHERE id = ? AND user_id = ?"_s,
            {id, known->userId});
        if (!deleted)
            return failure(deleted.error());
        return m_vault.remove(secretId(id));
    });
    m_known.clear();
    if (!removed)
        return removed;
    m_lastUses.remove(id);
    m_states.remove(id);
    // The connection is gone either way; its sealed secret leaves the log with the next checkpoint
    // at the latest.
    if (const auto truncated = m_database.truncateLog(); !truncated)
        qCWarning(lcConnections).noquote() << truncated.error().message;
    Q_EMIT changed();
    return {};
}

Result<Secret> Connections::credential(const Connection &connection) const
{
    if (const auto known = find(connection.userId, connection.id); !known)
        return failure(known.error());
    auto found = m_vault.get(secretId(connection.id));
    if (found)
        return std::move(found->secret);
    Error error = found.error();
    if (error.code != ErrorCode::SecretsUnavailable)
        error.message = u"%1: %2"_s.arg(connection.name, error.message);
    return failure(error);
}

void Connections::noteSuccess(const QString &id)
{
    m_lastUses.insert(id, m_clock.now());
    note(id, ConnectionState::Connected, u""_s);
}

void Connections::noteFailure(const QString &id, const Error &error)
{
    if (const auto state = stateAfter(error.code))
        note(id, *state, cleanedLine(error.message, longestText));
}

void Connections::note(const QString &id, ConnectionState state, const QString &lastError)
{
    if (m_states.value(id) == std::pair(state, lastError) && m_states.contains(id))
        return;
    const auto written = m_database.execute(
        u"UPDATE pm_provider_connections SET state = ?, last_error = ?, last_used_at = "
        "COALESCE(?, last_used_at) WHERE id = ? AND (state <> ? OR last_error <> ?)"_s,
        {QString(stateName(state)),
         lastError,
         store::toStored(m_lastUses.value(id)),
         id,
         QString(stateName(state)),
         lastError});
    if (!written) {
        // Noted again with the next call; the call itself must not fail for it.
        qCWarning(lcConnections).noquote() << written.error().message;
        return;
    }
    m_known.clear();
    m_states.insert(id, {state, lastError});
    if (*written > 0)
        Q_EMIT changed();
}

Result<> Connections::flush()
{
    m_known.clear();
    return m_database.transaction([this]() -> Result<> {
        for (auto use = m_lastUses.cbegin(); use != m_lastUses.cend(); ++use) {
            const auto written = m_database.execute(
                u"UPDATE pm_provider_connections SET last_used_at = ? WHERE id = ?"_s,
                {store::toStored(use.value()), use.key()});
            if (!written)
                return failure(written.error());
        }
        return {};
    });
}

} // namespace fairlead::connections
