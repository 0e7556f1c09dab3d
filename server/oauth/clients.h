// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/oauth/tokenendpoint.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace fairlead::store {
class Database;
} // namespace fairlead::store
namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::oauth {

/** An app, and how it came to be one. */
struct Registration
{
    Client client;
    QStringList redirectUris; ///< with which Fairlead registered it by itself (RFC 7591); empty: a
                              ///< person has set it up
    QDateTime endsAt = {}; ///< of its secret; invalid: it does not end
};

/**
 * The OAuth apps that people have registered with the services, one in use for each service: table
 * `oauth_clients`, the secrets sealed in the vault. A replaced one is kept as long as a sign-in
 * made with it may have to be renewed. Database, vault and clock outlive this object.
 */
class Clients final : public QObject
{
    Q_OBJECT

public:
    Clients(store::Database &database, secrets::Vault &vault, const Clock &clock);
    ~Clients() override;
    Q_DISABLE_COPY_MOVE(Clients)

    /** From now on the one to sign in with. InvalidInput for an id or secret that cannot be one. */
    [[nodiscard]] Result<> use(const QString &service, const Client &client);
    /** The same for one that Fairlead registered, in place of another such; Conflict, and nothing
     * is done, where a person has set one up. */
    [[nodiscard]] Result<> keep(const QString &service, const Registration &registration);
    /** The one in use, if it has not ended. NotFound otherwise. */
    [[nodiscard]] Result<Registration> registration(const QString &service) const;
    /** No longer to sign in with: the service does not know it any more. Nothing happens to one
     * that a person has set up. */
    [[nodiscard]] Result<> retire(const QString &service, const QString &clientId);

    /** Its id; empty when the service has none. */
    [[nodiscard]] Result<QString> idInUse(const QString &service) const;
    /** NotFound with the next step when there is none. */
    [[nodiscard]] Result<Client> inUse(const QString &service) const;
    /** Also one that is not in use any more. NotFound when it was forgotten. */
    [[nodiscard]] Result<Client> find(const QString &service, const QString &clientId) const;
    /** Forgets all of a service's, and verifies that the secrets are gone. */
    [[nodiscard]] Result<> remove(const QString &service);

Q_SIGNALS:
    void changed(const QString &service);

private:
    [[nodiscard]] Result<> write(const QString &service, const Registration &registration);

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
};

} // namespace fairlead::oauth
