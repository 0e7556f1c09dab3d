// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/connect/clientconnections.h"
#include "server/http/router.h"

namespace fairlead::api {

/**
 * /api/clients: which programs on this computer know Fairlead, and telling them. It writes into the
 * home folder of the person who runs Fairlead, so that it is for whoever can read the data folder.
 */
class ClientsApi final
{
public:
    explicit ClientsApi(clients::ClientConnections &connections);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> preview(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> add(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> remove(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> undo(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> link(http::Call call);

    clients::ClientConnections &m_connections;
};

} // namespace fairlead::api
