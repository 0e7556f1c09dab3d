// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/leasesapi.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/api/managementroutes.h"
#include "server/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using leases::Lease;

constexpr qsizetype mostServices = 20;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestReason = 200;

struct LeaseRequest
{
    QStringList services;
    QHash<QString, QString> connections; ///< by service
    std::chrono::seconds ttl = leases::standardTtl;
    QString serverId;
};

Result<QStringList> servicesFrom(const QJsonObject &body)
{
    const QJsonArray names = body["services"_L1].toArray();
    QStringList services;
    for (const auto &name : names) {
        if (name.toString().isEmpty() || name.toString().size() > longestName)
            services.clear();
        else
            services.append(name.toString());
    }
    if (services.size() != names.size() || services.isEmpty() || services.size() > mostServices)
        return failure(ErrorCode::InvalidInput,
                       u"“services” must be a list of 1 to %1 names, such as [\"jira\", "
                       "\"notion\"]."_s.arg(mostServices));
    return services;
}

Result<LeaseRequest> leaseRequestFrom(const http::Request &request)
{
    const auto body =
        bodyObject(request, {u"services"_s, u"ttl"_s, u"server_id"_s, u"connections"_s});
    if (!body)
        return failure(body.error());
    LeaseRequest asked;
    const auto services = servicesFrom(*body);
    if (!services)
        return failure(services.error());
    asked.services = *services;
    const QJsonValue ttl = body->value("ttl"_L1);
    if (!ttl.isUndefined() && !ttl.isNull()) {
        const double seconds = ttl.toDouble(0);
        // Out of an int's range a conversion would mean anything.
        const bool isWhole = seconds >= 0 && seconds <= 1e9 && seconds == std::floor(seconds);
        if (!ttl.isDouble() || !isWhole)
            return failure(ErrorCode::InvalidInput,
                           u"“ttl” must be a number of seconds, such as 3600."_s);
        asked.ttl = std::chrono::seconds(static_cast<qint64>(seconds));
    }
    const auto serverId = textMember(*body, u"server_id"_s, longestName, QString());
    if (!serverId)
        return failure(serverId.error());
    asked.serverId = cleanedLine(*serverId, longestName);
    const QJsonValue connections = body->value("connections"_L1);
    if (!connections.isUndefined() && !connections.isObject())
        return failure(ErrorCode::InvalidInput,
                       u"“connections” must say which connection a service means, such as "
                       "{\"jira\": \"company.atlassian.net\"}."_s);
    const QJsonObject byService = connections.toObject();
    for (auto each = byService.begin(); each != byService.end(); ++each)
        asked.connections.insert(each.key(), each.value().toString().left(longestName));
    return asked;
}

leases::Holder holderOf(const http::Call &call)
{
    const tools::Caller caller = callerOf(call);
    return {.userId = caller.userId,
            .keyId = caller.keyId,
            .keyPrefix = caller.keyPrefix,
            .clientName = caller.clientName,
            .tokenId = call.principal.tokenId};
}

QString idIn(const http::Call &call)
{
    return QString::fromLatin1(call.request.pathParameter("id"));
}

QJsonObject toJson(const Lease &lease, const QDateTime &now)
{
    const qint64 left = std::max<qint64>(now.secsTo(lease.expiresAt), 0);
    const bool isOver = lease.isOver(now);
    return {{u"lease_id"_s, lease.id},
            {u"status"_s, isOver ? u"ended"_s : u"active"_s},
            {u"server_id"_s, lease.serverId},
            {u"services"_s, QJsonArray::fromStringList(lease.services)},
            {u"ttl"_s, static_cast<qint64>(lease.ttl.count())},
            {u"created_at"_s, timeJson(lease.createdAt)},
            {u"expires_at"_s, timeJson(lease.expiresAt)},
            {u"expires_in"_s, isOver ? 0 : left},
            {u"nears_end"_s, lease.isNearItsEnd(now)},
            {u"renewable"_s, lease.isRenewable(now)},
            {u"renewals"_s, lease.renewals},
            {u"max_renewals"_s, leases::mostRenewals}};
}

http::Response unstored(const QJsonObject &json, int status)
{
    http::Response response = http::Response::json(json, status);
    response.headers.append({"Cache-Control"_ba, "no-store"_ba});
    return response;
}

/** As the router answers a key that it does not take. */
http::Response noLonger(const Error &error)
{
    if (error.code != ErrorCode::Storage)
        return problemFor(error);
    http::Response response = http::Response::problem(503, u"unavailable"_s, error.message);
    response.headers.append({"Retry-After"_ba, "1"_ba});
    return response;
}

} // namespace

LeasesApi::LeasesApi(leases::Leases &leases,
                     const LeasedCredentials::Parts &parts,
                     const Accounts &accounts,
                     const Clock &clock)
    : m_leases(leases)
    , m_credentials(parts)
    , m_accounts(accounts)
    , m_clock(clock)
{}

void LeasesApi::addRoutes(http::Router &router)
{
    ManagementRoutes holders(router, *this, "/api/mcp"_ba, {}, http::Access::ManagementOrLease);
    holders.add("GET"_ba, "/me"_ba, &LeasesApi::me);
    holders.add("POST"_ba, "/credentials/lease"_ba, &LeasesApi::take);
    holders.add("POST"_ba, "/credentials/lease/{id}/renew"_ba, &LeasesApi::renew);
    holders.add("GET"_ba, "/credentials/lease/{id}"_ba, &LeasesApi::show);
    holders.add("DELETE"_ba, "/credentials/lease/{id}"_ba, &LeasesApi::giveBack);
    ManagementRoutes routes(router, *this, "/api/leases"_ba);
    routes.add("GET"_ba, ""_ba, &LeasesApi::list);
    routes.add("DELETE"_ba, "/{id}"_ba, &LeasesApi::revoke);
}

QCoro::Task<http::Response> LeasesApi::me(http::Call call)
{
    const tools::Caller caller = callerOf(call);
    const auto user = m_accounts.users.find(caller.userId);
    if (!user)
        co_return problemFor(user.error());
    const auto memberships = m_accounts.organizations.of(user->id);
    if (!memberships)
        co_return problemFor(memberships.error());
    QJsonArray organizations;
    for (const accounts::Membership &membership : *memberships)
        organizations.append(api::toJson(membership));
    co_return unstored(
        {{u"user_id"_s, user->id},
         {u"email"_s, user->email},
         {u"name"_s, user->name},
         {u"organizations"_s, organizations},
         {u"available_services"_s, QJsonArray::fromStringList(m_credentials.available(caller))}},
        200);
}

QCoro::Task<http::Response> LeasesApi::take(http::Call call)
{
    const auto asked = leaseRequestFrom(call.request);
    if (!asked)
        co_return problemFor(asked.error());
    const tools::Caller caller = callerOf(call);
    const auto found = co_await m_credentials.resolve(
        caller, asked->services, asked->connections, call.cancellation);
    const leases::Holder holder = holderOf(call);
    if (const auto inForce = stillThere(holder, call.cancellation); !inForce)
        co_return noLonger(inForce.error());
    const auto lease = m_leases.take(holder, asked->serverId, asked->ttl, found.holding());
    co_return lease ? answer(*lease, 201, found.missing) : problemFor(lease.error());
}

/** Signing in anew for a token takes a while, in which a key or a token may have ended, or the
 * key's secret or right. */
Result<> LeasesApi::stillThere(const leases::Holder &holder,
                               const CancellationToken &cancellation) const
{
    if (cancellation.isCancelled())
        return failure(ErrorCode::Cancelled, u"The caller left: nobody would get the lease."_s);
    if (!holder.tokenId.isEmpty())
        return m_accounts.tokens.checkInForce(holder.tokenId);
    if (holder.keyId.isEmpty())
        return {};
    const auto key = m_accounts.keys.authenticateAgain(holder.keyId, holder.keyPrefix);
    if (!key)
        return failure(key.error());
    if (!key->rights.testFlag(tools::KeyRight::Lease))
        return failure(ErrorCode::Forbidden, u"The key may take no leases any more."_s);
    return {};
}

QCoro::Task<http::Response> LeasesApi::renew(http::Call call)
{
    const auto body = bodyObject(call.request, {});
    if (!body)
        co_return problemFor(body.error());
    const leases::Holder holder = holderOf(call);
    const auto known = m_leases.find(holder, idIn(call));
    if (!known)
        co_return problemFor(known.error());
    QHash<QString, QString> connections;
    for (qsizetype at = 0; at < known->services.size(); ++at)
        connections.insert(known->services[at], known->connectionIds.value(at));
    const tools::Caller caller = callerOf(call);
    const auto found =
        co_await m_credentials.resolve(caller, known->services, connections, call.cancellation);
    if (const auto inForce = stillThere(holder, call.cancellation); !inForce)
        co_return noLonger(inForce.error());
    const auto lease = m_leases.renew(holder, known->id, found.holding());
    co_return lease ? answer(*lease, 200, found.missing) : problemFor(lease.error());
}

QCoro::Task<http::Response> LeasesApi::show(http::Call call)
{
    const leases::Holder holder = holderOf(call);
    auto lease = m_leases.find(holder, idIn(call));
    if (lease && !m_credentials.areOpenStill(*lease)) {
        const auto ended = m_leases.revoke(
            holder.userId, lease->id, u"a connection of it is shared with its user no more"_s);
        if (!ended)
            co_return problemFor(ended.error());
        lease = m_leases.find(holder, idIn(call));
    }
    co_return lease ? answer(*lease, 200) : problemFor(lease.error());
}

QCoro::Task<http::Response> LeasesApi::giveBack(http::Call call)
{
    const auto body = bodyObject(call.request, {u"reason"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto reason = textMember(*body, u"reason"_s, longestReason, u"given back"_s);
    if (!reason)
        co_return problemFor(reason.error());
    const leases::Holder holder = holderOf(call);
    const auto lease = m_leases.find(holder, idIn(call));
    if (!lease)
        co_return problemFor(lease.error());
    const QString why = cleanedLine(*reason, longestReason);
    const auto ended = m_leases.revoke(holder.userId, lease->id, why);
    co_return ended ? http::Response::empty(204) : problemFor(ended.error());
}

QCoro::Task<http::Response> LeasesApi::list(http::Call call)
{
    const auto all = m_leases.list(callerOf(call).userId);
    if (!all)
        co_return problemFor(all.error());
    const QDateTime now = m_clock.now();
    QJsonArray leases;
    for (const Lease &lease : *all) {
        QJsonObject json = toJson(lease, now);
        json.insert(u"key_id"_s, lease.holder.keyId);
        json.insert(u"key_prefix"_s, lease.holder.keyPrefix);
        const auto key = m_accounts.keys.find(lease.holder.userId, lease.holder.keyId);
        json.insert(u"key_name"_s, key ? key->name : QString());
        json.insert(u"client"_s, lease.holder.clientName);
        json.insert(u"ended_at"_s, timeJson(lease.endedAt));
        json.insert(u"end_reason"_s, lease.endReason);
        leases.append(json);
    }
    const QJsonObject json{{u"leases"_s, leases}};
    co_return http::Response::json(json);
}

QCoro::Task<http::Response> LeasesApi::revoke(http::Call call)
{
    const QString userId = callerOf(call).userId;
    const auto ended = m_leases.revoke(userId, idIn(call), u"revoked"_s);
    co_return ended ? http::Response::empty(204) : problemFor(ended.error());
}

http::Response LeasesApi::answer(const Lease &lease,
                                 int status,
                                 const QList<MissingService> &missing) const
{
    const auto content = m_leases.content(lease);
    if (!content)
        return problemFor(content.error());
    QJsonArray absent;
    for (const MissingService &each : missing)
        absent.append(QJsonObject{{u"service"_s, each.service}, {u"reason"_s, each.reason}});
    QJsonObject json = toJson(lease, m_clock.now());
    json.insert(u"credentials"_s, QJsonDocument::fromJson(content->reveal()).object());
    const QJsonArray shared = m_credentials.ofOrganizations(lease);
    const bool isMixed = shared.size() < lease.services.size();
    json.insert(u"credential_scope"_s,
                shared.isEmpty() ? u"personal"_s : (isMixed ? u"mixed"_s : u"organization"_s));
    json.insert(u"included_org_credentials"_s, shared);
    if (status == 201 || !absent.isEmpty())
        json.insert(u"missing_services"_s, absent);
    return unstored(json, status);
}

} // namespace fairlead::api
