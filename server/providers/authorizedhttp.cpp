// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/authorizedhttp.h"

#include "server/connections/credentials.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

net::Request with(net::Request request, const Secret &authorization)
{
    request.headers.append({"Authorization"_ba, authorization.reveal()});
    return request;
}

/** A sign-in that could not be renewed leaves no doubt about the request behind it. */
Error notSent(Error error)
{
    if (error.code == ErrorCode::Timeout || error.code == ErrorCode::InvalidData)
        error.code = ErrorCode::Network;
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
                               IsRefusal isRefusal)
    : m_http(&http)
    , m_credentials(&credentials)
    , m_connection(std::move(connection))
    , m_isRefusal(isRefusal)
{}

QCoro::Task<Result<net::Response>> AuthorizedHttp::send(net::Request request)
{
    if (!m_credentials)
        co_return co_await m_http->send(with(std::move(request), m_authorization));
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
    co_return co_await m_http->send(with(std::move(request), *renewed));
}

} // namespace fairlead::providers
