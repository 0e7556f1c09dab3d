// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/organizations.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

using Kind = OrganizationChange::Kind;

constexpr qsizetype longestName = 100;
constexpr std::array roleNames{"member"_L1, "admin"_L1, "owner"_L1};

Result<QString> checkedName(const QString &name)
{
    if (isPlainName(name.trimmed(), longestName))
        return name.trimmed();
    return failure(ErrorCode::InvalidInput,
                   u"An organization's name has 1 to 100 visible characters on one line."_s);
}

Role storedRole(const store::Row &row)
{
    // What a newer version may know as a higher one is none here.
    return roleFromName(row.text(u"role"_s)).value_or(Role::Member);
}

Membership membershipFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s), .name = row.text(u"name"_s), .role = storedRole(row)};
}

Member memberFrom(const store::Row &row)
{
    return {.userId = row.text(u"user_id"_s),
            .name = row.text(u"name"_s),
            .email = row.text(u"email"_s),
            .role = storedRole(row),
            .joinedAt = store::fromStored(row.value(u"joined_at"_s))};
}

QString selectMemberships(const QString &rest)
{
    return u"SELECT o.id, o.name, m.role FROM organizations o JOIN organization_members m "
           "ON m.organization_id = o.id WHERE m.user_id = ? %1"_s.arg(rest);
}

QString selectMembers(const QString &rest)
{
    return u"SELECT m.user_id, u.name, u.email, m.role, m.joined_at FROM organization_members m "
           "JOIN users u ON u.id = m.user_id WHERE m.organization_id = ? %1"_s.arg(rest);
}

} // namespace

QLatin1StringView roleName(Role role)
{
    return roleNames.at(static_cast<size_t>(role));
}

Result<Role> roleFromName(QStringView name)
{
    const auto found = std::find(roleNames.begin(), roleNames.end(), name);
    if (found == roleNames.end())
        return failure(ErrorCode::InvalidInput, u"A role is owner, admin or member."_s);
    return Role(found - roleNames.begin());
}

Organizations::Organizations(store::Database &database, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
{}

Result<Membership> Organizations::create(const QString &actorId, const QString &name)
{
    const auto checked = checkedName(name);
    if (!checked)
        return failure(checked.error());
    const Membership made{.id = newId(u"org_"), .name = *checked, .role = Role::Owner};
    const QVariant now = store::toStored(m_clock.now());
    const auto stored = m_database.transaction([&]() -> Result<> {
        const auto account = m_database.execute(
            u"INSERT INTO users (id, name, email, created_at, kind) VALUES (?, ?, '', ?, "
            "'organization')"_s,
            {made.id, made.id, now});
        if (!account)
            return failure(account.error());
        const auto written = m_database.execute(
            u"INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)"_s,
            {made.id, made.name, now});
        if (!written)
            return failure(written.error());
        return m_database
            .execute(u"INSERT INTO organization_members (organization_id, user_id, role, "
                     "joined_at) VALUES (?, ?, ?, ?)"_s,
                     {made.id, actorId, QString(roleName(made.role)), now})
            .map([](qint64) {});
    });
    if (!stored)
        return failure(stored.error());
    tell(Kind::Created, made, actorId, actorId);
    return made;
}

Result<QList<Membership>> Organizations::of(const QString &userId) const
{
    return m_database.select(selectMemberships(u"ORDER BY o.name, o.id"_s), {userId})
        .map([](const QList<store::Row> &rows) {
            QList<Membership> all;
            for (const store::Row &row : rows)
                all.append(membershipFrom(row));
            return all;
        });
}

Result<Membership> Organizations::find(const QString &actorId, const QString &id) const
{
    const auto rows = m_database.select(selectMemberships(u"AND o.id = ?"_s), {actorId, id});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"You are in no such organization. List yours to see their ids."_s);
    return membershipFrom(rows->first());
}

Result<Membership> Organizations::findAs(const QString &actorId,
                                         const QString &id,
                                         Role atLeast) const
{
    auto found = find(actorId, id);
    if (!found || found->role >= atLeast)
        return found;
    const QString sentence = atLeast == Role::Owner
        ? u"Only an owner of %1 may do that; your role there is %2."_s
        : u"Only an owner or an admin of %1 may do that; your role there is %2."_s;
    return failure(ErrorCode::Forbidden, sentence.arg(found->name, roleName(found->role)));
}

Result<Membership> Organizations::rename(const QString &actorId,
                                         const QString &id,
                                         const QString &name)
{
    auto organization = findAs(actorId, id, Role::Owner);
    if (!organization)
        return organization;
    const auto checked = checkedName(name);
    if (!checked)
        return failure(checked.error());
    const auto renamed =
        m_database.execute(u"UPDATE organizations SET name = ? WHERE id = ?"_s, {*checked, id});
    if (!renamed)
        return failure(renamed.error());
    const QString before = std::exchange(organization->name, *checked);
    tell(Kind::Renamed, *organization, actorId, actorId, u"before: "_s + before);
    return organization;
}

Result<> Organizations::remove(const QString &actorId, const QString &id)
{
    const auto organization = findAs(actorId, id, Role::Owner);
    if (!organization)
        return failure(organization.error());
    // In one: a connection that is stored in between would be nobody's.
    const auto removed = m_database.transaction([&]() -> Result<> {
        const auto left = m_database.select(
            u"SELECT name FROM pm_provider_connections WHERE user_id = ? ORDER BY name"_s, {id});
        if (!left)
            return failure(left.error());
        QStringList names;
        for (const store::Row &row : *left)
            names.append(row.text(u"name"_s));
        if (!names.isEmpty())
            return failure(ErrorCode::Conflict,
                           u"%1 still has connections: %2. Remove them first; nobody can use them "
                           "afterwards."_s.arg(organization->name, names.join(u", "_s)));
        return m_database.execute(u"DELETE FROM organizations WHERE id = ?"_s, {id})
            .map([](qint64) {});
    });
    if (!removed)
        return removed;
    tell(Kind::Deleted, *organization, actorId, actorId);
    return {};
}

Result<QList<Member>> Organizations::members(const QString &actorId, const QString &id) const
{
    if (const auto organization = find(actorId, id); !organization)
        return failure(organization.error());
    return m_database.select(selectMembers(u"ORDER BY m.joined_at, u.name"_s), {id})
        .map([](const QList<store::Row> &rows) {
            QList<Member> all;
            for (const store::Row &row : rows)
                all.append(memberFrom(row));
            return all;
        });
}

Result<Member> Organizations::member(const QString &id, const QString &userId) const
{
    const auto rows = m_database.select(selectMembers(u"AND m.user_id = ?"_s), {id, userId});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is no such member. List the members to see their ids."_s);
    return memberFrom(rows->first());
}

Result<Member> Organizations::managed(const Membership &actor, const QString &userId) const
{
    auto found = member(actor.id, userId);
    if (found && found->role > actor.role)
        return failure(
            ErrorCode::Forbidden,
            u"%1 is an owner of %2; only an owner may do that."_s.arg(found->name, actor.name));
    return found;
}

Result<QStringList> Organizations::owners(const QString &id) const
{
    return m_database
        .select(u"SELECT user_id FROM organization_members WHERE organization_id = ? AND role = "
                "'owner' ORDER BY joined_at, user_id"_s,
                {id})
        .map([](const QList<store::Row> &rows) {
            QStringList ids;
            for (const store::Row &row : rows)
                ids.append(row.text(u"user_id"_s));
            return ids;
        });
}

Result<> Organizations::keepAnOwner(const QString &id, const Member &leaving) const
{
    if (leaving.role != Role::Owner)
        return {};
    const auto all = owners(id);
    if (!all)
        return failure(all.error());
    if (*all == QStringList{leaving.userId})
        return failure(ErrorCode::Conflict,
                       u"%1 is the last owner. Make somebody else an owner first, or delete the "
                       "organization."_s.arg(leaving.name));
    return {};
}

Result<Member> Organizations::setRole(const QString &actorId,
                                      const QString &id,
                                      const QString &userId,
                                      Role role)
{
    const auto actor = findAs(actorId, id, std::max(role, Role::Admin));
    if (!actor)
        return failure(actor.error());
    auto subject = managed(*actor, userId);
    if (!subject || subject->role == role)
        return subject;
    const auto changed = m_database.transaction([&]() -> Result<> {
        if (const auto kept = keepAnOwner(id, *subject); !kept)
            return kept;
        return m_database
            .execute(u"UPDATE organization_members SET role = ? WHERE organization_id = ? AND "
                     "user_id = ?"_s,
                     {QString(roleName(role)), id, userId})
            .map([](qint64) {});
    });
    if (!changed)
        return failure(changed.error());
    subject->role = role;
    tell(Kind::RoleChanged, *actor, actorId, userId, roleName(role));
    return subject;
}

Result<> Organizations::removeMember(const QString &actorId,
                                     const QString &id,
                                     const QString &userId)
{
    const bool leaves = actorId == userId;
    const auto actor = findAs(actorId, id, leaves ? Role::Member : Role::Admin);
    if (!actor)
        return failure(actor.error());
    const auto subject = managed(*actor, userId);
    if (!subject)
        return failure(subject.error());
    const auto removed = m_database.transaction([&]() -> Result<> {
        if (const auto kept = keepAnOwner(id, *subject); !kept)
            return kept;
        return m_database
            .execute(
                u"DELETE FROM organization_members WHERE organization_id = ? AND user_id = ?"_s,
                {id, userId})
            .map([](qint64) {});
    });
    if (!removed)
        return removed;
    tell(leaves ? Kind::MemberLeft : Kind::MemberRemoved, *actor, actorId, userId);
    return {};
}

void Organizations::tell(OrganizationChange::Kind kind,
                         const Membership &organization,
                         const QString &actorId,
                         const QString &subjectId,
                         const QString &detail)
{
    Q_EMIT changed({.kind = kind,
                    .organizationId = organization.id,
                    .organizationName = organization.name,
                    .actorId = actorId,
                    .subjectId = subjectId,
                    .detail = detail});
}

} // namespace fairlead::accounts
