// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/api/credentialsapi.h"
#include "server/api/leasesapi.h"
#include "server/audit/activitylog.h"

#include <QObject>

namespace fairlead::wiring {

/** Credentials that programs hold for a time: how they are asked for, what ends them, and what the
 * log tells of it. */
class LeaseParts final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        store::Database &database;
        secrets::Vault &vault;
        connections::Connections &connections;
        connections::Credentials &credentials;
        const oauth::Grants &grants;
        const providers::Providers &providers;
        const accounts::Users &users;
        const accounts::Organizations &organizations;
        accounts::McpKeys &keys;
        const accounts::ManagementTokens &tokens;
        audit::ActivityLog &activity;
        const Clock &clock;
    };

    /** Everything passed outlives the event loop. */
    explicit LeaseParts(const Sources &sources);

    [[nodiscard]] leases::Leases &leases() { return m_leases; }
    [[nodiscard]] api::LeasesApi &api() { return m_api; }
    [[nodiscard]] api::CredentialsApi &credentialsApi() { return m_credentialsApi; }

private:
    void endWithConnections();
    void record(QLatin1StringView event, const leases::Lease &lease);

    Sources m_sources;
    leases::Leases m_leases;
    leases::PlainCredentials m_plain;
    api::LeasesApi m_api;
    api::CredentialsApi m_credentialsApi;
};

} // namespace fairlead::wiring
