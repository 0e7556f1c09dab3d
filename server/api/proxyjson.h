// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/providers/proxy.h"

#include <optional>

/** What the proxy's routes read and write: pure conversions, no state. */
namespace fairlead::api {

/** What a caller asks of the proxy. */
struct ProxyRequest
{
    providers::ProxyCall call;
    QString connection; ///< which one; may be empty
};

/** The request's body {method, path, query, headers, body, connection}; InvalidInput otherwise. */
[[nodiscard]] Result<ProxyRequest> proxyRequestFrom(const http::Request &request);

/** How a call over the proxy went. */
struct ProxyAnswer
{
    http::Response response;
    std::optional<Error> error; ///< for the log; none for a success
};

/** A success as {status, headers, body, body_encoding}, anything else as a problem. */
[[nodiscard]] ProxyAnswer proxyAnswerFrom(const net::Response &response,
                                          const providers::ProxyRules &rules,
                                          const QString &service,
                                          const QString &connection);

/** problemFor(), with 502 in place of 401: it is the sign-in at the service that is over, not the
 * caller's key or token that is wrong. */
[[nodiscard]] http::Response signInProblemFor(const Error &error);

} // namespace fairlead::api
