// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/organizations.h"

namespace fairlead::accounts {

/** How long somebody has to answer. */
inline constexpr std::chrono::days invitationTime{14};

struct Invitation
{
    QString id; ///< "inv_…"
    Membership organization; ///< with the role that is offered
    QString userId; ///< who is invited
    QString userName;
    QString invitedBy; ///< a name
    QDateTime createdAt;
    QDateTime expiresAt;
};

/**
 * The table `organization_invitations`: whom an organization asked to join, until the person
 * answers or the time is over. What is not told below is told at Organizations, which outlives it.
 */
class Invitations final : public QObject
{
    Q_OBJECT

public:
    Invitations(store::Database &database,
                const Users &users,
                const Organizations &organizations,
                const Clock &clock,
                QObject *parent = nullptr);

    /** By user name or e-mail address. One who was invited before is invited anew. NotFound for
     * nobody, Conflict for a member. Nobody offers a role above their own. */
    [[nodiscard]] Result<Invitation> invite(const QString &actorId,
                                            const QString &organizationId,
                                            const QString &nameOrEmail,
                                            Role role);
    /** Those that wait, for an owner or an admin. */
    [[nodiscard]] Result<QList<Invitation>> of(const QString &actorId,
                                               const QString &organizationId) const;
    [[nodiscard]] Result<> withdraw(const QString &actorId,
                                    const QString &organizationId,
                                    const QString &id);

    /** Those that wait for this person's answer. */
    [[nodiscard]] Result<QList<Invitation>> to(const QString &userId) const;
    /** NotFound for another's, and for one that ran out. */
    [[nodiscard]] Result<Membership> accept(const QString &userId, const QString &id);
    [[nodiscard]] Result<> decline(const QString &userId, const QString &id);

Q_SIGNALS:
    void changed(const fairlead::accounts::OrganizationChange &change);

private:
    [[nodiscard]] Result<QList<Invitation>> select(const QString &column,
                                                   const QString &value) const;
    [[nodiscard]] Result<Invitation> find(const QString &column,
                                          const QString &value,
                                          const QString &id) const;
    [[nodiscard]] Result<> forget(const QString &id);
    void tell(OrganizationChange::Kind kind, const Invitation &invitation, const QString &actorId);

    store::Database &m_database;
    const Users &m_users;
    const Organizations &m_organizations;
    const Clock &m_clock;
};

} // namespace fairlead::accounts
