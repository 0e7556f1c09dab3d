// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/managementtokens.h"
#include "server/accounts/mcpkeys.h"
#include "server/accounts/organizations.h"
#include "server/api/leasedcredentials.h"
#include "server/http/router.h"

namespace fairlead::api {

/**
 * /api/mcp/me and /api/mcp/credentials/lease…: who somebody is, and credentials of their services
 * for a time, for a key that may have them or for a management token. /api/leases…: what all keys
 * of a user hold, without the credentials, for management tokens. What is passed outlives it.
 */
class LeasesApi final
{
public:
    /** Who may ask. */
    struct Accounts
    {
        const accounts::Users &users;
        const accounts::Organizations &organizations;
        const accounts::McpKeys &keys;
        const accounts::ManagementTokens &tokens;
    };

    LeasesApi(leases::Leases &leases,
              const LeasedCredentials::Parts &parts,
              const Accounts &accounts,
              const Clock &clock);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> me(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> take(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> renew(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> show(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> giveBack(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> revoke(http::Call call);

    [[nodiscard]] Result<> stillThere(const leases::Holder &holder,
                                      const CancellationToken &cancellation) const;
    [[nodiscard]] http::Response answer(const leases::Lease &lease,
                                        int status,
                                        const QList<MissingService> &missing = {}) const;

    leases::Leases &m_leases;
    LeasedCredentials m_credentials;
    Accounts m_accounts;
    const Clock &m_clock;
};

} // namespace fairlead::api
