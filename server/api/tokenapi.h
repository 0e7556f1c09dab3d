// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/http/router.h"
#include "server/oauth/grants.h"
#include "server/providers/providers.h"
#include "server/tools/calllog.h"

namespace fairlead::api {

/**
 * GET /api/integrations/{service}/token: an access token that is good now, renewed if needed, for
 * programs of whoever manages Fairlead. A refresh token never leaves.
 */
class TokenApi final
{
public:
    /** What it works with; all of it outlives this object. */
    struct Parts
    {
        const connections::Connections &connections;
        connections::Credentials &credentials;
        const oauth::Grants &grants;
        const providers::Providers &providers;
        tools::CallLog &log;
    };
    explicit TokenApi(const Parts &parts);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> token(http::Call call);
    [[nodiscard]] Result<connections::Connection> connectionFor(const http::Call &call,
                                                                const tools::Caller &caller) const;
    [[nodiscard]] QJsonObject toJson(const connections::Connection &connection,
                                     const Secret &token) const;

    Parts m_parts;
};

} // namespace fairlead::api
