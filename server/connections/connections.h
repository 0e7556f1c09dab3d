// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/secret.h"
#include "server/connections/connection.h"
#include "server/tools/caller.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVariant>

#include <functional>
#include <utility>

namespace fairlead::store {
class Database;
} // namespace fairlead::store
namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::connections {

/**
 * The table `pm_provider_connections` and the secrets that belong to it. Everything takes the user:
 * another user's connection does not exist (NotFound). The view connection_access says which of an
 * organization's connections somebody may manage, and which use: find() and list() know the former,
 * what has "usable" in its name the latter. Nobody else writes the table. Database, vault and clock
 * must outlive this object.
 */
class Connections final : public QObject
{
    Q_OBJECT

public:
    Connections(store::Database &database,
                secrets::Vault &vault,
                const Clock &clock,
                QObject *parent = nullptr);
    ~Connections() override;
    Q_DISABLE_COPY_MOVE(Connections)

    /** Stores a proven credential and its connection in one transaction. The same provider, site
       and account of the same user replaces what was there and keeps its id; so does a connection
       that is handed in with the id of one of the same provider and site, which also goes on
       belonging to its organization. SecretsUnavailable when the vault is not ready. */
    [[nodiscard]] Result<Connection> save(Connection connection, const Secret &credential);
    /** The same for a connection that stands on a browser sign-in (grantId); a token that it had
       before is deleted. A grant that no connection stands on any more is the caller's to remove.
     */
    [[nodiscard]] Result<Connection> saveGranted(Connection connection);
    /** Keeps what was found out about a connection: the account's name and the limitations. */
    [[nodiscard]] Result<Connection> describe(const Connection &connection);
    [[nodiscard]] Result<QList<Connection>> ofGrant(const QString &grantId) const;
    /** Those that this user may manage: their own, and of organizations that they are an owner or
     * an admin of. */
    [[nodiscard]] Result<QList<Connection>> list(const QString &userId) const;
    /** Those and the ones that this user may only use. */
    [[nodiscard]] Result<QList<Connection>> listVisible(const QString &userId) const;
    [[nodiscard]] Result<QList<Connection>> listAll()
        const; ///< for /health: every user's, names left out there
    /** One of list(). Forbidden for one that the user may only use. */
    [[nodiscard]] Result<Connection> find(const QString &userId, const QString &id) const;
    /** One that this user may use. */
    [[nodiscard]] Result<Connection> findUsable(const QString &userId, const QString &id) const;
    /** Deletes connection and secret, and verifies that the secret is gone; its name is kept. A
     * grant is the caller's to end: see Credentials::disconnect(). */
    [[nodiscard]] Result<> remove(const QString &userId, const QString &id);

    /** The connections of one provider that this caller may use: the caller's own, then those of
     * organizations, each oldest first. */
    [[nodiscard]] Result<QList<Connection>> usableBy(const tools::Caller &caller,
                                                     const QString &provider) const;
    [[nodiscard]] bool isUsableBy(const tools::Caller &caller, const QString &id) const;
    /** By user, the organizations' connections that they may use. */
    [[nodiscard]] Result<QHash<QString, QSet<QString>>> usableOfOrganizations() const;
    [[nodiscard]] Result<Secret> credential(const Connection &connection) const;

    /** Gives a person's connection to an organization, or shares one of it with others than before.
     * That `userId` may connect services there is the caller's to know. NotFound; Forbidden for
     * one of another organization; Conflict when the organization is connected with that account
     * already; InvalidInput for somebody in `sharing` who is no member. */
    [[nodiscard]] Result<Connection> share(const QString &userId,
                                           const QString &id,
                                           const QString &organizationId,
                                           const Sharing &sharing);
    /** Of a connection of an organization. */
    [[nodiscard]] Result<Sharing> sharingOf(const Connection &connection) const;
    /** Who is in which organization is no more what it was. */
    void forgetAccess();

    /** What a connection is called, or was before it was removed. NotFound. */
    [[nodiscard]] Result<QString> nameOf(const QString &userId, const QString &id) const;

    /** Notes how the last call went; memory first, written when the state changes. */
    void noteSuccess(const QString &id);
    void noteFailure(const QString &id, const Error &error);
    /** Writes the times of last use; at quit. */
    [[nodiscard]] Result<> flush();

Q_SIGNALS:
    void changed();
    /** After changed(): somebody gave it to its organization, or shares it with others there. */
    void shared(const QString &userId, const fairlead::connections::Connection &connection);

private:
    /** Writes the connection and, in the same transaction, what `keepSecret` does for its id. */
    [[nodiscard]] Result<Connection> keep(
        Connection connection, const std::function<Result<>(const QString &secretId)> &keepSecret);
    [[nodiscard]] Result<QList<Connection>> replacedBy(const Connection &connection) const;
    [[nodiscard]] Result<> checkOwner(const QString &userId) const;
    [[nodiscard]] Result<> checkSharedAlone(const Connection &connection,
                                            const QString &organizationId) const;
    [[nodiscard]] Result<> insert(const Connection &connection);
    [[nodiscard]] Result<> update(const Connection &connection);
    /** What a user may do with a connection. */
    struct Known
    {
        Connection connection;
        bool mayManage = false;
        bool mayUse = false;
    };

    [[nodiscard]] Result<QList<Connection>> select(const QString &where,
                                                   const QVariantList &values) const;
    [[nodiscard]] Result<QList<Known>> ofUser(const QString &userId) const;
    [[nodiscard]] Result<QList<Connection>> listWhere(
        const QString &userId, const std::function<bool(const Known &)> &isWanted) const;
    [[nodiscard]] QList<Connection> withLastUse(QList<Connection> connections) const;
    void note(const QString &id, ConnectionState state, const QString &lastError);

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
    /** What the table holds, by user: every call of a tool asks twice. Forgotten at each change. */
    mutable QHash<QString, QList<Known>> m_known;
    QHash<QString, QDateTime> m_lastUses;
    QHash<QString, std::pair<ConnectionState, QString>> m_states; ///< as last written
};

} // namespace fairlead::connections
