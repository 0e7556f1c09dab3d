// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jiragateway.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jirarest.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto gatewayPrefix = "/ex/jira/"_L1;

} // namespace

JiraGateway::JiraGateway(const QList<JiraSite *> &sites, const Contract &contract)
    : m_sites(sites)
    , m_contract(contract)
{}

bool JiraGateway::serves(const Request &request)
{
    return request.path.startsWith(gatewayPrefix);
}

JiraSite *JiraGateway::site(const Request &request) const
{
    const QString cloudId = request.path.section(u'/', 3, 3);
    const auto found = std::find_if(m_sites.begin(), m_sites.end(), [&](const JiraSite *candidate) {
        return candidate->state().cloudId() == cloudId;
    });
    return found == m_sites.end() ? nullptr : *found;
}

JiraGateway::Visitor JiraGateway::scopedToken(const Request &request, const JiraSite &site)
{
    const auto [email, secret] = BasicCredentials::of(request);
    const ApiToken *token = site.state().token(email, secret);
    if (!token || !token->isScoped)
        return {};
    return {.user = site.state().userByEmail(email), .scopes = token->scopes};
}

Response JiraGateway::answer(const Request &request, JiraSite *site, const Visitor &visitor) const
{
    if (!site)
        return Response::json(404, QJsonObject{{u"code"_s, 404}, {u"message"_s, u"Not Found"_s}});
    if (!visitor.user)
        return gatewayUnauthorized(u"Unauthorized"_s);
    Request inner = request;
    inner.path = u'/' + request.path.section(u'/', 4);
    const Contract::Match match = m_contract.match(inner.method, inner.path);
    const QStringList needed = match.operation ? match.operation->scopes : QStringList();
    const bool isCovered =
        std::all_of(needed.begin(), needed.end(), [&visitor](const QString &scope) {
            return visitor.scopes.contains(scope);
        });
    if (!isCovered)
        return gatewayUnauthorized(u"Unauthorized; scope does not match"_s);
    return answerRest(m_contract,
                      *site,
                      inner,
                      visitor.user,
                      request.origin + gatewayPrefix + site->state().cloudId());
}

} // namespace fairlead::sandbox
