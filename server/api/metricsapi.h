// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/metricstext.h"
#include "server/http/router.h"

#include <functional>

namespace fairlead::api {

/** GET /metrics in Prometheus' text format, for the owner: it tells of all users. */
class MetricsApi final
{
public:
    /** `write` outlives the router. */
    explicit MetricsApi(std::function<void(audit::MetricsText &text)> write);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> metrics(http::Call call);

    std::function<void(audit::MetricsText &text)> m_write;
};

} // namespace fairlead::api
