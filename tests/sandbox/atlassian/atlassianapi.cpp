// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassian/atlassianapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** The token after "Bearer"; nothing for any other way to sign in. */
std::optional<QByteArray> bearerToken(const Request &request)
{
    const QByteArray header = request.header("authorization");
    if (header.left(7).toLower() != "bearer ")
        return std::nullopt;
    return header.mid(7).trimmed();
}

Response refused(int status, const QString &message)
{
    return Response::json(status, QJsonObject{{u"code"_s, status}, {u"message"_s, message}});
}

} // namespace

AtlassianApi::AtlassianApi(const QList<JiraSite *> &sites,
                           const Contract &contract,
                           const GrantStore &grants)
    : m_sites(sites)
    , m_grants(grants)
    , m_gateway(sites, contract)
{}

QString AtlassianApi::name() const
{
    return u"atlassian-api"_s;
}

Response AtlassianApi::answer(const Request &request)
{
    if (request.path == "/oauth/token/accessible-resources"_L1)
        return accessibleResources(request);
    if (JiraGateway::serves(request))
        return answerGateway(request);
    return refused(404, u"Not Found"_s);
}

std::optional<GrantStore::Access> AtlassianApi::access(const Request &request) const
{
    const std::optional<QByteArray> token = bearerToken(request);
    return token ? m_grants.access(*token) : std::nullopt;
}

Response AtlassianApi::accessibleResources(const Request &request) const
{
    if (request.method != "GET")
        return refused(405, u"Method Not Allowed"_s).with("Allow", "GET");
    const std::optional<GrantStore::Access> granted = access(request);
    if (!granted)
        return gatewayUnauthorized(u"Unauthorized"_s);
    QStringList scopes = granted->scopes;
    scopes.removeAll(u"offline_access"_s);
    QJsonArray result;
    for (const JiraSite *site : m_sites) {
        const QString cloudId = site->state().cloudId();
        const JiraUser *user = site->state().user(granted->accountId);
        if (!granted->resources.contains(cloudId) || !user || !user->isActive)
            continue;
        result.append(QJsonObject{{u"id"_s, cloudId},
                                  {u"url"_s, site->url()},
                                  {u"name"_s, site->state().name()},
                                  {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                                  {u"avatarUrl"_s, site->url() + u"/avatars/240/flag.png"_s}});
    }
    return Response::json(200, result);
}

Response AtlassianApi::answerGateway(const Request &request) const
{
    JiraSite *site = m_gateway.site(request);
    if (!bearerToken(request))
        return m_gateway.answer(request,
                                site,
                                site ? JiraGateway::scopedToken(request, *site)
                                     : JiraGateway::Visitor{});
    const std::optional<GrantStore::Access> granted = access(request);
    if (!granted)
        return gatewayUnauthorized(u"Unauthorized"_s);
    if (!site || !granted->resources.contains(site->state().cloudId()))
        return refused(404, u"Not Found"_s);
    const JiraUser *user = site->state().user(granted->accountId);
    return m_gateway.answer(
        request,
        site,
        {.user = user && user->isActive ? user : nullptr, .scopes = granted->scopes});
}

} // namespace fairlead::sandbox
