// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/organizationparts.h"

#include "server/base/text.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

Q_LOGGING_CATEGORY(lcWiring, "fairlead.app.wiring")

using accounts::OrganizationChange;
using Kind = OrganizationChange::Kind;

constexpr qsizetype longestName = 100;

QLatin1StringView eventOf(Kind kind)
{
    switch (kind) {
    case Kind::Created:
        return audit::event::organizationCreated;
    case Kind::Renamed:
        return audit::event::organizationRenamed;
    case Kind::Deleted:
        return audit::event::organizationDeleted;
    case Kind::Invited:
        return audit::event::memberInvited;
    case Kind::InvitationWithdrawn:
        return audit::event::invitationWithdrawn;
    case Kind::InvitationDeclined:
        return audit::event::invitationDeclined;
    case Kind::Joined:
        return audit::event::memberJoined;
    case Kind::RoleChanged:
        return audit::event::memberRoleChanged;
    case Kind::MemberRemoved:
        return audit::event::memberRemoved;
    case Kind::MemberLeft:
        break;
    }
    return audit::event::memberLeft;
}

} // namespace

OrganizationParts::OrganizationParts(const Sources &sources)
    : m_sources(sources)
    , m_organizations(sources.database, sources.clock)
    , m_invitations(sources.database, sources.users, m_organizations, sources.clock)
    , m_api(m_organizations, m_invitations, sources.connections)
{
    connect(&m_organizations, &accounts::Organizations::changed, this, &OrganizationParts::follow);
    connect(&m_invitations, &accounts::Invitations::changed, this, &OrganizationParts::follow);
    connect(&sources.connections,
            &connections::Connections::shared,
            this,
            [this](const QString &userId, const connections::Connection &connection) {
                record(userId, connection);
            });
    connect(&sources.connections,
            &connections::Connections::changed,
            this,
            &OrganizationParts::compareAccess);
}

Result<> OrganizationParts::begin()
{
    return m_sources.connections.usableOfOrganizations().map(
        [this](const Access &access) { m_access = access; });
}

void OrganizationParts::follow(const OrganizationChange &change)
{
    record(change, change.actorId);
    if (change.subjectId != change.actorId)
        record(change, change.subjectId);
    m_sources.connections.forgetAccess();
}

void OrganizationParts::compareAccess()
{
    const auto now = m_sources.connections.usableOfOrganizations();
    if (now && *now == m_access)
        return;
    const auto all = m_sources.connections.listAll();
    if (!now || !all) {
        qCWarning(lcWiring).noquote() << (now ? all.error() : now.error()).message;
        return;
    }
    const Access before = std::exchange(m_access, *now);
    QSet<QString> existing;
    for (const connections::Connection &connection : *all)
        existing.insert(connection.id);
    for (auto each = before.begin(); each != before.end(); ++each) {
        QSet<QString> lost = each.value();
        lost.subtract(now->value(each.key())).intersect(existing);
        if (!lost.isEmpty())
            Q_EMIT accessLost(each.key(), lost);
    }
    Q_EMIT accessChanged();
}

void OrganizationParts::record(const OrganizationChange &change, const QString &userId)
{
    audit::ActivityEntry entry;
    entry.userId = userId;
    entry.at = m_sources.clock.now();
    entry.event = eventOf(change.kind);
    entry.outcome = audit::outcome::good;
    QStringList words{cleanedLine(change.organizationName, longestName)};
    if (const auto subject = m_sources.users.find(change.subjectId);
        subject && change.subjectId != change.actorId)
        words.append(subject->name);
    if (!change.detail.isEmpty())
        words.append(cleanedLine(change.detail, longestName));
    entry.detail = words.join(u"; "_s);
    m_sources.activity.record(std::move(entry));
}

void OrganizationParts::record(const QString &userId, const connections::Connection &connection)
{
    audit::ActivityEntry entry;
    entry.userId = userId;
    entry.at = m_sources.clock.now();
    entry.event = audit::event::connectionShared;
    entry.outcome = audit::outcome::good;
    entry.connectionId = connection.id;
    entry.connectionName = cleanedLine(connection.name, longestName);
    entry.detail = cleanedLine(connection.organization, longestName);
    m_sources.activity.record(std::move(entry));
}

} // namespace fairlead::wiring
