// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/seedapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using accounts::Role;
using accounts::User;
using connections::Connection;
using connections::Sharing;

constexpr std::chrono::hours tokenTime{24};
constexpr std::chrono::minutes shortLease{5};

QString emailOf(const QString &name)
{
    return name.toLower() + u"@seed.invalid"_s;
}

/** What a lease of this connection would hold. */
leases::Holding holdingOf(const Connection &connection)
{
    return {.services = {connection.provider},
            .connectionIds = {connection.id},
            .content = Secret("{}"_ba)};
}

} // namespace

SeedApi::SeedApi(const Parts &parts)
    : m_parts(parts)
{}

void SeedApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(
        router, *this, "/api/development-seed"_ba, u"fill it with people to try it with"_s);
    routes.add("POST"_ba, ""_ba, &SeedApi::seed);
}

QCoro::Task<http::Response> SeedApi::seed(http::Call call)
{
    const auto body = bodyObject(call.request, {});
    if (!body)
        co_return problemFor(body.error());
    const auto seeded = isSeeded();
    if (!seeded)
        co_return problemFor(seeded.error());
    const QJsonObject nothing{{u"seeded"_s, false}};
    if (*seeded)
        co_return http::Response::json(nothing);
    // Before anything is made: where nothing can be sealed, half of it would be there for good.
    const auto tried = m_parts.tokens.issue(call.principal.userId, tokenTime);
    if (!tried)
        co_return problemFor(tried.error());
    if (const auto ended = m_parts.tokens.revoke(tried->id); !ended)
        co_return problemFor(ended.error());
    const auto people = makePeople();
    if (!people)
        co_return problemFor(people.error());
    if (const auto team = makeTeam(*people); !team)
        co_return problemFor(team.error());
    if (const auto leases = makeLeases(*people); !leases)
        co_return problemFor(leases.error());
    const auto token = m_parts.tokens.issue(people->ada.id, tokenTime);
    if (!token)
        co_return problemFor(token.error());
    const QJsonObject answer{{u"seeded"_s, true},
                             {u"user"_s, people->ada.name},
                             {u"token"_s, QString::fromLatin1(token->token.reveal())}};
    co_return http::Response::json(answer, 201);
}

Result<bool> SeedApi::isSeeded() const
{
    const auto users = m_parts.users.list();
    if (!users)
        return failure(users.error());
    if (m_parts.users.findInvited(emailOf(u"Ada"_s)))
        return true;
    const auto all = m_parts.connections.listAll();
    if (!all)
        return failure(all.error());
    if (users->size() > 1 || !all->isEmpty() || !m_parts.keys.listAll().isEmpty())
        return failure(ErrorCode::Conflict,
                       u"This data folder is somebody's: it has people, connections or keys. Seed "
                       "an empty one: start fairleadd with another --data-dir."_s);
    return false;
}

Result<SeedApi::People> SeedApi::makePeople()
{
    People people;
    for (const auto &[name, user] : {std::pair(u"Ada"_s, &people.ada),
                                     std::pair(u"Ben"_s, &people.ben),
                                     std::pair(u"Cleo"_s, &people.cleo)}) {
        auto made = m_parts.users.create(name, emailOf(name));
        if (!made)
            return failure(made.error());
        *user = std::move(*made);
    }
    return people;
}

Result<Connection> SeedApi::connect(const User &user, const QString &service, const QString &host)
{
    Connection connection;
    connection.userId = user.id;
    connection.provider = service;
    connection.name = host;
    connection.site = QUrl(u"https://"_s + host);
    connection.apiBase = connection.site;
    connection.account = user.email;
    connection.accountName = user.name;
    return m_parts.connections.save(connection, Secret("seed-token-of-nothing"_ba));
}

/** Northwind with Ada as its owner, Ben as an admin and Cleo as a member; one that Cleo is invited
 * to; and connections that are shared with all, with admins and with Cleo. */
Result<> SeedApi::makeTeam(const People &people)
{
    const auto northwind = m_parts.organizations.create(people.ada.id, u"Northwind"_s);
    const auto contoso = m_parts.organizations.create(people.ben.id, u"Contoso"_s);
    if (!northwind || !contoso)
        return failure(northwind ? contoso.error() : northwind.error());
    for (const auto &[user, role] :
         {std::pair(people.ben, Role::Admin), std::pair(people.cleo, Role::Member)}) {
        const auto sent = m_parts.invitations.invite(people.ada.id, northwind->id, user.name, role);
        if (!sent)
            return failure(sent.error());
        if (const auto joined = m_parts.invitations.accept(user.id, sent->id); !joined)
            return failure(joined.error());
    }
    const auto open =
        m_parts.invitations.invite(people.ben.id, contoso->id, people.cleo.name, Role::Member);
    if (!open)
        return failure(open.error());
    const Sharing withCleo{.with = Sharing::With::Users, .userIds = {people.cleo.id}};
    for (const auto &[service, sharing] :
         {std::pair(u"jira"_s, Sharing{.with = Sharing::With::AllMembers}),
          std::pair(u"notion"_s, Sharing{.with = Sharing::With::AdminsOnly}),
          std::pair(u"sentry"_s, withCleo)}) {
        const auto made = connect(people.ada, service, service + u".northwind.invalid"_s);
        if (!made)
            return failure(made.error());
        const auto shared =
            m_parts.connections.share(people.ada.id, made->id, northwind->id, sharing);
        if (!shared)
            return failure(shared.error());
    }
    return {};
}

/** Of each person's own connection; Ada's ends in five minutes. */
Result<> SeedApi::makeLeases(const People &people)
{
    for (const auto &[user, ttl] :
         {std::pair(people.ada, std::chrono::seconds(shortLease)),
          std::pair(people.ben, std::chrono::seconds(leases::standardTtl))}) {
        const QString host = user.name.toLower() + u".atlassian.invalid"_s;
        const auto connection = connect(user, u"jira"_s, host);
        if (!connection)
            return failure(connection.error());
        const auto key = m_parts.keys.create({.userId = user.id,
                                              .name = u"Reports"_s,
                                              .connectionIds = {},
                                              .expiresAt = {},
                                              .rights = tools::KeyRight::Lease});
        if (!key)
            return failure(key.error());
        const leases::Holder holder{.userId = user.id,
                                    .keyId = key->key.id,
                                    .keyPrefix = key->key.prefix,
                                    .clientName = u"reports.py"_s};
        const auto lease = m_parts.leases.take(holder, u"seed"_s, ttl, holdingOf(*connection));
        if (!lease)
            return failure(lease.error());
    }
    return {};
}

} // namespace fairlead::api
