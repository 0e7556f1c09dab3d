// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/leases/plaincredentials.h"
#include "server/providers/providers.h"

namespace fairlead::api {

/** /api/credentials: credentials of services that Fairlead does not call itself, to be leased by
 * name. They come in and never out again, but in a lease. What is passed outlives it. */
class CredentialsApi final
{
public:
    CredentialsApi(leases::PlainCredentials &credentials, const providers::Providers &providers);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> put(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> remove(http::Call call);

    leases::PlainCredentials &m_credentials;
    const providers::Providers &m_providers;
};

} // namespace fairlead::api
