// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/authorizedhttp.h"

#include "server/base/tracecontext.h"
#include "server/connections/credentials.h"
#include "server/net/requestcheck.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

/** The trace goes where the credential goes, and nowhere else. */
net::Request with(net::Request request, const Secret &authorization)
{
    request.headers.append({"Authorization"_ba, authorization.reveal()});
    if (const auto trace = request.cancellation.trace())
        request.headers += trace->fields();
    return request;
}

constexpr net::CallRate unpaced{.perMinute = 60'000'000, .burst = 1000};

/** A sign-in that could not be renewed leaves no doubt about the request behind it. */
Error notSent(Error error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
    case ErrorCode::Cancelled:
    case ErrorCode::SecretsUnavailable:
    case ErrorCode::Storage:
    case ErrorCode::RateLimited:
        break;
    default:
        // Nor is it the service's word on what was asked for.
        error.code = ErrorCode::Network;
    }
    return error;
}

} // namespace

AuthorizedHttp::AuthorizedHttp(net::HttpClient &http, Secret authorization)
    : m_http(&http)
    , m_authorization(std::move(authorization))
{}

AuthorizedHttp::AuthorizedHttp(net::HttpClient &http,
                               connections::Credentials &credentials,
                               connections::Connection connection,
                               IsRefusal isRefusal,
                               std::optional<net::CallRate> rate)
    : m_http(&http)
    , m_credentials(&credentials)
    , m_connection(std::move(connection))
    , m_isRefusal(isRefusal)
{
    // A service on this computer has limits of its own making: only what it says of them holds.
    const bool isHere = net::isLoopbackHost(m_connection.apiBase.host());
    if (rate)
        m_budget = net::RateBudget{m_connection.id, isHere ? unpaced : *rate};
}

QCoro::Task<Result<net::Response>> AuthorizedHttp::send(net::Request request)
{
    if (!m_credentials)
        co_return co_await m_http->send(with(std::move(request), m_authorization));
    request.budget = m_budget;
    const auto authorization =
        co_await m_credentials->authorization(m_connection, request.cancellation);
    if (!authorization)
        co_return failure(notSent(authorization.error()));
    auto response = co_await m_http->send(with(request, *authorization));
    if (!response || !m_isRefusal(*response))
        co_return response;
    const auto renewed = co_await m_credentials->authorizationAfter(
        m_connection, *authorization, request.cancellation);
    // Without another credential the service's own answer says it best.
    if (!renewed && renewed.error().code == ErrorCode::Unauthorized)
        co_return response;
    if (!renewed)
        co_return failure(notSent(renewed.error()));
    // A service that goes on with a refused credential as with a visitor may have done what was
    // asked.
    const bool mayBeDone = response->status >= 200 && response->status < 300
        && request.repeatable == net::Repeatable::No;
    if (mayBeDone)
        co_return response;
    co_return co_await m_http->send(with(std::move(request), *renewed));
}

} // namespace fairlead::providers
