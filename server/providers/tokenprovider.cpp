// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/tokenprovider.h"

#include "server/connections/credentials.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype longestToken = 4096;

} // namespace

using connections::Connection;

TokenProvider::TokenProvider(net::HttpClient &http,
                             connections::Connections &connections,
                             connections::Credentials &credentials,
                             RestService service)
    : m_connections(connections)
    , m_tools(http, connections, credentials, std::move(service))
{}

QString TokenProvider::type() const
{
    return m_tools.service().type;
}

QString TokenProvider::displayName() const
{
    return m_tools.service().name;
}

Result<Secret> TokenProvider::checkedToken(const Secret &typed) const
{
    Secret token(typed.reveal().trimmed());
    const QByteArray &bytes = token.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!token.isEmpty() && isPlain && token.size() <= longestToken)
        return token;
    const RestService &service = m_tools.service();
    return failure(ErrorCode::InvalidInput,
                   token.isEmpty()
                       ? u"Enter a token of %1. %2"_s.arg(service.name, service.tokenHelp)
                       : u"What was entered is not a token of %1: it has spaces or characters that "
                         "no token has. Copy it again."_s.arg(service.name));
}

QCoro::Task<Result<ConnectionReport>> TokenProvider::connectWithToken(TokenSignIn signIn)
{
    auto place = placeOf(signIn.baseUrl);
    if (!place)
        co_return failure(place.error());
    const auto token = checkedToken(signIn.token);
    if (!token)
        co_return failure(token.error());
    place->userId = signIn.userId;
    place->provider = type();
    Secret authorization = connections::Credentials::authorizationOf(*place, *token);
    const RestSession session =
        m_tools.tryOut(*place, std::move(authorization), signIn.cancellation);
    auto report = co_await prove(session);
    if (!report)
        co_return report;
    const auto saved = m_connections.save(report->connection, *token);
    if (!saved)
        co_return failure(saved.error());
    report->connection = *saved;
    co_return report;
}

QCoro::Task<Result<ConnectionReport>> TokenProvider::test(Connection connection,
                                                          CancellationToken cancellation)
{
    const auto token = m_connections.credential(connection);
    if (!token)
        co_return failure(token.error());
    tools::Caller owner;
    owner.userId = connection.userId;
    auto report = co_await prove(m_tools.open(connection, owner, cancellation));
    if (!report)
        co_return report;
    const auto current = described(report->connection, *token);
    if (!current)
        co_return failure(current.error());
    report->connection = *current;
    co_return report;
}

Result<Connection> TokenProvider::described(const Connection &proven, const Secret &token) const
{
    // Somebody may have reconnected or removed it while the service was asked.
    const auto current = m_connections.find(proven.userId, proven.id);
    if (!current)
        return current;
    const auto stored = m_connections.credential(*current);
    if (!stored || !stored->equals(token.reveal())
        || (current->accountName == proven.accountName
            && current->limitations == proven.limitations)) {
        return current;
    }
    return m_connections.describe(proven);
}

} // namespace fairlead::providers
