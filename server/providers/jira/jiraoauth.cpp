// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraoauth.h"

#include "server/connections/credentials.h"
#include "server/providers/jira/lookupparser.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

const QStringList neededScopes{u"read:jira-user"_s, u"read:jira-work"_s};
const QStringList workScopes{u"write:jira-work"_s, u"offline_access"_s};
// Jira Software has no classic scopes for its boards and sprints.
const QStringList agileScopes{u"read:board-scope:jira-software"_s,
                              u"read:sprint:jira-software"_s,
                              u"write:sprint:jira-software"_s,
                              u"read:epic:jira-software"_s,
                              u"read:issue-details:jira"_s,
                              u"read:project:jira"_s,
                              u"read:jql:jira"_s};

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base;
    url.setPath(url.path() + path);
    return url;
}

} // namespace

JiraOAuth::JiraOAuth(net::HttpClient &http, Options options)
    : m_http(http)
    , m_options(std::move(options))
{}

oauth::AuthorizationServer JiraOAuth::server() const
{
    return {.service = u"jira"_s,
            .displayName = u"Atlassian"_s,
            .issuer = m_options.signInUrl.toString(QUrl::StripTrailingSlash),
            .authorizationEndpoint = below(m_options.signInUrl, u"/authorize"_s),
            .tokenEndpoint = below(m_options.signInUrl, u"/oauth/token"_s),
            .authorizationParameters = {{u"audience"_s, u"api.atlassian.com"_s},
                                        {u"prompt"_s, u"consent"_s}},
            .scopes = neededScopes + workScopes
                + (m_options.hasAgileScopes ? agileScopes : QStringList()),
            .neededScopes = neededScopes,
            .authentication = oauth::ClientAuthentication::Body,
            .format = oauth::BodyFormat::Json};
}

QCoro::Task<Result<QList<GrantedSite>>> JiraOAuth::sitesOf(oauth::TokenSet tokens,
                                                           CancellationToken cancellation) const
{
    net::Request request;
    request.url = below(m_options.apiUrl, u"/oauth/token/accessible-resources"_s);
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.repeatable = net::Repeatable::Yes;
    request.cancellation = std::move(cancellation);
    AuthorizedHttp http = httpWith(tokens);
    const auto response = co_await http.send(std::move(request));
    const CallPurpose purpose{.site = u"Atlassian"_s, .subject = {}, .write = {}, .check = {}};
    if (!response)
        co_return failure(errorOf(response.error(), purpose));
    if (response->status != 200)
        co_return failure(errorOf(*response, purpose));
    const auto resources = parser::accessibleResources(response->body);
    if (!resources)
        co_return failure(unreadable(resources.error(), purpose));
    QList<GrantedSite> sites;
    for (const AccessibleResource &resource : *resources) {
        GrantedSite site{.id = resource.cloudId, .connection = {}};
        site.connection.provider = u"jira"_s;
        site.connection.name = resource.url.authority();
        site.connection.site = resource.url;
        site.connection.apiBase = below(m_options.apiUrl, u"/ex/jira/"_s + resource.cloudId);
        site.connection.method = connections::SignInMethod::OAuth;
        sites.append(std::move(site));
    }
    co_return sites;
}

AuthorizedHttp JiraOAuth::httpWith(const oauth::TokenSet &tokens) const
{
    return {m_http, connections::Credentials::bearer(tokens.accessToken)};
}

} // namespace fairlead::providers::jira
