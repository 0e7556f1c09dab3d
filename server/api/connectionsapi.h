// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/organizations.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/http/router.h"
#include "server/providers/providers.h"

namespace fairlead::api {

/** /api/pm/providers: connect with a token, list, test and remove the caller's connections. */
class ConnectionsApi final
{
public:
    ConnectionsApi(connections::Connections &connections,
                   connections::Credentials &credentials,
                   const providers::Providers &providers,
                   const accounts::Organizations &organizations);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> importProjects(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> show(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> test(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> remove(http::Call call);

    /** The user's or, where the body names one, the organization's id. */
    [[nodiscard]] Result<QString> ownerOf(const http::Call &call, const QJsonObject &body) const;
    /** The connection that the path means, for whoever manages or uses it. */
    [[nodiscard]] Result<connections::Connection> visible(const http::Call &call) const;

    connections::Connections &m_connections;
    connections::Credentials &m_credentials;
    const providers::Providers &m_providers;
    const accounts::Organizations &m_organizations;
};

} // namespace fairlead::api
