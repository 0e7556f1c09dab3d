// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/credentials.h"

#include "server/connections/connections.h"
#include "server/oauth/grants.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::connections {
namespace {

Q_LOGGING_CATEGORY(lcConnections, "fairlead.server.connections")

Error signInOver(const QString &name)
{
    return {.code = ErrorCode::Unauthorized,
            .message = u"The sign-in on %1 has expired. Open Fairlead and click Reconnect on "
                       "%1."_s.arg(name)};
}

/** The grant's own sentence knows nothing of the connection. */
template<typename T>
Result<T> named(Result<T> outcome, const QString &name)
{
    if (!outcome && outcome.error().code == ErrorCode::Unauthorized)
        return failure(signInOver(name));
    return outcome;
}

} // namespace

Credentials::Credentials(Connections &connections, oauth::Grants &grants)
    : m_connections(connections)
    , m_grants(grants)
{
    connect(&grants, &oauth::Grants::lost, this, [this](const QString &grantId) {
        const auto standing = m_connections.ofGrant(grantId);
        if (!standing)
            qCWarning(lcConnections).noquote() << standing.error().message;
        for (const Connection &connection : standing.value_or(QList<Connection>()))
            m_connections.noteFailure(connection.id, signInOver(connection.name));
    });
}

Credentials::~Credentials() = default;

QDateTime Credentials::accessEnd(const Connection &connection) const
{
    if (connection.grantId.isEmpty())
        return {};
    const auto grant = m_grants.find(connection.grantId);
    return grant ? grant->expiresAt : QDateTime();
}

Secret Credentials::basic(const QString &account, const Secret &token)
{
    const Secret pair(account.toUtf8() + ':' + token.reveal());
    return Secret("Basic "_ba + pair.reveal().toBase64());
}

Secret Credentials::bearer(const Secret &token)
{
    return Secret("Bearer "_ba + token.reveal());
}

Secret Credentials::authorizationOf(const Connection &connection, const Secret &token)
{
    switch (connection.method) {
    case SignInMethod::OAuth:
    case SignInMethod::IntegrationToken:
        return bearer(token);
    case SignInMethod::ApiKey:
        return basic(u"apikey"_s, token);
    case SignInMethod::ApiToken:
    case SignInMethod::ScopedApiToken:
        break;
    }
    return basic(connection.account, token);
}

QCoro::Task<Result<Secret>> Credentials::token(Connection connection,
                                               CancellationToken cancellation)
{
    if (connection.method != SignInMethod::OAuth)
        co_return m_connections.credential(connection);
    const auto token = co_await m_grants.accessToken(connection.grantId, std::move(cancellation));
    co_return named(token, connection.name);
}

QCoro::Task<Result<Secret>> Credentials::authorization(Connection connection,
                                                       CancellationToken cancellation)
{
    const auto proof = co_await token(connection, std::move(cancellation));
    if (!proof)
        co_return failure(proof.error());
    co_return authorizationOf(connection, *proof);
}

QCoro::Task<Result<Secret>> Credentials::authorizationAfter(Connection connection,
                                                            Secret refused,
                                                            CancellationToken cancellation)
{
    if (connection.method != SignInMethod::OAuth)
        co_return failure(signInOver(connection.name));
    const Secret refusedToken(refused.reveal().mid(refused.reveal().indexOf(' ') + 1));
    const auto token = co_await m_grants.accessTokenAfter(
        connection.grantId, refusedToken, std::move(cancellation));
    if (!token)
        co_return named(Result<Secret>(failure(token.error())), connection.name);
    co_return bearer(*token);
}

QCoro::Task<Result<>> Credentials::disconnect(QString userId, QString connectionId)
{
    const auto connection = m_connections.find(userId, connectionId);
    if (!connection)
        co_return failure(connection.error());
    if (auto removed = m_connections.remove(userId, connectionId); !removed)
        co_return removed;
    co_return co_await endUnused(connection->grantId);
}

QCoro::Task<Result<>> Credentials::endUnused(QString grantId)
{
    if (grantId.isEmpty())
        co_return Result<>();
    const auto standing = m_connections.ofGrant(grantId);
    if (!standing)
        co_return failure(standing.error());
    if (!standing->isEmpty())
        co_return Result<>();
    co_return co_await m_grants.remove(grantId);
}

} // namespace fairlead::connections
