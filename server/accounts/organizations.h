// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/users.h"

#include <QObject>

namespace fairlead::accounts {

/** What somebody may do in an organization; each may what the one before it may. */
enum class Role {
    Member, ///< use what is shared with all, see who else is there, leave
    Admin, ///< connect services and share them, invite, manage members and admins
    Owner, ///< rename and delete it, manage owners; there is always one
};

/** "member", "admin", "owner", and back; InvalidInput for another text. */
[[nodiscard]] QLatin1StringView roleName(Role role);
[[nodiscard]] Result<Role> roleFromName(QStringView name);

/** An organization as one of its members sees it. */
struct Membership
{
    QString id; ///< the organization's, "org_…"
    QString name;
    Role role = Role::Member;

    bool operator==(const Membership &) const = default;
};

struct Member
{
    QString userId;
    QString name;
    QString email;
    Role role = Role::Member;
    QDateTime joinedAt;
};

/** What became of an organization; for the log. */
struct OrganizationChange
{
    enum class Kind {
        Created,
        Renamed,
        Deleted,
        Invited,
        InvitationWithdrawn,
        InvitationDeclined,
        Joined,
        RoleChanged,
        MemberRemoved,
        MemberLeft,
    };
    Kind kind = Kind::Created;
    QString organizationId;
    QString organizationName;
    QString actorId; ///< who did it
    QString subjectId; ///< whom it is about; the actor where it is nobody else
    QString detail; ///< a few words; may be empty
};

/**
 * The tables `organizations` and `organization_members`. Everything takes who asks for it, the
 * actor: of whom that is no member, the organization does not exist (NotFound); what the actor's
 * role does not allow is Forbidden. Database and clock outlive it.
 */
class Organizations final : public QObject
{
    Q_OBJECT

public:
    Organizations(store::Database &database, const Clock &clock, QObject *parent = nullptr);

    /** Its maker is its owner. InvalidInput for a name that is empty or over 100 characters. */
    [[nodiscard]] Result<Membership> create(const QString &actorId, const QString &name);
    /** All that somebody is in, by name. */
    [[nodiscard]] Result<QList<Membership>> of(const QString &userId) const;
    [[nodiscard]] Result<Membership> find(const QString &actorId, const QString &id) const;
    /** The same for who has at least this role; Forbidden for others. */
    [[nodiscard]] Result<Membership> findAs(const QString &actorId,
                                            const QString &id,
                                            Role atLeast) const;
    [[nodiscard]] Result<Membership> rename(const QString &actorId,
                                            const QString &id,
                                            const QString &name);
    /** Conflict names the connections that it still has: nobody's credentials go along unnoticed.
     */
    [[nodiscard]] Result<> remove(const QString &actorId, const QString &id);

    [[nodiscard]] Result<QList<Member>> members(const QString &actorId, const QString &id) const;
    /** The ids of its owners. */
    [[nodiscard]] Result<QStringList> owners(const QString &id) const;
    /** Nobody gives or takes away a role above their own. Conflict for the last owner. */
    [[nodiscard]] Result<Member> setRole(const QString &actorId,
                                         const QString &id,
                                         const QString &userId,
                                         Role role);
    /** Anybody may leave but the last owner (Conflict); others are removed by who may manage them.
     */
    [[nodiscard]] Result<> removeMember(const QString &actorId,
                                        const QString &id,
                                        const QString &userId);

Q_SIGNALS:
    /** Written already. */
    void changed(const fairlead::accounts::OrganizationChange &change);

private:
    [[nodiscard]] Result<Member> member(const QString &id, const QString &userId) const;
    /** The member whom the actor may manage; NotFound, Forbidden. */
    [[nodiscard]] Result<Member> managed(const Membership &actor, const QString &userId) const;
    [[nodiscard]] Result<> keepAnOwner(const QString &id, const Member &leaving) const;
    void tell(OrganizationChange::Kind kind,
              const Membership &organization,
              const QString &actorId,
              const QString &subjectId,
              const QString &detail = {});

    store::Database &m_database;
    const Clock &m_clock;
};

} // namespace fairlead::accounts
