// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/connections/connection.h"
#include "server/net/httpclient.h"

#include <optional>

namespace fairlead::connections {
class Credentials;
} // namespace fairlead::connections

namespace fairlead::providers {

/**
 * HTTP with a service's credential attached: either one that is being tried out, or that of a
 * connection, which is renewed once when the service refuses it. A value; what it refers to
 * outlives the event loop, and it must outlive the tasks that it gives out.
 */
class AuthorizedHttp final
{
public:
    /** Which answers mean that the credential was refused; a 401 for want of a scope does not. */
    using IsRefusal = bool (*)(const net::Response &response);

    /** With a value of the Authorization header that nobody keeps yet. */
    AuthorizedHttp(net::HttpClient &http, Secret authorization);
    /** `rate`: what all calls over the connection together may take of the service, unless that is
     * on this computer; its "too many" holds them back either way. */
    AuthorizedHttp(net::HttpClient &http,
                   connections::Credentials &credentials,
                   connections::Connection connection,
                   IsRefusal isRefusal,
                   std::optional<net::CallRate> rate = {});

    /** As net::HttpClient::send(), and the errors of connections::Credentials. A refused request
     * was not carried out, so that a write is sent again as well. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> send(net::Request request);

private:
    net::HttpClient *m_http;
    connections::Credentials *m_credentials = nullptr; ///< null: the fixed one
    connections::Connection m_connection;
    IsRefusal m_isRefusal = nullptr;
    std::optional<net::RateBudget> m_budget; ///< of the connection
    Secret m_authorization;
};

} // namespace fairlead::providers
