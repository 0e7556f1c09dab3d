// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/secret.h"
#include "server/connections/connection.h"
#include "server/tools/caller.h"

#include <QHash>
#include <QObject>
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
 * another user's connection does not exist (NotFound). Nobody else writes the table. Database,
 * vault and clock must outlive this object.
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
       that is handed in with the id of one of the same provider and site. SecretsUnavailable
       when the vault is not ready. */
    [[nodiscard]] Result<Connection> save(Connection connection, const Secret &credential);
    /** The same for a connection that stands on a browser sign-in (grantId); a token that it had
       before is deleted. A grant that no connection stands on any more is the caller's to remove.
     */
    [[nodiscard]] Result<Connection> saveGranted(Connection connection);
    /** Keeps what was found out about a connection: the account's name and the limitations. */
    [[nodiscard]] Result<Connection> describe(const Connection &connection);
    [[nodiscard]] Result<QList<Connection>> ofGrant(const QString &grantId) const;
    [[nodiscard]] Result<QList<Connection>> list(const QString &userId) const;
    [[nodiscard]] Result<QList<Connection>> listAll()
        const; ///< for /health: every user's, names left out there
    [[nodiscard]] Result<Connection> find(const QString &userId, const QString &id) const;
    /** Deletes connection and secret, and verifies that the secret is gone; its name is kept. A
     * grant is the caller's to end: see Credentials::disconnect(). */
    [[nodiscard]] Result<> remove(const QString &userId, const QString &id);

    /** The connections of one provider that this caller may use, oldest first. */
    [[nodiscard]] Result<QList<Connection>> usableBy(const tools::Caller &caller,
                                                     const QString &provider) const;
    [[nodiscard]] Result<Secret> credential(const Connection &connection) const;

    /** What a connection is called, or was before it was removed. NotFound. */
    [[nodiscard]] Result<QString> nameOf(const QString &userId, const QString &id) const;

    /** Notes how the last call went; memory first, written when the state changes. */
    void noteSuccess(const QString &id);
    void noteFailure(const QString &id, const Error &error);
    /** Writes the times of last use; at quit. */
    [[nodiscard]] Result<> flush();

Q_SIGNALS:
    void changed();

private:
    /** Writes the connection and, in the same transaction, what `keepSecret` does for its id. */
    [[nodiscard]] Result<Connection> keep(
        Connection connection, const std::function<Result<>(const QString &secretId)> &keepSecret);
    [[nodiscard]] Result<QList<Connection>> replacedBy(const Connection &connection) const;
    [[nodiscard]] Result<> insert(const Connection &connection);
    [[nodiscard]] Result<> update(const Connection &connection);
    [[nodiscard]] Result<QList<Connection>> select(const QString &where,
                                                   const QVariantList &values) const;
    [[nodiscard]] Result<QList<Connection>> ofUser(const QString &userId) const;
    [[nodiscard]] QList<Connection> withLastUse(QList<Connection> connections) const;
    void note(const QString &id, ConnectionState state, const QString &lastError);

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
    /** What the table holds, by user: every call of a tool asks twice. Forgotten at each change. */
    mutable QHash<QString, QList<Connection>> m_known;
    QHash<QString, QDateTime> m_lastUses;
    QHash<QString, std::pair<ConnectionState, QString>> m_states; ///< as last written
};

} // namespace fairlead::connections
