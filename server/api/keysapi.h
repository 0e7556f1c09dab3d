// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/connections/connections.h"
#include "server/http/router.h"

namespace fairlead::api {

/** /api/users/me/mcp-keys: create, list, rename, rotate and revoke the caller's MCP keys. */
class KeysApi final
{
public:
    KeysApi(accounts::McpKeys &keys,
            const connections::Connections &connections,
            const Clock &clock);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> create(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> change(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> setApproval(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> rotate(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> revoke(http::Call call);

    [[nodiscard]] Result<accounts::NewMcpKey> newKey(const http::Call &call) const;
    [[nodiscard]] Result<QStringList> connectionsFrom(const QJsonValue &ids,
                                                      const QString &userId) const;

    accounts::McpKeys &m_keys;
    const connections::Connections &m_connections;
    const Clock &m_clock;
};

} // namespace fairlead::api
