// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/base/secret.h"
#include "server/leases/lease.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::leases {

/** What a program gets for a time. */
struct Holding
{
    QStringList services;
    QStringList connectionIds; ///< in the order of `services`
    Secret content; ///< kept sealed, given back as it is
};

/**
 * All users' leases. What one holds is deleted with its end: when its time is over, within a
 * second; when it is given back or revoked, at once; when its key or a connection of it ends, too.
 * A lease that ended stays in the list for thirty days. Database, vault and clock outlive it. All
 * errors that are not named are Storage and SecretsUnavailable.
 */
class Leases final : public QObject
{
    Q_OBJECT

public:
    Leases(store::Database &database,
           secrets::Vault &vault,
           const Clock &clock,
           QObject *parent = nullptr);

    /** Ends what ran out while nobody watched; called once, before anything else. */
    [[nodiscard]] Result<> open();

    /** InvalidInput for a time that is too short or too long; Conflict for a holder with too many.
     */
    [[nodiscard]] Result<Lease> take(const Holder &holder,
                                     const QString &serverId,
                                     std::chrono::seconds ttl,
                                     const Holding &holding);
    /** One that lasts. NotFound for one that is another's, with the reason for one that is over. */
    [[nodiscard]] Result<Lease> find(const Holder &holder, const QString &id) const;
    /** What it holds. */
    [[nodiscard]] Result<Secret> content(const Lease &lease) const;
    /** Lasts its time from now, and holds this instead. Conflict after the last renewal. */
    [[nodiscard]] Result<Lease> renew(const Holder &holder,
                                      const QString &id,
                                      const Holding &holding);
    /** Ends it, whoever of its user holds it; NotFound. */
    [[nodiscard]] Result<> revoke(const QString &userId, const QString &id, const QString &reason);
    /** All that this key holds: it has ended, or may hold nothing any more. */
    void endOfKey(const QString &keyId);
    void endWithoutRight(const QString &keyId);
    /** All that this management token took: it was revoked. */
    void endOfToken(const QString &tokenId);
    /** Ends those that hold credentials of another connection than these. */
    void endWithout(const QSet<QString> &connectionIds);
    /** Ends what this user holds of one of these: they may use it no more. */
    void endOfUser(const QString &userId, const QSet<QString> &connectionIds);

    /** Ends those whose time is over, or whose key is. By itself at the right moment, but not of
     * what another instance on this database has taken or renewed. */
    void endExpired();

    /** Those of all users that last. */
    [[nodiscard]] Result<qint64> activeCount() const;
    /** Of this user, those that last first, each part by the end of its time. */
    [[nodiscard]] Result<QList<Lease>> list(const QString &userId) const;

Q_SIGNALS:
    void taken(const fairlead::leases::Lease &lease);
    void renewed(const fairlead::leases::Lease &lease);
    void ended(const fairlead::leases::Lease &lease);

private:
    [[nodiscard]] Result<QList<Lease>> select(const QString &condition,
                                              const QVariantList &values) const;
    [[nodiscard]] Result<Lease> any(const QString &userId, const QString &id) const;
    [[nodiscard]] Result<> insert(const Lease &lease);
    [[nodiscard]] Result<> noteRenewal(const Lease &lease);
    [[nodiscard]] Result<> end(Lease lease, const QString &reason);
    void endAll(const Result<QList<Lease>> &all, const QString &reason);
    void watchExpiry();

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
    QTimer m_expiryTimer;
};

} // namespace fairlead::leases
