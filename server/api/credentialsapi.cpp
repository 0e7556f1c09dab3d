// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/credentialsapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using leases::PlainCredential;

constexpr qsizetype valueLimit = 16LL * 1024;

QString nameIn(const http::Call &call)
{
    return QString::fromUtf8(call.request.pathParameter("name"));
}

QJsonObject toJson(const PlainCredential &credential)
{
    return {{u"id"_s, credential.id},
            {u"service"_s, credential.service},
            {u"created_at"_s, timeJson(credential.createdAt)},
            {u"changed_at"_s, timeJson(credential.changedAt)}};
}

} // namespace

CredentialsApi::CredentialsApi(leases::PlainCredentials &credentials,
                               const providers::Providers &providers)
    : m_credentials(credentials)
    , m_providers(providers)
{}

void CredentialsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/credentials"_ba);
    routes.add("GET"_ba, ""_ba, &CredentialsApi::list);
    routes.add("PUT"_ba, "/{name}"_ba, &CredentialsApi::put);
    routes.add("DELETE"_ba, "/{name}"_ba, &CredentialsApi::remove);
}

QCoro::Task<http::Response> CredentialsApi::list(http::Call call)
{
    const auto all = m_credentials.list(call.principal.userId);
    if (!all)
        co_return problemFor(all.error());
    QJsonArray json;
    for (const PlainCredential &credential : *all)
        json.append(toJson(credential));
    const QJsonObject answer{{u"credentials"_s, json}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> CredentialsApi::put(http::Call call)
{
    const auto body = bodyObject(call.request, {u"value"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto value = textMember(*body, u"value"_s, valueLimit);
    if (!value)
        co_return problemFor(value.error());
    const QString name = nameIn(call);
    if (m_providers.find(name))
        co_return problemFor({.code = ErrorCode::Conflict,
                              .message = u"%1 is a service that Fairlead knows: connect it by "
                                         "fairleadctl connect %1."_s.arg(name)});
    const Secret secret(value->toUtf8());
    const auto kept = m_credentials.put(call.principal.userId, name, secret);
    co_return kept ? http::Response::json(toJson(*kept)) : problemFor(kept.error());
}

QCoro::Task<http::Response> CredentialsApi::remove(http::Call call)
{
    const auto removed = m_credentials.remove(call.principal.userId, nameIn(call));
    co_return removed ? http::Response::empty(204) : problemFor(removed.error());
}

} // namespace fairlead::api
