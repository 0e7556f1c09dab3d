// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/proxyapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr std::chrono::seconds deadline{60};
constexpr std::chrono::seconds waitForACall{1};

ProxyAnswer refusal(const Error &error)
{
    return {.response = signInProblemFor(error), .error = error};
}

/** Whether the service has given an answer, if only a no to this one call. */
bool isAnswer(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::NotFound
        || code == ErrorCode::Forbidden || code == ErrorCode::Conflict
        || code == ErrorCode::RateLimited;
}

} // namespace

ProxyApi::ProxyApi(const Parts &parts)
    : m_parts(parts)
    , m_proxy(parts.http, parts.credentials)
{}

void ProxyApi::addRoutes(http::Router &router)
{
    const QStringList types = m_parts.providers.types();
    for (const QString &type : types) {
        const providers::Provider *provider = m_parts.providers.find(type).value();
        if (!provider->proxyRules())
            continue;
        router.add({.method = "POST"_ba,
                    .path = "/api/" + type.toLatin1() + "/proxy",
                    .access = http::Access::ManagementOrProxy,
                    .handler = http::answering([this, provider](http::Call call) {
                        return answer(std::move(call), provider);
                    })});
    }
}

QCoro::Task<http::Response> ProxyApi::answer(http::Call call, const providers::Provider *provider)
{
    const auto asked = proxyRequestFrom(call.request);
    if (!asked)
        co_return problemFor(asked.error());
    tools::Caller caller = callerOf(call);
    const QString what = u"proxy %1 %2 %3"_s.arg(
        provider->type(), QString::fromLatin1(asked->call.method), asked->call.path);
    const tools::CallLog::Entry entry = m_parts.log.begin(what, caller);
    caller.notes = entry.notes;
    ProxyAnswer answer = co_await carryOut(*asked, caller, call.cancellation, provider);
    const Result<> outcome = answer.error ? Result<>(failure(*answer.error)) : Result<>();
    m_parts.log.end(
        entry, tools::CallLog::outcomeOf(outcome, call.cancellation), answer.response.body.size());
    co_return std::move(answer.response);
}

QCoro::Task<ProxyAnswer> ProxyApi::carryOut(ProxyRequest asked,
                                            tools::Caller caller,
                                            CancellationToken cancellation,
                                            const providers::Provider *provider)
{
    auto turn = m_parts.limit.enter(caller, u"this call"_s);
    if (!turn) {
        turn.error().retryAfter = waitForACall;
        co_return refusal(turn.error());
    }
    const auto connection =
        chosenConnection(m_parts.connections, caller, *provider, asked.connection);
    if (!connection)
        co_return refusal(connection.error());
    const providers::ProxyRules rules = *provider->proxyRules();
    auto request = providers::Proxy::prepared(rules, *connection, caller, asked.call);
    if (!request)
        co_return refusal(request.error());
    request->deadline = deadline;
    request->cancellation = cancellation;
    const auto response = co_await m_proxy.send(rules, *connection, *request);
    if (!response) {
        m_parts.connections.noteFailure(connection->id, response.error());
        co_return refusal(response.error());
    }
    ProxyAnswer answer =
        proxyAnswerFrom(*response, rules, provider->displayName(), connection->name);
    note(connection->id, answer.error);
    co_return answer;
}

void ProxyApi::note(const QString &connectionId, const std::optional<Error> &error)
{
    if (!error || isAnswer(error->code))
        m_parts.connections.noteSuccess(connectionId);
    else
        m_parts.connections.noteFailure(connectionId, *error);
}

} // namespace fairlead::api
