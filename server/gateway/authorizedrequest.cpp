// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/authorizedrequest.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

struct Sending
{
    net::Request request;
    AnswerReader::Limits limits;
    CancellationToken cancellation;
};

QCoro::Task<Result<AuthorizedAnswer>> sendOnce(net::StreamingClient &http,
                                               QString name,
                                               Sending sending,
                                               Secret authorization)
{
    net::Request request = sending.request;
    if (!authorization.isEmpty())
        request.headers.append({"Authorization"_ba, authorization.reveal()});
    AuthorizedAnswer answer;
    answer.reader = std::make_unique<AnswerReader>(
        http.send(request), name, sending.limits, sending.cancellation);
    const auto head = co_await answer.reader->head();
    if (!head)
        co_return failure(head.error());
    answer.head = *head;
    co_return answer;
}

} // namespace

QCoro::Task<Result<AuthorizedAnswer>> sendAuthorized(net::StreamingClient &http,
                                                     UpstreamTarget target,
                                                     net::Request request,
                                                     AnswerReader::Limits limits,
                                                     CancellationToken cancellation)
{
    const auto authorization = co_await target.authorize(cancellation);
    if (!authorization)
        co_return failure(authorization.error());
    const Sending sending{std::move(request), limits, cancellation};
    auto answer = co_await sendOnce(http, target.name, sending, *authorization);
    const bool isRefused = answer && answer->head.status == 401 && !authorization->isEmpty();
    if (!isRefused || !target.authorizeAfter)
        co_return answer;
    const auto another = co_await target.authorizeAfter(*authorization, cancellation);
    if (!another)
        co_return failure(another.error());
    if (another->isEmpty())
        co_return answer;
    co_return co_await sendOnce(http, target.name, sending, *another);
}

} // namespace fairlead::gateway
