// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokenapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/api/proxyjson.h"
#include "server/base/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using connections::SignInMethod;

constexpr qsizetype nameLimit = 320;
constexpr qsizetype shownService = 40;

bool isBasic(const connections::Connection &connection)
{
    return connection.method == SignInMethod::ApiToken
        || connection.method == SignInMethod::ScopedApiToken
        || connection.method == SignInMethod::ApiKey;
}

QString userNameOf(const connections::Connection &connection)
{
    return connection.method == SignInMethod::ApiKey ? u"apikey"_s : connection.account;
}

} // namespace

TokenApi::TokenApi(const Parts &parts)
    : m_parts(parts)
{}

void TokenApi::addRoutes(http::Router &router)
{
    router.add(
        {.method = "GET"_ba,
         .path = "/api/integrations/{service}/token"_ba,
         .access = http::Access::Management,
         .handler = http::answering([this](http::Call call) { return token(std::move(call)); })});
}

Result<connections::Connection> TokenApi::connectionFor(const http::Call &call,
                                                        const tools::Caller &caller) const
{
    const QString service = QString::fromUtf8(call.request.pathParameter("service"));
    const auto provider = m_parts.providers.find(service);
    if (!provider)
        return failure(
            ErrorCode::NotFound,
            u"“%1” is no service that Fairlead connects to; there are: %2."_s.arg(
                cleanedLine(service, shownService), m_parts.providers.types().join(u", "_s)));
    const QString wanted = QString::fromUtf8(call.request.queryValue("connection")).left(nameLimit);
    const auto chosen = chosenConnection(m_parts.connections, caller, **provider, wanted);
    // What a member may use is not theirs to see.
    return chosen ? m_parts.connections.find(caller.userId, chosen->id) : chosen;
}

QCoro::Task<http::Response> TokenApi::token(http::Call call)
{
    const tools::Caller caller = callerOf(call);
    const auto connection = connectionFor(call, caller);
    if (!connection)
        co_return problemFor(connection.error());
    const tools::CallLog::Entry entry =
        m_parts.log.begin(u"token %1"_s.arg(connection->name), caller);
    entry.notes->connectionId = connection->id;
    entry.notes->connectionName = connection->name;
    const auto token = co_await m_parts.credentials.token(*connection, call.cancellation);
    m_parts.log.end(entry, tools::CallLog::outcomeOf(token, call.cancellation), 0);
    if (!token)
        co_return signInProblemFor(token.error());
    http::Response response = http::Response::json(toJson(*connection, *token));
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    co_return response;
}

QJsonObject TokenApi::toJson(const connections::Connection &connection, const Secret &token) const
{
    QJsonObject json{{u"service"_s, connection.provider},
                     {u"connection_id"_s, connection.id},
                     {u"name"_s, connection.name},
                     {u"url"_s, connection.site.toString()},
                     {u"api_url"_s, connection.apiBase.toString()},
                     {u"token_type"_s, isBasic(connection) ? u"Basic"_s : u"Bearer"_s},
                     {u"access_token"_s, QString::fromLatin1(token.reveal())}};
    if (isBasic(connection))
        json.insert(u"username"_s, userNameOf(connection));
    if (connection.method != SignInMethod::OAuth)
        return json;
    if (const auto grant = m_parts.grants.find(connection.grantId)) {
        if (grant->expiresAt.isValid())
            json.insert(u"expires_at"_s, timeJson(grant->expiresAt));
        if (!grant->scopes.isEmpty())
            json.insert(u"scopes"_s, QJsonArray::fromStringList(grant->scopes));
    }
    return json;
}

} // namespace fairlead::api
