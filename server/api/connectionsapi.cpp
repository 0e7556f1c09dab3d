// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/connectionsapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype urlLimit = 2048;
constexpr qsizetype textLimit = 320;
constexpr qsizetype tokenLimit = 4096;

Result<providers::TokenSignIn> signInFrom(const http::Call &call,
                                          const QJsonObject &body,
                                          bool needsToken)
{
    // The provider says so where it needs one: a token of Notion names its workspace itself.
    const auto url = textMember(body, u"base_url"_s, urlLimit, QString());
    if (!url)
        return failure(url.error());
    const auto username = textMember(body, u"username"_s, textLimit, QString());
    if (!username)
        return failure(username.error());
    const auto token = textMember(
        body, u"api_token"_s, tokenLimit, needsToken ? std::nullopt : std::optional(QString()));
    if (!token)
        return failure(token.error());
    const auto name = textMember(body, u"name"_s, textLimit, QString());
    if (!name)
        return failure(name.error());
    return providers::TokenSignIn{.userId = call.principal.userId,
                                  .baseUrl = *url,
                                  .username = *username,
                                  .token = Secret(token->toUtf8()),
                                  .cancellation = call.cancellation,
                                  .name = *name};
}

} // namespace

ConnectionsApi::ConnectionsApi(connections::Connections &connections,
                               connections::Credentials &credentials,
                               const providers::Providers &providers,
                               const accounts::Organizations &organizations)
    : m_connections(connections)
    , m_credentials(credentials)
    , m_providers(providers)
    , m_organizations(organizations)
{}

void ConnectionsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/pm/providers"_ba);
    routes.add("POST"_ba, "/import-projects"_ba, &ConnectionsApi::importProjects);
    routes.add("GET"_ba, ""_ba, &ConnectionsApi::list);
    routes.add("GET"_ba, "/{id}"_ba, &ConnectionsApi::show);
    routes.add("POST"_ba, "/{id}/test"_ba, &ConnectionsApi::test);
    routes.add("DELETE"_ba, "/{id}"_ba, &ConnectionsApi::remove);
}

Result<QString> ConnectionsApi::ownerOf(const http::Call &call, const QJsonObject &body) const
{
    const QString userId = call.principal.userId;
    const auto organization = textMember(body, u"organization"_s, textLimit, QString());
    if (!organization || organization->isEmpty())
        return organization.map([&](const QString &) { return userId; });
    return m_organizations.findAs(userId, *organization, accounts::Role::Admin)
        .map([](const accounts::Membership &found) { return found.id; });
}

Result<connections::Connection> ConnectionsApi::visible(const http::Call &call) const
{
    const QString id = QString::fromUtf8(call.request.pathParameter("id"));
    const auto managed = m_connections.find(call.principal.userId, id);
    const bool isOnlyUsed = !managed && managed.error().code == ErrorCode::Forbidden;
    return isOnlyUsed ? m_connections.findUsable(call.principal.userId, id) : managed;
}

QCoro::Task<http::Response> ConnectionsApi::importProjects(http::Call call)
{
    const auto body = bodyObject(call.request,
                                 {u"provider_type"_s,
                                  u"base_url"_s,
                                  u"username"_s,
                                  u"api_token"_s,
                                  u"name"_s,
                                  u"organization"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto type = textMember(*body, u"provider_type"_s, textLimit);
    if (!type)
        co_return problemFor(type.error());
    const auto provider = m_providers.find(*type);
    if (!provider)
        co_return problemFor(provider.error());
    auto signIn = signInFrom(call, *body, (*provider)->needsToken());
    if (!signIn)
        co_return problemFor(signIn.error());
    const auto owner = ownerOf(call, *body);
    if (!owner)
        co_return problemFor(owner.error());
    signIn->userId = *owner;
    const auto report = co_await (*provider)->connectWithToken(std::move(*signIn));
    co_return report ? http::Response::json(toJson(*report), 201) : problemFor(report.error());
}

QCoro::Task<http::Response> ConnectionsApi::list(http::Call call)
{
    const auto connections = m_connections.listVisible(call.principal.userId);
    if (!connections)
        co_return problemFor(connections.error());
    QJsonArray json;
    for (const connections::Connection &connection : *connections)
        json.append(toJson(connection));
    const QJsonObject answer{{u"providers"_s, json}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> ConnectionsApi::show(http::Call call)
{
    const auto connection = visible(call);
    co_return connection ? http::Response::json(toJson(*connection))
                         : problemFor(connection.error());
}

QCoro::Task<http::Response> ConnectionsApi::test(http::Call call)
{
    const auto connection = visible(call);
    if (!connection)
        co_return problemFor(connection.error());
    const auto provider = m_providers.find(connection->provider);
    if (!provider)
        co_return problemFor(provider.error());
    const auto report = co_await (*provider)->test(*connection, call.cancellation);
    co_return report ? http::Response::json(toJson(*report)) : problemFor(report.error());
}

QCoro::Task<http::Response> ConnectionsApi::remove(http::Call call)
{
    const auto removed = co_await m_credentials.disconnect(
        call.principal.userId, QString::fromUtf8(call.request.pathParameter("id")));
    co_return removed ? http::Response::empty(204) : problemFor(removed.error());
}

} // namespace fairlead::api
