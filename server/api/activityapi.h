// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace fairlead::audit {
class ActivityLog;
} // namespace fairlead::audit

namespace fairlead::api {

/** /api/activity: what the caller's own clients did, and whether the log of it is untouched. */
class ActivityApi final
{
public:
    explicit ActivityApi(audit::ActivityLog &log);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> verify(http::Call call);

    audit::ActivityLog &m_log;
};

} // namespace fairlead::api
