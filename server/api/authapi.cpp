// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/authapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/api/managementroutes.h"
#include "server/base/text.h"
#include "server/connections/connections.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using providers::SignIn;

constexpr qsizetype longestPart = 4096; // of an authorization response
constexpr qsizetype longestId = 512;
constexpr qsizetype longestSecret = 4096;
constexpr qsizetype mostSites = 100;

QJsonObject toJson(const SignIn &signIn)
{
    QJsonArray sites;
    for (const providers::SignInSite &site : signIn.sites) {
        sites.append(QJsonObject{
            {u"id"_s, site.id}, {u"name"_s, site.name}, {u"is_connected"_s, site.isConnected}});
    }
    QJsonArray connected;
    for (const providers::ConnectionReport &report : signIn.connected)
        connected.append(api::toJson(report));
    return {{u"id"_s, signIn.id},
            {u"service"_s, signIn.service},
            {u"connection_id"_s, signIn.connectionId},
            {u"organization_id"_s, signIn.organizationId},
            {u"stage"_s, QString(stageName(signIn.stage))},
            {u"url"_s, signIn.url.toString(QUrl::FullyEncoded)},
            {u"redirect_uri"_s, signIn.redirectUri.toString(QUrl::FullyEncoded)},
            {u"expires_at"_s, timeJson(signIn.expiresAt)},
            {u"sites"_s, sites},
            {u"connected"_s, connected},
            {u"problem"_s, QString(problemName(signIn.problem))},
            {u"message"_s, signIn.message},
            {u"next_step"_s, signIn.nextStep}};
}

http::Response answer(const Result<SignIn> &signIn)
{
    return signIn ? http::Response::json(toJson(*signIn)) : problemFor(signIn.error());
}

QString pathPart(const http::Call &call, QByteArrayView name)
{
    return QString::fromUtf8(call.request.pathParameter(name));
}

} // namespace

Result<providers::Arrival> arrivalFrom(const http::Request &request)
{
    providers::Arrival arrival;
    QList<QByteArray> seen;
    for (const auto &[name, value] : request.query) {
        if (value.size() > longestPart || (seen.contains(name) && name != "scope")) {
            return failure(ErrorCode::InvalidInput,
                           u"What came back from the browser cannot be understood. Go back to "
                           "Fairlead and start again."_s);
        }
        seen.append(name);
        if (name == "state")
            arrival.state = value;
        else if (name == "code")
            arrival.code = Secret(value);
        else if (name == "error")
            arrival.error = cleanedLine(QString::fromUtf8(value), 100);
        else if (name == "error_description")
            arrival.errorDescription = cleanedLine(QString::fromUtf8(value), 300);
        else if (name == "iss")
            arrival.issuer = QString::fromUtf8(value);
    }
    return arrival;
}

AuthApi::AuthApi(providers::BrowserSignIn &signIns,
                 oauth::Clients &clients,
                 const providers::Providers &providers,
                 const connections::Connections &connections,
                 SpokenText spoken)
    : m_signIns(signIns)
    , m_clients(clients)
    , m_providers(providers)
    , m_connections(connections)
    , m_spoken(spoken)
{}

void AuthApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/auth"_ba);
    routes.add("GET"_ba, "/{service}/url"_ba, &AuthApi::begin);
    routes.add("GET"_ba, "/{service}/client"_ba, &AuthApi::showClient);
    routes.add("GET"_ba, "/sign-ins/{id}"_ba, &AuthApi::show);
    routes.add("POST"_ba, "/sign-ins/{id}/sites"_ba, &AuthApi::choose);
    routes.add("DELETE"_ba, "/sign-ins/{id}"_ba, &AuthApi::cancel);
    // Everybody's sign-ins go through the app, so that changing it is not for one user of many.
    ManagementRoutes owners(router, *this, "/api/auth"_ba, u"set up an OAuth app"_s);
    owners.add("PUT"_ba, "/{service}/client"_ba, &AuthApi::useClient);
    owners.add("DELETE"_ba, "/{service}/client"_ba, &AuthApi::removeClient);
    router.add(
        {.method = "GET"_ba,
         .path = "/api/auth/{service}/callback"_ba,
         .access = http::Access::Public,
         .handler = http::answering([this](http::Call call) { return callback(std::move(call)); }),
         .fromOtherSites = http::FromOtherSites::Allowed});
}

Result<oauth::AuthorizationServer> AuthApi::serverOf(const http::Call &call) const
{
    const QString service = pathPart(call, "service");
    const auto provider = m_providers.find(service);
    const auto server =
        provider ? (*provider)->authorizationServer() : std::optional<oauth::AuthorizationServer>();
    if (server)
        return *server;
    return failure(ErrorCode::NotFound,
                   u"There is no sign-in in the browser for “%1”."_s.arg(cleanedLine(service, 60)));
}

Result<QString> AuthApi::serviceOf(const http::Call &call) const
{
    const QString service = pathPart(call, "service");
    const auto provider = m_providers.find(service);
    if (provider && (*provider)->plansSignIn())
        return service;
    return serverOf(call).map(
        [](const oauth::AuthorizationServer &server) { return server.service; });
}

Result<QString> AuthApi::connectionOf(const http::Call &call, const QString &service) const
{
    const QString wanted = QString::fromUtf8(call.request.queryValue("connection"));
    if (wanted.isEmpty())
        return QString();
    const auto provider = m_providers.find(service);
    if (!provider)
        return failure(provider.error());
    return chosenConnection(m_connections, callerOf(call), **provider, wanted)
        .map([](const connections::Connection &connection) { return connection.id; });
}

Result<QString> AuthApi::organizationOf(const http::Call &call) const
{
    const QString wanted = QString::fromUtf8(call.request.queryValue("organization"));
    if (wanted.size() > longestId)
        return failure(ErrorCode::InvalidInput, u"“organization” is too long."_s);
    if (!wanted.isEmpty() && !call.request.queryValue("connection").isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"A connection that is signed in again stays whose it is: leave out "
                       "“organization”."_s);
    return wanted;
}

QCoro::Task<http::Response> AuthApi::begin(http::Call call)
{
    const auto service = serviceOf(call);
    if (!service)
        co_return problemFor(service.error());
    const auto connection = connectionOf(call, *service);
    if (!connection)
        co_return problemFor(connection.error());
    const auto organization = organizationOf(call);
    if (!organization)
        co_return problemFor(organization.error());
    const auto part = [&call](QByteArrayView name) {
        return QString::fromUtf8(call.request.queryValue(name)).trimmed();
    };
    if (part("server").size() > longestPart || part("name").size() > longestPart)
        co_return problemFor(
            {.code = ErrorCode::InvalidInput, .message = u"“server” or “name” is too long."_s});
    providers::SignInWish wish{.userId = call.principal.userId,
                               .address = part("server"),
                               .name = part("name"),
                               .connectionId = *connection,
                               .organizationId = *organization};
    const auto begun = co_await m_signIns.beginAt(*service, std::move(wish));
    if (!begun)
        co_return problemFor(begun.error());
    QJsonObject json = toJson(begun->signIn);
    json.insert(u"is_new"_s, begun->isNew);
    co_return http::Response::json(json);
}

QCoro::Task<http::Response> AuthApi::callback(http::Call call)
{
    auto arrival = arrivalFrom(call.request);
    // Only a browser that shows the page may use up the state.
    if (call.request.method != "GET")
        co_return signInPage(failure(ErrorCode::InvalidInput, u"Open this page in a browser."_s),
                             m_spoken);
    if (!arrival)
        co_return signInPage(failure(arrival.error()), m_spoken);
    const auto signIn = co_await m_signIns.arrive(pathPart(call, "service"), std::move(*arrival));
    co_return signInPage(signIn, m_spoken);
}

QCoro::Task<http::Response> AuthApi::show(http::Call call)
{
    co_return answer(m_signIns.find(call.principal.userId, pathPart(call, "id")));
}

QCoro::Task<http::Response> AuthApi::choose(http::Call call)
{
    const auto body = bodyObject(call.request, {u"sites"_s});
    if (!body)
        co_return problemFor(body.error());
    const QJsonArray given = body->value("sites"_L1).toArray();
    QStringList sites;
    for (const auto &site : given) {
        if (!site.isString() || given.size() > mostSites) {
            co_return problemFor({.code = ErrorCode::InvalidInput,
                                  .message = u"“sites” must be a list of the ids of sites."_s});
        }
        sites.append(site.toString());
    }
    co_return answer(co_await m_signIns.choose(call.principal.userId, pathPart(call, "id"), sites));
}

QCoro::Task<http::Response> AuthApi::cancel(http::Call call)
{
    co_return answer(m_signIns.cancel(call.principal.userId, pathPart(call, "id")));
}

Result<QJsonObject> AuthApi::clientJson(const oauth::AuthorizationServer &server) const
{
    const auto id = m_clients.idInUse(server.service);
    if (!id)
        return failure(id.error());
    const QString redirectUri = m_signIns.redirectUri(server.service).toString(QUrl::FullyEncoded);
    return QJsonObject{{u"service"_s, server.service},
                       {u"client_id"_s, *id},
                       {u"has_secret"_s, !id->isEmpty()},
                       {u"redirect_uri"_s, redirectUri},
                       {u"scopes"_s, QJsonArray::fromStringList(server.scopes)}};
}

QCoro::Task<http::Response> AuthApi::showClient(http::Call call)
{
    const auto server = serverOf(call);
    if (!server)
        co_return problemFor(server.error());
    const auto json = clientJson(*server);
    co_return json ? http::Response::json(*json) : problemFor(json.error());
}

QCoro::Task<http::Response> AuthApi::useClient(http::Call call)
{
    const auto service = serviceOf(call);
    if (!service)
        co_return problemFor(service.error());
    const auto body = bodyObject(call.request, {u"client_id"_s, u"client_secret"_s, u"server"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto id = textMember(*body, u"client_id"_s, longestId);
    if (!id)
        co_return problemFor(id.error());
    const auto secret = textMember(*body, u"client_secret"_s, longestSecret);
    if (!secret)
        co_return problemFor(secret.error());
    const oauth::Client client{*id, Secret(secret->toUtf8())};
    const auto server = serverOf(call);
    if (!server)
        co_return co_await useClientAt(*service, *body, client, call.cancellation);
    const auto used = m_clients.use(server->service, client);
    if (!used)
        co_return problemFor(used.error());
    const auto json = clientJson(*server);
    co_return json ? http::Response::json(*json) : problemFor(json.error());
}

QCoro::Task<http::Response> AuthApi::useClientAt(QString service,
                                                 QJsonObject body,
                                                 oauth::Client client,
                                                 CancellationToken cancellation)
{
    const auto address = textMember(body, u"server"_s, longestPart);
    if (!address)
        co_return problemFor(address.error());
    const auto provider = m_providers.find(service);
    if (!provider)
        co_return problemFor(provider.error());
    const auto used = co_await (*provider)->useClient(*address, client, std::move(cancellation));
    if (!used)
        co_return problemFor(used.error());
    const QJsonObject json{{u"service"_s, service},
                           {u"server"_s, *address},
                           {u"client_id"_s, client.id},
                           {u"has_secret"_s, !client.secret.isEmpty()}};
    co_return http::Response::json(json);
}

QCoro::Task<http::Response> AuthApi::removeClient(http::Call call)
{
    const auto server = serverOf(call);
    if (!server)
        co_return problemFor(server.error());
    const auto removed = m_clients.remove(server->service);
    co_return removed ? http::Response::empty(204) : problemFor(removed.error());
}

} // namespace fairlead::api
