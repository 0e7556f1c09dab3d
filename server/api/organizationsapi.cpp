// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/organizationsapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using accounts::Invitation;
using accounts::Member;
using accounts::Membership;
using accounts::Role;
using api::toJson;
using connections::Connection;
using connections::Sharing;

constexpr qsizetype nameLimit = 320;

QString idIn(const http::Call &call, const char *name = "id")
{
    return QString::fromUtf8(call.request.pathParameter(name));
}

QJsonObject toJson(const Member &member)
{
    return {{u"user_id"_s, member.userId},
            {u"name"_s, member.name},
            {u"email"_s, member.email},
            {u"role"_s, QString(roleName(member.role))},
            {u"joined_at"_s, timeJson(member.joinedAt)}};
}

QJsonObject toJson(const Invitation &invitation)
{
    return {{u"id"_s, invitation.id},
            {u"organization_id"_s, invitation.organization.id},
            {u"organization_name"_s, invitation.organization.name},
            {u"role"_s, QString(roleName(invitation.organization.role))},
            {u"user_id"_s, invitation.userId},
            {u"user_name"_s, invitation.userName},
            {u"invited_by"_s, invitation.invitedBy},
            {u"created_at"_s, timeJson(invitation.createdAt)},
            {u"expires_at"_s, timeJson(invitation.expiresAt)}};
}

template<typename T>
http::Response answerTo(const Result<T> &outcome, int status = 200)
{
    return outcome ? http::Response::json(toJson(*outcome), status) : problemFor(outcome.error());
}

http::Response answerTo(const Result<> &outcome)
{
    return outcome ? http::Response::empty(204) : problemFor(outcome.error());
}

template<typename T>
http::Response answerTo(const QString &name, const Result<QList<T>> &outcome)
{
    if (!outcome)
        return problemFor(outcome.error());
    QJsonArray json;
    for (const T &each : *outcome)
        json.append(toJson(each));
    const QJsonObject answer{{name, json}};
    return http::Response::json(answer);
}

Result<QString> nameIn(const http::Call &call)
{
    return bodyObject(call.request, {u"name"_s}).and_then([](const QJsonObject &body) {
        return textMember(body, u"name"_s, nameLimit);
    });
}

Result<Role> roleIn(const QJsonObject &body, const std::optional<QString> &fallback = {})
{
    const auto name = textMember(body, u"role"_s, nameLimit, fallback);
    return name ? accounts::roleFromName(*name) : Result<Role>(failure(name.error()));
}

Result<Sharing> sharingIn(const QJsonObject &body)
{
    const QJsonValue with = body.value(u"shared_with"_s);
    Sharing sharing;
    if (with.isArray()) {
        sharing.with = Sharing::With::Users;
        const QJsonArray users = with.toArray();
        for (const auto &user : users)
            sharing.userIds.append(user.toString());
        return sharing;
    }
    const auto named = connections::sharingFromName(with.toString());
    if (!named || *named == Sharing::With::Users)
        return failure(connections::sharingFromName({}).error());
    sharing.with = *named;
    return sharing;
}

} // namespace

OrganizationsApi::OrganizationsApi(accounts::Organizations &organizations,
                                   accounts::Invitations &invitations,
                                   connections::Connections &connections)
    : m_organizations(organizations)
    , m_invitations(invitations)
    , m_connections(connections)
{}

void OrganizationsApi::addRoutes(http::Router &router)
{
    using Api = OrganizationsApi;
    ManagementRoutes routes(router, *this, "/api/organizations"_ba);
    routes.add("GET"_ba, ""_ba, &Api::list);
    routes.add("POST"_ba, ""_ba, &Api::create);
    routes.add("GET"_ba, "/{id}"_ba, &Api::show);
    routes.add("PATCH"_ba, "/{id}"_ba, &Api::rename);
    routes.add("DELETE"_ba, "/{id}"_ba, &Api::remove);
    routes.add("GET"_ba, "/{id}/members"_ba, &Api::members);
    routes.add("PATCH"_ba, "/{id}/members/{user}"_ba, &Api::setRole);
    routes.add("DELETE"_ba, "/{id}/members/{user}"_ba, &Api::removeMember);
    routes.add("GET"_ba, "/{id}/invitations"_ba, &Api::invitations);
    routes.add("POST"_ba, "/{id}/invitations"_ba, &Api::invite);
    routes.add("DELETE"_ba, "/{id}/invitations/{invitation}"_ba, &Api::withdraw);
    routes.add("GET"_ba, "/{id}/connections"_ba, &Api::connections);
    routes.add("PUT"_ba, "/{id}/connections/{connection}"_ba, &Api::share);
    ManagementRoutes invited(router, *this, "/api/invitations"_ba);
    invited.add("GET"_ba, ""_ba, &Api::ownInvitations);
    invited.add("POST"_ba, "/{id}/accept"_ba, &Api::accept);
    invited.add("DELETE"_ba, "/{id}"_ba, &Api::decline);
}

QCoro::Task<http::Response> OrganizationsApi::list(http::Call call)
{
    co_return answerTo(u"organizations"_s, m_organizations.of(call.principal.userId));
}

QCoro::Task<http::Response> OrganizationsApi::create(http::Call call)
{
    const auto name = nameIn(call);
    if (!name)
        co_return problemFor(name.error());
    co_return answerTo(m_organizations.create(call.principal.userId, *name), 201);
}

QCoro::Task<http::Response> OrganizationsApi::show(http::Call call)
{
    co_return answerTo(m_organizations.find(call.principal.userId, idIn(call)));
}

QCoro::Task<http::Response> OrganizationsApi::rename(http::Call call)
{
    const auto name = nameIn(call);
    if (!name)
        co_return problemFor(name.error());
    co_return answerTo(m_organizations.rename(call.principal.userId, idIn(call), *name));
}

QCoro::Task<http::Response> OrganizationsApi::remove(http::Call call)
{
    co_return answerTo(m_organizations.remove(call.principal.userId, idIn(call)));
}

QCoro::Task<http::Response> OrganizationsApi::members(http::Call call)
{
    co_return answerTo(u"members"_s, m_organizations.members(call.principal.userId, idIn(call)));
}

QCoro::Task<http::Response> OrganizationsApi::setRole(http::Call call)
{
    const auto body = bodyObject(call.request, {u"role"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto role = roleIn(*body);
    if (!role)
        co_return problemFor(role.error());
    co_return answerTo(
        m_organizations.setRole(call.principal.userId, idIn(call), idIn(call, "user"), *role));
}

QCoro::Task<http::Response> OrganizationsApi::removeMember(http::Call call)
{
    co_return answerTo(
        m_organizations.removeMember(call.principal.userId, idIn(call), idIn(call, "user")));
}

QCoro::Task<http::Response> OrganizationsApi::invitations(http::Call call)
{
    co_return answerTo(u"invitations"_s, m_invitations.of(call.principal.userId, idIn(call)));
}

QCoro::Task<http::Response> OrganizationsApi::invite(http::Call call)
{
    const auto body = bodyObject(call.request, {u"user"_s, u"role"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto user = textMember(*body, u"user"_s, nameLimit);
    if (!user)
        co_return problemFor(user.error());
    const auto role = roleIn(*body, u"member"_s);
    if (!role)
        co_return problemFor(role.error());
    co_return answerTo(m_invitations.invite(call.principal.userId, idIn(call), *user, *role), 201);
}

QCoro::Task<http::Response> OrganizationsApi::withdraw(http::Call call)
{
    co_return answerTo(
        m_invitations.withdraw(call.principal.userId, idIn(call), idIn(call, "invitation")));
}

Result<QJsonObject> OrganizationsApi::sharedJson(const Connection &connection) const
{
    const auto sharing = m_connections.sharingOf(connection);
    if (!sharing)
        return failure(sharing.error());
    QJsonObject json = toJson(connection);
    json.insert(u"shared_with"_s,
                sharing->with == Sharing::With::Users
                    ? QJsonValue(QJsonArray::fromStringList(sharing->userIds))
                    : QJsonValue(QString(sharingName(sharing->with))));
    return json;
}

QCoro::Task<http::Response> OrganizationsApi::connections(http::Call call)
{
    const auto organization = m_organizations.find(call.principal.userId, idIn(call));
    if (!organization)
        co_return problemFor(organization.error());
    const auto visible = m_connections.listVisible(call.principal.userId);
    if (!visible)
        co_return problemFor(visible.error());
    QJsonArray all;
    for (const Connection &connection : *visible) {
        if (connection.userId != organization->id)
            continue;
        const auto json = sharedJson(connection);
        if (!json)
            co_return problemFor(json.error());
        all.append(*json);
    }
    const QJsonObject answer{{u"connections"_s, all}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> OrganizationsApi::share(http::Call call)
{
    const auto body = bodyObject(call.request, {u"shared_with"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto sharing = sharingIn(*body);
    if (!sharing)
        co_return problemFor(sharing.error());
    const QString userId = call.principal.userId;
    const auto organization = m_organizations.findAs(userId, idIn(call), Role::Admin);
    if (!organization)
        co_return problemFor(organization.error());
    const auto shared =
        m_connections.share(userId, idIn(call, "connection"), organization->id, *sharing);
    if (!shared)
        co_return problemFor(shared.error());
    const auto json = sharedJson(*shared);
    co_return json ? http::Response::json(*json) : problemFor(json.error());
}

QCoro::Task<http::Response> OrganizationsApi::ownInvitations(http::Call call)
{
    co_return answerTo(u"invitations"_s, m_invitations.to(call.principal.userId));
}

QCoro::Task<http::Response> OrganizationsApi::accept(http::Call call)
{
    const auto body = bodyObject(call.request, {});
    if (!body)
        co_return problemFor(body.error());
    co_return answerTo(m_invitations.accept(call.principal.userId, idIn(call)));
}

QCoro::Task<http::Response> OrganizationsApi::decline(http::Call call)
{
    co_return answerTo(m_invitations.decline(call.principal.userId, idIn(call)));
}

} // namespace fairlead::api
