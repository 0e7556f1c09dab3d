// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/restclient.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {

RestClient::RestClient(AuthorizedHttp http, Target target)
    : m_http(std::move(http))
    , m_target(std::move(target))
{}

std::shared_ptr<RestClient> RestClient::at(const QUrl &apiBase) const
{
    Target target = m_target;
    target.apiBase = apiBase;
    return std::make_shared<RestClient>(m_http, std::move(target));
}

QCoro::Task<Result<net::Response>> RestClient::send(RestCall call)
{
    const RestPurpose purpose = purposeOf(call);
    net::Request request = requestOf(call, m_target.apiBase);
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.cancellation = m_target.cancellation;
    request.owner = m_target.owner;
    auto response = co_await m_http.send(std::move(request));
    Result<> outcome;
    if (!response)
        outcome = failure(errorOf(response.error(), purpose));
    else if (response->status < 200 || response->status >= 300)
        outcome = failure(errorOf(*response, purpose));
    note(outcome);
    if (!outcome)
        co_return failure(outcome.error());
    co_return response;
}

QCoro::Task<Result<QByteArray>> RestClient::fetch(RestCall call)
{
    auto response = co_await send(std::move(call));
    if (!response)
        co_return failure(response.error());
    co_return std::move(response->body);
}

Error RestClient::notedUnreadable(const Error &reason, const RestPurpose &purpose) const
{
    const Error error = unreadable(reason, purpose);
    note(failure(error));
    return error;
}

RestPurpose RestClient::purposeOf(const RestCall &call) const
{
    return {.service = m_target.service,
            .connection = m_target.connection,
            .subject = call.subject,
            .write = call.write,
            .check = call.check};
}

void RestClient::note(const Result<> &outcome) const
{
    if (m_target.note)
        m_target.note(outcome);
}

} // namespace fairlead::providers
