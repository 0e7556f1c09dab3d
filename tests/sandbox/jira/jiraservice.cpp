// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jiraservice.h"

#include "tests/sandbox/jira/jirarest.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

JiraService::JiraService(JiraSite &site, const QList<JiraSite *> &sites, const Contract &contract)
    : m_site(site)
    , m_contract(contract)
    , m_gateway(sites, contract)
{}

QString JiraService::name() const
{
    return u"jira:"_s + m_site.state().name();
}

void JiraService::reset()
{
    m_site.reset();
}

Response JiraService::answer(const Request &request)
{
    if (request.path == "/_edge/tenant_info"_L1)
        return Response::json(200, QJsonObject{{u"cloudId"_s, m_site.state().cloudId()}});
    if (JiraGateway::serves(request))
        return answerGateway(request);
    if (request.path.startsWith("/rest/"_L1))
        return answerSite(request);
    return Response::text(404,
                          "text/html;charset=UTF-8",
                          "<!DOCTYPE html><html lang=\"en\"><head><title>Oops, you&#39;ve found a "
                          "dead link. - JIRA</title></head><body></body></html>");
}

Response JiraService::answerSite(const Request &request)
{
    // As measured on real sites: a refused token does not stop a request, it makes the caller
    // anonymous, and only endpoints that need a person answer 401.
    const auto [email, secret] = BasicCredentials::of(request);
    const ApiToken *token = m_site.state().token(email, secret);
    const bool isAccepted = token && !token->isScoped;
    const JiraUser *caller = isAccepted ? m_site.state().userByEmail(email) : nullptr;
    Response response = answerRest(m_contract, m_site, request, caller, request.origin);
    if (caller)
        response.with("X-AACCOUNTID", caller->accountId.toUtf8().toPercentEncoding());
    else if (request.hasHeader("authorization"))
        response.with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
    return response;
}

Response JiraService::answerGateway(const Request &request) const
{
    JiraSite *site = m_gateway.site(request);
    return m_gateway.answer(
        request, site, site ? JiraGateway::scopedToken(request, *site) : JiraGateway::Visitor{});
}

} // namespace fairlead::sandbox
