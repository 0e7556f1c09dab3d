// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the upstreams of a person are shown to be let in, and what their refusals mean.
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/knownservers.h"
#include "server/gateway/upstreams.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

using connections::Connection;
using connections::SignInMethod;

namespace {

Error signInNeeded(const QString &name)
{
    return {.code = ErrorCode::Unauthorized,
            .message =
                u"%1 wants you to sign in. Open Fairlead and click Reconnect on %1."_s.arg(name),
            .reason = ErrorReason::SignInNeeded};
}

Error scopeMissing(const QString &name, const QStringList &scopes)
{
    return {.code = ErrorCode::Unauthorized,
            .message = u"%1 wants you to allow more for this: %2. Open Fairlead, click Reconnect "
                       "on %1 and allow it."_s.arg(name, scopes.join(u", "_s)),
            .reason = ErrorReason::ScopeMissing};
}

} // namespace

QCoro::Task<Result<Secret>> Upstreams::authorize(QString userId,
                                                 QString connectionId,
                                                 CancellationToken cancellation)
{
    const auto connection = m_parts.connections.find(userId, connectionId);
    if (!connection)
        co_return failure(connection.error());
    const auto token = co_await m_parts.credentials.token(*connection, cancellation);
    if (!token)
        co_return failure(token.error());
    if (token->isEmpty())
        co_return Secret();
    const Secret usual = connections::Credentials::authorizationOf(*connection, *token);
    if (connection->method == SignInMethod::OAuth)
        co_return usual;
    co_return inSchemeOf(connection->apiBase, usual);
}

QCoro::Task<Result<Secret>> Upstreams::authorizeAfter(QString userId,
                                                      QString connectionId,
                                                      Secret refused,
                                                      CancellationToken cancellation)
{
    const auto connection = m_parts.connections.find(userId, connectionId);
    if (!connection)
        co_return failure(connection.error());
    if (connection->method != SignInMethod::OAuth)
        co_return Secret();
    co_return co_await m_parts.credentials.authorizationAfter(*connection, refused, cancellation);
}

Error Upstreams::explained(const QString &connectionId,
                           const net::Response &response,
                           const Error &usual)
{
    const auto known = m_upstreams.find(connectionId);
    if (known == m_upstreams.end())
        return usual;
    Upstream &upstream = known->second;
    const Connection &connection = upstream.connection;
    const oauth::Challenge challenge = oauth::challengeIn(response);
    const bool isOAuth = connection.method == SignInMethod::OAuth;
    if (response.status == 403 && (!isOAuth || challenge.error != "insufficient_scope"_L1))
        return usual;
    upstream.challenge = challenge;
    if (response.status == 401)
        return isOAuth || isWithoutToken(connection) ? signInNeeded(connection.name) : usual;
    QStringList missing = challenge.scopes;
    const QStringList asked =
        m_parts.scopesOf ? m_parts.scopesOf(connection.grantId) : QStringList();
    missing.removeIf([&asked](const QString &scope) { return asked.contains(scope); });
    // Asking again for what was asked for would go on for ever.
    return missing.isEmpty() ? usual : scopeMissing(connection.name, missing);
}

bool Upstreams::isWithoutToken(const Connection &connection) const
{
    const auto token = m_parts.connections.credential(connection);
    return token && token->isEmpty();
}

oauth::Challenge Upstreams::challengeOf(const QString &connectionId) const
{
    const auto known = m_upstreams.find(connectionId);
    return known == m_upstreams.end() ? oauth::Challenge() : known->second.challenge;
}

} // namespace fairlead::gateway
