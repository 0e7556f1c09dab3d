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
 * knows. Only a folder without anything of anybody's is filled; after that, what is missing of it
 * is made, as after a time that failed in the middle, and nothing else is changed. What is passed
 * outlives it.
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
    enum class Answer { Open, Accepted };

    /** Conflict when there is something of somebody's, unless it was seeded before. */
    [[nodiscard]] Result<> checkFree() const;
    /** What was made just now. */
    template<typename T>
    [[nodiscard]] Result<T> noted(Result<T> made);
    [[nodiscard]] Result<People> makePeople();
    [[nodiscard]] Result<> makeTeam(const People &people);
    [[nodiscard]] Result<> makeLeases(const People &people);

    // Each is found, or made.
    [[nodiscard]] Result<accounts::Membership> organization(const accounts::User &owner,
                                                            const QString &name);
    [[nodiscard]] Result<> invite(const accounts::User &owner,
                                  const accounts::Membership &organization,
                                  const accounts::User &user,
                                  accounts::Role role,
                                  Answer answer);
    [[nodiscard]] Result<accounts::McpKey> leaseKey(const accounts::User &user);
    [[nodiscard]] Result<connections::Connection> connect(const accounts::User &user,
                                                          const QString &service,
                                                          const QString &host);

    Parts m_parts;
    bool m_isAnythingMade = false; ///< by the seeding that runs
};

} // namespace fairlead::api
