// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/invitations.h"
#include "server/accounts/managementtokens.h"
#include "server/accounts/mcpkeys.h"
#include "server/connections/connections.h"
#include "server/http/router.h"
#include "server/leases/leases.h"

namespace fairlead::api {

/**
 * POST /api/development-seed: people, organizations, connections and leases to try Fairlead with,
 * for the person who can read the data folder. The services are under .invalid, which no network
 * knows. Only a folder without anything of anybody's is filled, and once: the second time nothing
 * is changed. What is passed outlives it.
 */
class SeedApi final
{
public:
    struct Parts
    {
        accounts::Users &users;
        accounts::Organizations &organizations;
        accounts::Invitations &invitations;
        accounts::McpKeys &keys;
        accounts::ManagementTokens &tokens;
        connections::Connections &connections;
        leases::Leases &leases;
    };
    explicit SeedApi(const Parts &parts);

    void addRoutes(http::Router &router);

private:
    struct People
    {
        accounts::User ada;
        accounts::User ben;
        accounts::User cleo;
    };

    [[nodiscard]] QCoro::Task<http::Response> seed(http::Call call);
    /** Conflict when there is something of somebody's; whether it was seeded before. */
    [[nodiscard]] Result<bool> isSeeded() const;
    [[nodiscard]] Result<People> makePeople();
    [[nodiscard]] Result<> makeTeam(const People &people);
    [[nodiscard]] Result<> makeLeases(const People &people);
    [[nodiscard]] Result<connections::Connection> connect(const accounts::User &user,
                                                          const QString &service,
                                                          const QString &host);

    Parts m_parts;
};

} // namespace fairlead::api
