// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/oauth/tokenset.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store
namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::oauth {

/** What a person allowed once in the browser; one may open several sites. */
struct Grant
{
    QString id; ///< "grt_…"
    QString userId;
    QString service;
    QString clientId; ///< of the app that it was given to
    QStringList scopes;
    bool isLost = false; ///< the service refused to renew it: only a new sign-in helps
    QDateTime createdAt;
    QDateTime renewedAt; ///< when its tokens were last received
    QDateTime expiresAt; ///< of the access token; invalid: it does not end by itself
};

/**
 * The tables `oauth_grants` and `oauth_renewals`, and the tokens sealed in the vault as
 * "grant/" || id, whose generation counts there. Storage errors for everything; those of the vault
 * besides. Database, vault and clock outlive it.
 */
class GrantStore final
{
public:
    GrantStore(store::Database &database, secrets::Vault &vault, const Clock &clock);

    struct Held
    {
        TokenSet tokens;
        qint64 generation = 0;
    };

    /** The id of the new grant. */
    [[nodiscard]] Result<QString> add(const QString &userId,
                                      const QString &service,
                                      const QString &clientId,
                                      const TokenSet &tokens);
    [[nodiscard]] Result<Grant> find(const QString &id) const;
    [[nodiscard]] Result<Held> held(const QString &id) const;
    /** The same as it is stored now, whoever has stored it. */
    [[nodiscard]] Result<Held> heldNow(const QString &id) const;
    [[nodiscard]] Result<qint64> generation(const QString &id) const;

    /** Whether this instance alone may renew it until endTurn(); false while another one may. A
     * lost database can make it two: what they store is compared, too. */
    [[nodiscard]] Result<bool> takeTurn(const QString &id);
    void endTurn(const QString &id);

    /** Notes, before the service is asked, that it may be about to make these tokens invalid. */
    [[nodiscard]] Result<> beginRenewal(const QString &id, const Held &before);
    /** Keeps new tokens in place of `before`; Conflict when those are not the stored ones. */
    [[nodiscard]] Result<> commitRenewal(const QString &id,
                                         const Held &before,
                                         const TokenSet &tokens);
    /** False when it was lost already. */
    [[nodiscard]] Result<bool> markLost(const QString &id);

    /** Deletes it and verifies that its tokens are gone. */
    [[nodiscard]] Result<> remove(const QString &id);
    /** Those that are not lost and were last renewed before that. */
    [[nodiscard]] Result<QStringList> unrenewedSince(const QDateTime &time) const;

private:
    store::Database &m_database;
    secrets::Vault &m_vault;
    const Clock &m_clock;
};

} // namespace fairlead::oauth
