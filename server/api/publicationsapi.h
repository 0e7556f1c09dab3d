// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/publishing/publisher.h"

namespace fairlead::api {

/**
 * /api/publications: files of approved folders as Jira issues. The files are on the computer of the
 * person who can read the data folder, so that nobody else may publish them.
 */
class PublicationsApi final
{
public:
    explicit PublicationsApi(publishing::Publisher &publisher);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> publish(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> exportLinks(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> forget(http::Call call);

    publishing::Publisher &m_publisher;
};

} // namespace fairlead::api
