// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/proxyapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/tools/approvalgate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr std::chrono::seconds deadline{60};
constexpr std::chrono::seconds waitForACall{1};
constexpr qsizetype shownPath = 120;

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

/** As the tool that it is to a person who is asked. */
tools::ToolDefinition toolOf(const providers::Provider &provider,
                             const ProxyRequest &asked,
                             tools::ToolEffect effect)
{
    tools::ToolDefinition tool;
    const bool isDestructive = effect == tools::ToolEffect::Destructive;
    tool.name = provider.type() + (isDestructive ? u"_proxy.delete"_s : u"_proxy.write"_s);
    tool.title = u"Send %1 %2 to %3"_s.arg(QString::fromLatin1(asked.call.method),
                                           cleanedLine(asked.call.path, shownPath),
                                           provider.displayName());
    tool.effect = effect;
    tool.service = provider.type();
    return tool;
}

/** All of it, so that a yes is to this very call. */
QJsonObject argumentsOf(const ProxyRequest &asked)
{
    QJsonObject arguments{{u"method"_s, QString::fromLatin1(asked.call.method)},
                          {u"path"_s, asked.call.path}};
    if (!asked.connection.isEmpty())
        arguments.insert(u"connection"_s, asked.connection);
    QJsonArray query;
    for (const auto &[name, value] : asked.call.query)
        query.append(QJsonArray{name, value});
    if (!query.isEmpty())
        arguments.insert(u"query"_s, query);
    QJsonArray headers;
    for (const auto &[name, value] : asked.call.headers)
        headers.append(QString::fromLatin1(QByteArray(name + ": " + value)));
    if (!headers.isEmpty())
        arguments.insert(u"headers"_s, headers);
    const QByteArray &body = asked.call.body;
    const QString text = QString::fromUtf8(body);
    if (text.toUtf8() != body)
        arguments.insert(u"body_sha256"_s, QString::fromLatin1(sha256Hex(body)));
    else if (!body.isEmpty())
        arguments.insert(u"body"_s, text);
    return arguments;
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
    const auto approved = co_await approve(asked, caller, cancellation, provider);
    if (!approved)
        co_return refusal(approved.error());
    // The answer may have taken minutes.
    if (!m_parts.connections.isUsableBy(caller, connection->id))
        co_return refusal({.code = ErrorCode::NotFound,
                           .message = u"%1 was taken away meanwhile. Nothing was "
                                      "sent."_s.arg(connection->name)});
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

QCoro::Task<Result<>> ProxyApi::approve(ProxyRequest asked,
                                        tools::Caller caller,
                                        CancellationToken cancellation,
                                        const providers::Provider *provider)
{
    const auto effect = providers::Proxy::effectOf(*provider->proxyRules(), asked.call);
    if (!effect)
        co_return failure(effect.error());
    const tools::ToolDefinition tool = toolOf(*provider, asked, *effect);
    const tools::ToolDecision decision = tools::decisionFor(tool, caller);
    if (decision == tools::ToolDecision::Deny) {
        caller.noteRefusal();
        co_return failure(
            ErrorCode::Forbidden,
            u"%1 is switched off for this key in Fairlead. Nothing was sent."_s.arg(tool.name));
    }
    if (decision == tools::ToolDecision::Allow || m_parts.approvals.isGranted(caller, tool.name))
        co_return Result<>();
    tools::ToolCall call;
    call.tool = tool.name;
    call.arguments = argumentsOf(asked);
    call.caller = caller;
    call.cancellation = cancellation;
    const auto standing = co_await m_parts.approvals.ask(tool, call);
    if (cancellation.isCancelled())
        co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
    if (!standing)
        co_return failure(standing.error());
    if (*standing == tools::Approvals::Standing::Approved)
        co_return Result<>();
    caller.noteRefusal();
    co_return failure(ErrorCode::Forbidden,
                      u"Nothing was sent: "_s + tools::refusalText(tool.name, *standing));
}

void ProxyApi::note(const QString &connectionId, const std::optional<Error> &error)
{
    if (!error || isAnswer(error->code))
        m_parts.connections.noteSuccess(connectionId);
    else
        m_parts.connections.noteFailure(connectionId, *error);
}

} // namespace fairlead::api
