// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/invitations.h"
#include "server/connections/connections.h"
#include "server/http/router.h"

namespace fairlead::api {

/**
 * /api/organizations…: organizations, their members, whom they invite and which connections they
 * share; /api/invitations…: the answers of who is invited. What is passed outlives it.
 */
class OrganizationsApi final
{
public:
    OrganizationsApi(accounts::Organizations &organizations,
                     accounts::Invitations &invitations,
                     connections::Connections &connections);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> create(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> show(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> rename(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> remove(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> members(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> setRole(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> removeMember(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> invitations(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> invite(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> withdraw(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> connections(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> share(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> ownInvitations(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> accept(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> decline(http::Call call);

    [[nodiscard]] Result<QJsonObject> sharedJson(const connections::Connection &connection) const;

    accounts::Organizations &m_organizations;
    accounts::Invitations &m_invitations;
    connections::Connections &m_connections;
};

} // namespace fairlead::api
