// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/seedapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using accounts::McpKey;
using accounts::Membership;
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
    if (const auto free = checkFree(); !free)
        co_return problemFor(free.error());
    m_isAnythingMade = false;
    const auto people = makePeople();
    if (!people)
        co_return problemFor(people.error());
    if (const auto team = makeTeam(*people); !team)
        co_return problemFor(team.error());
    if (const auto leases = makeLeases(*people); !leases)
        co_return problemFor(leases.error());
    const QJsonObject nothing{{u"seeded"_s, false}};
    if (!m_isAnythingMade)
        co_return http::Response::json(nothing);
    const auto token = m_parts.tokens.issue(people->ada.id, tokenTime);
    if (!token)
        co_return problemFor(token.error());
    const QJsonObject answer{{u"seeded"_s, true},
                             {u"user"_s, people->ada.name},
                             {u"token"_s, QString::fromLatin1(token->token.reveal())}};
    co_return http::Response::json(answer, 201);
}

Result<> SeedApi::checkFree() const
{
    const auto users = m_parts.users.list();
    if (!users)
        return failure(users.error());
    if (m_parts.users.findInvited(emailOf(u"Ada"_s)))
        return {};
    const auto all = m_parts.connections.listAll();
    if (!all)
        return failure(all.error());
    if (users->size() > 1 || !all->isEmpty() || !m_parts.keys.listAll().isEmpty())
        return failure(ErrorCode::Conflict,
                       u"This data folder is somebody's: it has people, connections or keys. Seed "
                       "an empty one: start fairleadd with another --data-dir."_s);
    return {};
}

template<typename T>
Result<T> SeedApi::noted(Result<T> made)
{
    m_isAnythingMade = m_isAnythingMade || made;
    return made;
}

Result<SeedApi::People> SeedApi::makePeople()
{
    People people;
    for (const auto &[name, user] : {std::pair(u"Ada"_s, &people.ada),
                                     std::pair(u"Ben"_s, &people.ben),
                                     std::pair(u"Cleo"_s, &people.cleo)}) {
        auto found = m_parts.users.findInvited(emailOf(name));
        if (!found)
            found = noted(m_parts.users.create(name, emailOf(name)));
        if (!found)
            return failure(found.error());
        *user = std::move(*found);
    }
    return people;
}

Result<Membership> SeedApi::organization(const User &owner, const QString &name)
{
    const auto all = m_parts.organizations.of(owner.id);
    if (!all)
        return failure(all.error());
    const auto found = std::ranges::find(*all, name, &Membership::name);
    return found == all->end() ? noted(m_parts.organizations.create(owner.id, name)) : *found;
}

Result<> SeedApi::invite(
    const User &owner, const Membership &organization, const User &user, Role role, Answer answer)
{
    const auto members = m_parts.organizations.members(owner.id, organization.id);
    const auto invited = m_parts.invitations.to(user.id);
    if (!members || !invited)
        return failure(members ? invited.error() : members.error());
    if (std::ranges::find(*members, user.id, &accounts::Member::userId) != members->end())
        return {};
    const auto known = std::ranges::find_if(*invited, [&](const accounts::Invitation &each) {
        return each.organization.id == organization.id;
    });
    if (known != invited->end() && answer == Answer::Open)
        return {};
    const auto sent = noted(m_parts.invitations.invite(owner.id, organization.id, user.name, role));
    if (!sent || answer == Answer::Open)
        return sent.map([](const auto &) {});
    return m_parts.invitations.accept(user.id, sent->id).map([](const auto &) {});
}

Result<Connection> SeedApi::connect(const User &user, const QString &service, const QString &host)
{
    const auto all = m_parts.connections.list(user.id);
    if (!all)
        return failure(all.error());
    const auto found = std::ranges::find(*all, host, &Connection::name);
    if (found != all->end())
        return *found;
    Connection connection;
    connection.userId = user.id;
    connection.provider = service;
    connection.name = host;
    connection.site = QUrl(u"https://"_s + host);
    connection.apiBase = connection.site;
    connection.account = user.email;
    connection.accountName = user.name;
    return noted(m_parts.connections.save(connection, Secret("seed-token-of-nothing"_ba)));
}

/** Northwind with Ada as its owner, Ben as an admin and Cleo as a member; one that Cleo is invited
 * to; and connections that are shared with all, with admins and with Cleo. */
Result<> SeedApi::makeTeam(const People &people)
{
    const auto northwind = organization(people.ada, u"Northwind"_s);
    const auto contoso = organization(people.ben, u"Contoso"_s);
    if (!northwind || !contoso)
        return failure(northwind ? contoso.error() : northwind.error());
    for (const auto &[user, role] :
         {std::pair(people.ben, Role::Admin), std::pair(people.cleo, Role::Member)}) {
        if (const auto in = invite(people.ada, *northwind, user, role, Answer::Accepted); !in)
            return in;
    }
    if (const auto open = invite(people.ben, *contoso, people.cleo, Role::Member, Answer::Open);
        !open)
        return open;
    const Sharing withCleo{.with = Sharing::With::Users, .userIds = {people.cleo.id}};
    for (const auto &[service, sharing] :
         {std::pair(u"jira"_s, Sharing{.with = Sharing::With::AllMembers}),
          std::pair(u"notion"_s, Sharing{.with = Sharing::With::AdminsOnly}),
          std::pair(u"sentry"_s, withCleo)}) {
        const auto made = connect(people.ada, service, service + u".northwind.invalid"_s);
        if (!made)
            return failure(made.error());
        if (!made->isPersonal())
            continue;
        const auto shared =
            noted(m_parts.connections.share(people.ada.id, made->id, northwind->id, sharing));
        if (!shared)
            return failure(shared.error());
    }
    return {};
}

Result<McpKey> SeedApi::leaseKey(const User &user)
{
    const auto keys = m_parts.keys.list(user.id);
    if (!keys)
        return failure(keys.error());
    const auto found = std::ranges::find(*keys, u"Reports"_s, &McpKey::name);
    if (found != keys->end())
        return *found;
    return noted(m_parts.keys.create({.userId = user.id,
                                      .name = u"Reports"_s,
                                      .connectionIds = {},
                                      .expiresAt = {},
                                      .rights = tools::KeyRight::Lease}))
        .map([](const accounts::CreatedMcpKey &created) { return created.key; });
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
        const auto taken = m_parts.leases.list(user.id);
        if (!taken)
            return failure(taken.error());
        if (!taken->isEmpty())
            continue;
        const auto key = leaseKey(user);
        if (!key)
            return failure(key.error());
        const leases::Holder holder{.userId = user.id,
                                    .keyId = key->id,
                                    .keyPrefix = key->prefix,
                                    .clientName = u"reports.py"_s};
        const auto lease =
            noted(m_parts.leases.take(holder, u"seed"_s, ttl, holdingOf(*connection)));
        if (!lease)
            return failure(lease.error());
    }
    return {};
}

} // namespace fairlead::api
