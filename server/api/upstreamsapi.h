// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreams.h"
#include "server/http/router.h"

namespace fairlead::api {

/** /api/upstreams and /api/health/upstreams: the user's remote MCP servers, how they are, and which
 * of their tools clients may use. */
class UpstreamsApi final
{
public:
    UpstreamsApi(gateway::Upstreams &upstreams, gateway::PinnedTools &pins);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> health(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> catalogue(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> tools(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> approve(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> change(http::Call call);

    [[nodiscard]] Result<gateway::UpstreamView> viewFor(const http::Call &call) const;
    /** The tool as it is now, or why it could not be changed. */
    [[nodiscard]] http::Response changed(const http::Call &call,
                                         const QString &connectionId,
                                         const QString &name,
                                         const Result<> &outcome);

    gateway::Upstreams &m_upstreams;
    gateway::PinnedTools &m_pins;
};

} // namespace fairlead::api
