// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentryprovider.h"

#include "server/providers/sentry/sentryissuetools.h"
#include "server/providers/sentry/sentrylookup.h"
#include "server/providers/sentry/sentryparser.h"
#include "server/providers/sentry/sentryprojecttools.h"
#include "server/providers/siteaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry {
namespace {

constexpr qsizetype organizationsRead = 5;
constexpr qsizetype projectsShown = 5;

RestService service()
{
    return {.type = u"sentry"_s,
            .name = u"Sentry"_s,
            .place = u"Sentry account"_s,
            .tokenHelp =
                u"In Sentry it is under User settings → Personal tokens; it needs org:read, "
                "project:read and event:write."_s,
            .rate = {.perMinute = 300, .burst = 40},
            .problemOf = parser::problem};
}

void addTo(ConnectionReport &report, const ProjectPage &page, const QString &organization)
{
    report.projectCount += page.projects.size();
    for (const Project &project : page.projects) {
        if (report.projects.size() < projectsShown)
            report.projects.append(u"%1/%2"_s.arg(organization, project.slug));
    }
}

} // namespace

SentryProvider::SentryProvider(net::HttpClient &http,
                               connections::Connections &connections,
                               connections::Credentials &credentials,
                               QUrl base)
    : TokenProvider(http, connections, credentials, service())
    , m_base(std::move(base))
{}

void SentryProvider::addTools(fairlead::tools::ToolRegistry &registry)
{
    addProjectTools(registry, tools());
    addIssueTools(registry, tools());
}

Result<connections::Connection> SentryProvider::placeOf(const QString &typedAddress) const
{
    connections::Connection connection;
    connection.method = connections::SignInMethod::IntegrationToken;
    const QString typed = typedAddress.trimmed();
    const auto address =
        SiteAddress::fromText(typed.isEmpty() ? m_base.toString() : typed, u"https://sentry.io"_s);
    if (!address)
        return failure(address.error());
    connection.site = address->url;
    connection.name = address->name;
    // An organization's own address is but a view of sentry.io.
    if (address->url.host().endsWith(".sentry.io"_L1)) {
        connection.site = QUrl(u"https://sentry.io"_s);
        connection.name = u"sentry.io"_s;
    }
    connection.apiBase = connection.site;
    return connection;
}

QCoro::Task<Result<ConnectionReport>> SentryProvider::prove(RestSession session) const
{
    const auto found = co_await organizations(session);
    if (!found)
        co_return failure(found.error());
    const auto me = co_await whoAmI(session);
    ConnectionReport report;
    report.connection = session.connection;
    report.connection.limitations.clear();
    if (me) {
        report.connection.account = me->email.isEmpty() ? me->id : me->email;
        report.connection.accountName = me->name;
    } else if (report.connection.account.isEmpty()) {
        // A token of an organization belongs to nobody.
        report.connection.account = u"token"_s;
    }
    if (found->isEmpty())
        report.connection.limitations.append(
            u"It sees no organization: the token lacks org:read, or the account is in none."_s);
    for (const Organization &organization :
         found->first(std::min(found->size(), organizationsRead))) {
        const auto place = placeIn(session, organization);
        if (!place)
            co_return failure(place.error());
        const auto page = co_await projectsOf(*place, {});
        if (page)
            addTo(report, *page, organization.slug);
        else if (page.error().code != ErrorCode::Forbidden)
            co_return failure(page.error());
        else
            report.connection.limitations.append(
                u"It may not read the projects of %1."_s.arg(organization.slug));
    }
    co_return report;
}

} // namespace fairlead::providers::sentry
