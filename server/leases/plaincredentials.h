// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/base/secret.h"

#include <QDateTime>
#include <QObject>

namespace fairlead::store {
class Database;
class Row;
} // namespace fairlead::store

namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::leases {

/** What is known of a credential that is kept as it was given; never the value itself. */
struct PlainCredential
{
    QString id; ///< "crd_…"
    QString userId;
    QString service; ///< "openai": a name that the person chose
    QDateTime createdAt;
    QDateTime changedAt; ///< when the value was given last
};

/**
 * Credentials of services that Fairlead itself does not call, kept to be leased by name. Each is
 * sealed in the vault, in one transaction with what is known of it: neither is ever left without
 * the other. Everything takes the user's id: another user's does not exist (NotFound).
 * Database, vault and clock outlive it. All errors that are not named are Storage and
 * SecretsUnavailable.
 */
class PlainCredentials final : public QObject
{
    Q_OBJECT

public:
    PlainCredentials(store::Database &database,
                     secrets::Vault &vault,
                     const Clock &clock,
                     QObject *parent = nullptr);

    /** Keeps a new one, or another value of one that there is. InvalidInput for a bad name or
     * value, or too many. */
    [[nodiscard]] Result<PlainCredential> put(const QString &userId,
                                              const QString &service,
                                              const Secret &value);
    /** By name. */
    [[nodiscard]] Result<QList<PlainCredential>> list(const QString &userId) const;
    /** Of all users. */
    [[nodiscard]] Result<QStringList> allIds() const;
    [[nodiscard]] Result<PlainCredential> find(const QString &userId, const QString &service) const;
    [[nodiscard]] Result<Secret> value(const PlainCredential &credential) const;
    [[nodiscard]] Result<> remove(const QString &userId, const QString &service);

Q_SIGNALS:
    /** One was removed, or has another value. */
    void changed();

private:
    [[nodiscard]] Result<QList<PlainCredential>> select(const QString &condition,
                                                        const QVariantList &values) const;
    [[nodiscard]] Result<PlainCredential> add(const QString &userId,
                                              const QString &service,
                                              const Secret &value);
    [[nodiscard]] Result<PlainCredential> replace(PlainCredential known, const Secret &value);

    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
};

} // namespace fairlead::leases
