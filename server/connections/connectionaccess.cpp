// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which connections somebody has: the part of Connections that reads, and shares.
#include "server/connections/connectionrow.h"
#include "server/connections/connections.h"
#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace fairlead::connections {
namespace {

/** Connections with the names of their organizations, and who may do what with them. */
Result<QList<store::Row>> rowsOf(const store::Database &database,
                                 const QString &rest,
                                 const QVariantList &values)
{
    return database.select(
        u"SELECT c.id, c.user_id, c.provider_type, c.name, c.base_url, c.api_base_url, c.username, "
        "c.account_name, c.auth_type, c.grant_id, c.state, c.last_error, c.limitations, "
        "c.created_at, c.last_used_at, COALESCE(o.name, '') AS organization, a.may_manage, "
        "a.may_use FROM connection_access a JOIN pm_provider_connections c ON "
        "c.id = a.connection_id LEFT JOIN organizations o ON o.id = c.user_id %1"_s.arg(rest),
        values);
}

bool isOpenTo(const tools::Caller &caller, const QString &id)
{
    return caller.connectionIds.isEmpty() || caller.connectionIds.contains(id);
}

} // namespace

Result<QList<Connection>> Connections::select(const QString &where,
                                              const QVariantList &values) const
{
    const auto rows =
        rowsOf(m_database,
               u"WHERE a.user_id = c.user_id %1 ORDER BY c.created_at, c.id"_s.arg(where),
               values);
    if (!rows)
        return failure(rows.error());
    QList<Connection> connections;
    for (const store::Row &row : *rows) {
        auto connection = row::connectionFrom(row);
        if (!connection)
            return failure(connection.error());
        connections.append(std::move(*connection));
    }
    return connections;
}

Result<QList<Connections::Known>> Connections::ofUser(const QString &userId) const
{
    if (const auto known = m_known.constFind(userId); known != m_known.cend())
        return *known;
    const auto rows = rowsOf(m_database,
                             u"WHERE a.user_id = ? ORDER BY CASE WHEN c.user_id = ? THEN 0 ELSE 1 "
                             "END, c.created_at, c.id"_s,
                             {userId, userId});
    if (!rows)
        return failure(rows.error());
    QList<Known> all;
    for (const store::Row &row : *rows) {
        const auto connection = row::connectionFrom(row);
        if (!connection)
            return failure(connection.error());
        all.append({*connection, row.number(u"may_manage"_s) != 0, row.number(u"may_use"_s) != 0});
    }
    m_known.insert(userId, all);
    return all;
}

QList<Connection> Connections::withLastUse(QList<Connection> connections) const
{
    for (Connection &connection : connections)
        connection.lastUsedAt = m_lastUses.value(connection.id, connection.lastUsedAt);
    return connections;
}

Result<QList<Connection>> Connections::listWhere(
    const QString &userId, const std::function<bool(const Known &)> &isWanted) const
{
    return ofUser(userId).map([&](const QList<Known> &all) {
        QList<Connection> wanted;
        for (const Known &each : all) {
            if (isWanted(each))
                wanted.append(each.connection);
        }
        return withLastUse(std::move(wanted));
    });
}

Result<QList<Connection>> Connections::list(const QString &userId) const
{
    return listWhere(userId, [](const Known &each) { return each.mayManage; });
}

Result<QList<Connection>> Connections::listVisible(const QString &userId) const
{
    return listWhere(userId, [](const Known &each) { return each.mayManage || each.mayUse; });
}

Result<QList<Connection>> Connections::listAll() const
{
    return select({}, {}).map(
        [this](const QList<Connection> &connections) { return withLastUse(connections); });
}

Result<Connection> Connections::find(const QString &userId, const QString &id) const
{
    const auto managed = listWhere(
        userId, [&](const Known &each) { return each.mayManage && each.connection.id == id; });
    if (!managed)
        return failure(managed.error());
    if (!managed->isEmpty())
        return managed->first();
    const auto usable = findUsable(userId, id);
    if (!usable)
        return usable;
    return failure(ErrorCode::Forbidden,
                   u"%1 belongs to %2; only its owners and admins manage it."_s.arg(
                       usable->name, usable->organization));
}

Result<Connection> Connections::findUsable(const QString &userId, const QString &id) const
{
    const auto usable = listWhere(
        userId, [&](const Known &each) { return each.mayUse && each.connection.id == id; });
    if (!usable)
        return failure(usable.error());
    if (usable->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is no such connection. List the connections to see their ids."_s);
    return usable->first();
}

Result<QList<Connection>> Connections::usableBy(const tools::Caller &caller,
                                                const QString &provider) const
{
    return listWhere(caller.userId, [&](const Known &each) {
        return each.mayUse && each.connection.provider == provider
            && isOpenTo(caller, each.connection.id);
    });
}

bool Connections::isUsableBy(const tools::Caller &caller, const QString &id) const
{
    return isOpenTo(caller, id) && findUsable(caller.userId, id).has_value();
}

Result<QHash<QString, QSet<QString>>> Connections::usableOfOrganizations() const
{
    return m_database
        .select(u"SELECT a.user_id, a.connection_id FROM connection_access a JOIN "
                "organization_members m ON m.user_id = a.user_id JOIN pm_provider_connections c "
                "ON c.id = a.connection_id AND c.user_id = m.organization_id "
                "WHERE a.may_use = 1"_s)
        .map([](const QList<store::Row> &rows) {
            QHash<QString, QSet<QString>> byUser;
            for (const store::Row &row : rows)
                byUser[row.text(u"user_id"_s)].insert(row.text(u"connection_id"_s));
            return byUser;
        });
}

/** A browser sign-in may stand behind several connections: its token opens them all. */
Result<> Connections::checkSharedAlone(const Connection &connection,
                                       const QString &organizationId) const
{
    if (connection.grantId.isEmpty())
        return {};
    const auto standing = ofGrant(connection.grantId);
    if (!standing)
        return failure(standing.error());
    for (const Connection &other : *standing) {
        if (other.id != connection.id && other.userId != organizationId)
            return failure(
                ErrorCode::Conflict,
                u"The sign-in on %1 opens %2, too, which would be shared with it. "
                "Disconnect %2 first, or sign in on %1 alone."_s.arg(connection.name, other.name));
    }
    return {};
}

Result<Connection> Connections::share(const QString &userId,
                                      const QString &id,
                                      const QString &organizationId,
                                      const Sharing &sharing)
{
    const auto known = find(userId, id);
    if (!known)
        return known;
    if (!known->isPersonal() && known->userId != organizationId)
        return failure(
            ErrorCode::Forbidden,
            u"%1 belongs to %2 and stays there."_s.arg(known->name, known->organization));
    if (const auto alone = checkSharedAlone(*known, organizationId); !alone)
        return failure(alone.error());
    const auto written = m_database.transaction([&]() -> Result<> {
        const auto moved = m_database.execute(
            u"UPDATE pm_provider_connections SET user_id = ?, shared_with = ? WHERE id = ?"_s,
            {organizationId, QString(sharingName(sharing.with)), id});
        if (!moved && moved.error().code == ErrorCode::Conflict)
            return failure(
                ErrorCode::Conflict,
                u"The organization is connected to %1 with the account %2 already."_s.arg(
                    known->name, known->account));
        if (!moved)
            return failure(moved.error());
        const auto before =
            m_database.execute(u"DELETE FROM connection_users WHERE connection_id = ?"_s, {id});
        if (!before)
            return failure(before.error());
        QList<QVariantList> users;
        for (const QString &user : sharing.userIds)
            users.append(QVariantList{id, organizationId, user});
        const auto named = m_database.executeEach(
            u"INSERT INTO connection_users (connection_id, organization_id, user_id) "
            "VALUES (?, ?, ?)"_s,
            users);
        if (!named && named.error().code == ErrorCode::Conflict)
            return failure(ErrorCode::InvalidInput,
                           u"A connection is shared with members of its organization only, each "
                           "named once."_s);
        return named;
    });
    m_known.clear();
    if (!written)
        return failure(written.error());
    Q_EMIT changed();
    const auto now = find(organizationId, id);
    if (now)
        Q_EMIT shared(userId, *now);
    return now;
}

Result<Sharing> Connections::sharingOf(const Connection &connection) const
{
    const auto rows =
        m_database.select(u"SELECT c.shared_with, u.user_id FROM pm_provider_connections c LEFT "
                          "JOIN connection_users u ON u.connection_id = c.id WHERE c.id = ? "
                          "ORDER BY u.user_id"_s,
                          {connection.id});
    if (!rows)
        return failure(rows.error());
    Sharing sharing;
    for (const store::Row &row : *rows) {
        const auto with = sharingFromName(row.text(u"shared_with"_s));
        if (!with)
            return failure(with.error());
        sharing.with = *with;
        if (const QString user = row.text(u"user_id"_s); !user.isEmpty())
            sharing.userIds.append(user);
    }
    return sharing;
}

void Connections::forgetAccess()
{
    m_known.clear();
    m_states.clear();
    Q_EMIT changed();
}

} // namespace fairlead::connections
