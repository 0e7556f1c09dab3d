// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/proxyjson.h"
#include "server/connections/connections.h"
#include "server/http/router.h"
#include "server/providers/providers.h"
#include "server/providers/proxy.h"
#include "server/tools/approvals.h"
#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"

namespace fairlead::api {

/**
 * POST /api/{service}/proxy: a REST call to a service with the caller's credential attached, for
 * programs of the user. Each is counted and logged like the call of a tool, and where the key asks
 * before such calls, a person has to say yes to it.
 */
class ProxyApi final
{
public:
    /** What it works with; all of it outlives this object. */
    struct Parts
    {
        connections::Connections &connections;
        connections::Credentials &credentials;
        const providers::Providers &providers;
        net::HttpClient &http;
        tools::CallLimit &limit;
        tools::CallLog &log;
        tools::Approvals &approvals;
    };
    explicit ProxyApi(const Parts &parts);

    /** One for each service that has rules for it: after the providers were added. */
    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> answer(http::Call call,
                                                     const providers::Provider *provider);
    [[nodiscard]] QCoro::Task<ProxyAnswer> carryOut(ProxyRequest asked,
                                                    tools::Caller caller,
                                                    CancellationToken cancellation,
                                                    const providers::Provider *provider);
    [[nodiscard]] QCoro::Task<Result<>> approve(ProxyRequest asked,
                                                tools::Caller caller,
                                                CancellationToken cancellation,
                                                const providers::Provider *provider);
    void note(const QString &connectionId, const std::optional<Error> &error);

    Parts m_parts;
    providers::Proxy m_proxy;
};

} // namespace fairlead::api
