// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metricsapi.h"

#include "server/api/managementroutes.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {

MetricsApi::MetricsApi(std::function<void(audit::MetricsText &text)> write)
    : m_write(std::move(write))
{}

void MetricsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, ""_ba, u"read the metrics"_s);
    routes.add("GET"_ba, "/metrics"_ba, &MetricsApi::metrics);
}

QCoro::Task<http::Response> MetricsApi::metrics(http::Call)
{
    audit::MetricsText text;
    m_write(text);
    http::Response response;
    response.headers = {{"Content-Type"_ba, "text/plain; version=0.0.4; charset=utf-8"_ba}};
    response.body = text.text();
    co_return response;
}

} // namespace fairlead::api
