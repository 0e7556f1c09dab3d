// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/organizationsapi.h"
#include "server/audit/activitylog.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace fairlead::wiring {

/** Organizations and their connections: who loses what when somebody leaves or it is shared
 * otherwise, and what the log tells of it. */
class OrganizationParts final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        store::Database &database;
        const accounts::Users &users;
        connections::Connections &connections;
        audit::ActivityLog &activity;
        const Clock &clock;
    };

    /** Everything passed outlives the event loop. */
    explicit OrganizationParts(const Sources &sources);

    /** Takes what there is now for known; once. */
    [[nodiscard]] Result<> begin();

    [[nodiscard]] accounts::Organizations &organizations() { return m_organizations; }
    [[nodiscard]] accounts::Invitations &invitations() { return m_invitations; }
    [[nodiscard]] api::OrganizationsApi &api() { return m_api; }

Q_SIGNALS:
    /** This person may no longer use these connections, which are still there. */
    void accessLost(const QString &userId, const QSet<QString> &connectionIds);
    /** Somebody may use others than before. */
    void accessChanged();

private:
    void follow(const accounts::OrganizationChange &change);
    void compareAccess();
    void record(const accounts::OrganizationChange &change, const QString &userId);
    void record(const QString &userId, const connections::Connection &connection);

    using Access = QHash<QString, QSet<QString>>; ///< by user, connections of organizations

    Sources m_sources;
    accounts::Organizations m_organizations;
    accounts::Invitations m_invitations;
    api::OrganizationsApi m_api;
    Access m_access; ///< as it was last seen
};

} // namespace fairlead::wiring
