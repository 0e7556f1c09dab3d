// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/invitations.h"

#include "server/base/ids.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

using Kind = OrganizationChange::Kind;

Invitation invitationFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .organization = {.id = row.text(u"organization_id"_s),
                             .name = row.text(u"organization_name"_s),
                             .role = roleFromName(row.text(u"role"_s)).value_or(Role::Member)},
            .userId = row.text(u"user_id"_s),
            .userName = row.text(u"user_name"_s),
            .invitedBy = row.text(u"invited_by_name"_s),
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s))};
}

} // namespace

Invitations::Invitations(store::Database &database,
                         const Users &users,
                         const Organizations &organizations,
                         const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_users(users)
    , m_organizations(organizations)
    , m_clock(clock)
{}

Result<Invitation> Invitations::invite(const QString &actorId,
                                       const QString &organizationId,
                                       const QString &nameOrEmail,
                                       Role role)
{
    const auto organization =
        m_organizations.findAs(actorId, organizationId, std::max(role, Role::Admin));
    if (!organization)
        return failure(organization.error());
    const auto user = m_users.findInvited(nameOrEmail.trimmed());
    if (!user)
        return failure(user.error());
    if (m_organizations.find(user->id, organizationId))
        return failure(ErrorCode::Conflict,
                       u"%1 is a member of %2 already."_s.arg(user->name, organization->name));
    const QString id = newId(u"inv_");
    const QDateTime now = m_clock.now();
    const auto stored = m_database.transaction([&]() -> Result<> {
        const auto before = m_database.execute(
            u"DELETE FROM organization_invitations WHERE organization_id = ? AND user_id = ?"_s,
            {organizationId, user->id});
        if (!before)
            return failure(before.error());
        return m_database
            .execute(u"INSERT INTO organization_invitations (id, organization_id, user_id, role, "
                     "invited_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                     {id,
                      organizationId,
                      user->id,
                      QString(roleName(role)),
                      actorId,
                      store::toStored(now),
                      store::toStored(now.addDuration(invitationTime))})
            .map([](qint64) {});
    });
    if (!stored)
        return failure(stored.error());
    const auto made = find(u"organization_id"_s, organizationId, id);
    if (made)
        tell(Kind::Invited, *made, actorId);
    return made;
}

Result<QList<Invitation>> Invitations::of(const QString &actorId,
                                          const QString &organizationId) const
{
    const auto organization = m_organizations.findAs(actorId, organizationId, Role::Admin);
    return organization ? select(u"organization_id"_s, organizationId)
                        : Result<QList<Invitation>>(failure(organization.error()));
}

Result<> Invitations::withdraw(const QString &actorId,
                               const QString &organizationId,
                               const QString &id)
{
    const auto organization = m_organizations.findAs(actorId, organizationId, Role::Admin);
    if (!organization)
        return failure(organization.error());
    const auto invitation = find(u"organization_id"_s, organizationId, id);
    if (!invitation)
        return failure(invitation.error());
    if (const auto forgotten = forget(id); !forgotten)
        return forgotten;
    tell(Kind::InvitationWithdrawn, *invitation, actorId);
    return {};
}

Result<QList<Invitation>> Invitations::to(const QString &userId) const
{
    return select(u"user_id"_s, userId);
}

Result<Membership> Invitations::accept(const QString &userId, const QString &id)
{
    const auto invitation = find(u"user_id"_s, userId, id);
    if (!invitation)
        return failure(invitation.error());
    const auto joined = m_database.transaction([&]() -> Result<> {
        const auto member = m_database.execute(
            u"INSERT INTO organization_members (organization_id, user_id, role, joined_at) "
            "VALUES (?, ?, ?, ?)"_s,
            {invitation->organization.id,
             userId,
             QString(roleName(invitation->organization.role)),
             store::toStored(m_clock.now())});
        return member ? forget(id) : Result<>(failure(member.error()));
    });
    if (!joined)
        return failure(joined.error());
    tell(Kind::Joined, *invitation, userId);
    return invitation->organization;
}

Result<> Invitations::decline(const QString &userId, const QString &id)
{
    const auto invitation = find(u"user_id"_s, userId, id);
    if (!invitation)
        return failure(invitation.error());
    if (const auto forgotten = forget(id); !forgotten)
        return forgotten;
    tell(Kind::InvitationDeclined, *invitation, userId);
    return {};
}

Result<QList<Invitation>> Invitations::select(const QString &column, const QString &value) const
{
    return m_database
        .select(
            u"SELECT i.id, i.organization_id, o.name AS organization_name, i.user_id, u.name "
            "AS user_name, i.role, b.name AS invited_by_name, i.created_at, i.expires_at "
            "FROM organization_invitations i JOIN organizations o ON o.id = i.organization_id "
            "JOIN users u ON u.id = i.user_id JOIN users b ON b.id = i.invited_by "
            // What somebody may not offer any more is not accepted either.
            "JOIN organization_members m ON m.organization_id = i.organization_id AND "
            "m.user_id = i.invited_by AND (m.role = 'owner' OR (m.role = 'admin' AND "
            "i.role <> 'owner')) WHERE i.%1 = ? AND i.expires_at > ? ORDER BY i.created_at, i.id"_s
                .arg(column),
            {value, store::toStored(m_clock.now())})
        .map([](const QList<store::Row> &rows) {
            QList<Invitation> all;
            for (const store::Row &row : rows)
                all.append(invitationFrom(row));
            return all;
        });
}

Result<Invitation> Invitations::find(const QString &column,
                                     const QString &value,
                                     const QString &id) const
{
    const auto all = select(column, value);
    if (!all)
        return failure(all.error());
    const auto found = std::ranges::find(*all, id, &Invitation::id);
    if (found == all->end())
        return failure(ErrorCode::NotFound,
                       u"There is no such invitation, or its time is over. Ask for a new one."_s);
    return *found;
}

Result<> Invitations::forget(const QString &id)
{
    return m_database.execute(u"DELETE FROM organization_invitations WHERE id = ?"_s, {id})
        .map([](qint64) {});
}

void Invitations::tell(OrganizationChange::Kind kind,
                       const Invitation &invitation,
                       const QString &actorId)
{
    Q_EMIT changed({.kind = kind,
                    .organizationId = invitation.organization.id,
                    .organizationName = invitation.organization.name,
                    .actorId = actorId,
                    .subjectId = invitation.userId,
                    .detail = roleName(invitation.organization.role)});
}

} // namespace fairlead::accounts
