// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/usersapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/secrets/jws.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype nameLimit = 100;
constexpr qsizetype emailLimit = 320;
constexpr qint64 defaultTokenSeconds = 3600;
constexpr qint64 longestTokenSeconds = 24 * 3600;

} // namespace

UsersApi::UsersApi(accounts::Users &users, accounts::ManagementTokens &tokens)
    : m_users(users)
    , m_tokens(tokens)
{}

void UsersApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api"_ba, u"manage users and make management tokens"_s);
    routes.add("GET"_ba, "/users"_ba, &UsersApi::list);
    routes.add("POST"_ba, "/users"_ba, &UsersApi::create);
    routes.add("POST"_ba, "/tokens"_ba, &UsersApi::issueToken);
    routes.add("GET"_ba, "/tokens"_ba, &UsersApi::listTokens);
    routes.add("DELETE"_ba, "/tokens/{id}"_ba, &UsersApi::revokeToken);
    ManagementRoutes everybodys(router, *this, "/api"_ba, {}, http::Access::Public);
    everybodys.add("GET"_ba, "/tokens/jwks"_ba, &UsersApi::publicKeys);
}

QCoro::Task<http::Response> UsersApi::list(http::Call)
{
    const auto users = m_users.list();
    if (!users)
        co_return problemFor(users.error());
    QJsonArray json;
    for (const accounts::User &user : *users)
        json.append(toJson(user));
    const QJsonObject answer{{u"users"_s, json}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> UsersApi::create(http::Call call)
{
    const auto body = bodyObject(call.request, {u"name"_s, u"email"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto name = textMember(*body, u"name"_s, nameLimit);
    if (!name)
        co_return problemFor(name.error());
    const auto email = textMember(*body, u"email"_s, emailLimit, QString());
    if (!email)
        co_return problemFor(email.error());
    const auto user = m_users.create(*name, *email);
    co_return user ? http::Response::json(toJson(*user), 201) : problemFor(user.error());
}

QCoro::Task<http::Response> UsersApi::issueToken(http::Call call)
{
    // A token that could ask for the next one would never end.
    const auto body = bodyObject(call.request, {u"user"_s, u"expires_in"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto wanted = textMember(*body, u"user"_s, nameLimit, call.principal.userId);
    if (!wanted)
        co_return problemFor(wanted.error());
    const auto user = m_users.find(*wanted);
    if (!user)
        co_return problemFor(user.error());
    const qint64 seconds = body->value(u"expires_in"_s).toInteger(defaultTokenSeconds);
    if (seconds <= 0 || seconds > longestTokenSeconds)
        co_return problemFor(
            {.code = ErrorCode::InvalidInput,
             .message = u"“expires_in” must be a number of seconds from 1 to %1."_s.arg(
                 longestTokenSeconds)});
    const auto token = m_tokens.issue(user->id, std::chrono::seconds(seconds));
    if (!token)
        co_return problemFor(token.error());
    const QJsonObject answer{{u"id"_s, token->id},
                             {u"token"_s, QString::fromLatin1(token->token.reveal())},
                             {u"user_id"_s, user->id},
                             {u"expires_in"_s, seconds}};
    co_return http::Response::json(answer, 201);
}

QCoro::Task<http::Response> UsersApi::listTokens(http::Call)
{
    const auto tokens = m_tokens.list();
    if (!tokens)
        co_return problemFor(tokens.error());
    QJsonArray json;
    for (const accounts::ManagementTokens::Record &token : *tokens)
        json.append(QJsonObject{{u"id"_s, token.id},
                                {u"user_id"_s, token.userId},
                                {u"issued_at"_s, timeJson(token.issuedAt)},
                                {u"expires_at"_s, timeJson(token.expiresAt)},
                                {u"revoked_at"_s, timeJson(token.revokedAt)}});
    const QJsonObject answer{{u"tokens"_s, json}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> UsersApi::revokeToken(http::Call call)
{
    const auto revoked =
        m_tokens.revoke(QString::fromUtf8(call.request.pathParameter("id")).left(nameLimit));
    co_return revoked ? http::Response::empty(204) : problemFor(revoked.error());
}

QCoro::Task<http::Response> UsersApi::publicKeys(http::Call)
{
    const auto keys = m_tokens.publicKeys();
    if (!keys)
        co_return problemFor(keys.error());
    QJsonArray json;
    for (const secrets::JwsPublicKey &key : *keys) {
        QJsonObject jwk = key.toJwk();
        jwk.insert("alg"_L1, QString::fromLatin1(key.algorithm()));
        jwk.insert("use"_L1, u"sig"_s);
        json.append(jwk);
    }
    const QJsonObject answer{{u"keys"_s, json}};
    co_return http::Response::json(answer);
}

} // namespace fairlead::api
