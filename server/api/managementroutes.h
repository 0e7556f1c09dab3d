// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace fairlead::api {

/** The answer to who has a management token that is not the control token: only that may `right`,
 * such as "see the approved folders". */
[[nodiscard]] QCoro::Task<http::Response> ownerOnly(QString right);

/** Adds routes for management tokens, and for whom else `access` lets in, which members of `Api`
 * answer. `Api` outlives the router. */
template<typename Api>
class ManagementRoutes final
{
public:
    using Handler = QCoro::Task<http::Response> (Api::*)(http::Call);

    /** `prefix` begins every path. With an `ownersRight` (see ownerOnly()) the handlers see calls
     * of the person who can read the data folder alone. */
    ManagementRoutes(http::Router &router,
                     Api &api,
                     QByteArray prefix,
                     QString ownersRight = {},
                     http::Access access = http::Access::Management)
        : m_router(router)
        , m_api(api)
        , m_prefix(std::move(prefix))
        , m_ownersRight(std::move(ownersRight))
        , m_access(access)
    {}

    void add(const QByteArray &method, const QByteArray &path, Handler handler)
    {
        const auto answer = [&api = m_api, handler, right = m_ownersRight](http::Call call) {
            return right.isEmpty() || call.principal.owner ? (api.*handler)(std::move(call))
                                                           : ownerOnly(right);
        };
        m_router.add({.method = method,
                      .path = m_prefix + path,
                      .access = m_access,
                      .handler = http::answering(answer)});
    }

private:
    http::Router &m_router;
    Api &m_api;
    QByteArray m_prefix;
    QString m_ownersRight;
    http::Access m_access;
};

} // namespace fairlead::api
