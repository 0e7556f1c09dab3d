// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentrylookup.h"

#include "server/base/text.h"
#include "server/net/requestcheck.h"
#include "server/providers/resttext.h"
#include "server/providers/sentry/sentryparser.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry {
namespace {

bool isSlug(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[a-z0-9_-]{1,64}\\z"_s);
    return grammar.match(text).hasMatch();
}

/** "northwind" of northwind.sentry.io or of …/organizations/northwind/…. */
QString organizationIn(const QUrl &url)
{
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    const qsizetype place = parts.indexOf(u"organizations"_s);
    if (place >= 0)
        return parts.value(place + 1);
    static const QRegularExpression host(u"\\A([a-z0-9_-]{1,64})\\.sentry\\.io\\z"_s);
    return host.match(url.host()).captured(1);
}

QCoro::Task<Result<QList<Organization>>> organizationsAt(std::shared_ptr<RestClient> client)
{
    RestCall call{.path = u"/api/0/organizations/"_s};
    call.query.addQueryItem(u"per_page"_s, u"100"_s);
    co_return co_await client->ask(std::move(call), parser::organizations);
}

} // namespace

QString Place::path(const QString &rest) const
{
    return u"/api/0/organizations/"_s + organization.slug + rest;
}

Result<IssueReference> issueReference(const QString &given)
{
    static const QRegularExpression grammar(
        u"\\A([0-9]{1,20}|[A-Z0-9][A-Z0-9_-]{0,80}-[A-Z0-9]+)\\z"_s);
    IssueReference reference{.id = given.trimmed(), .organization = {}};
    if (reference.id.startsWith("https://"_L1) || reference.id.startsWith("http://"_L1)) {
        const QUrl url(reference.id);
        const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
        reference.id = parts.value(parts.indexOf(u"issues"_s) + 1);
        reference.organization = organizationIn(url);
        if (!isSlug(reference.organization))
            reference.organization.clear();
    }
    reference.id = reference.id.toUpper();
    if (grammar.match(reference.id).hasMatch())
        return reference;
    return rest::wrongArgument(
        "issue"_L1,
        u"\"%1\" is neither an issue's short id, such as WEB-41, nor its "
        "number or URL. sentry_search_issues shows them."_s.arg(cleanedLine(given, 100)));
}

bool isRegionOf(const QUrl &region, const QUrl &base)
{
    if (net::isLoopbackHost(base.host()) && net::isLoopbackHost(region.host()))
        return true;
    const bool isBelow = region.host().endsWith(u'.' + base.host());
    return region.scheme() == "https"_L1 && (region.host() == base.host() || isBelow);
}

QCoro::Task<Result<QList<Organization>>> organizations(RestSession session)
{
    RestCall asking{.path = u"/api/0/users/me/regions/"_s};
    const auto regions = co_await session.client->ask(std::move(asking), parser::regions);
    // An installation of somebody's own has no regions.
    if (!regions && regions.error().code == ErrorCode::NotFound)
        co_return co_await organizationsAt(session.client);
    if (!regions)
        co_return failure(regions.error());
    QList<Organization> all;
    for (const QUrl &region : *regions) {
        if (!isRegionOf(region, session.client->apiBase()))
            continue;
        auto found = co_await organizationsAt(session.client->at(region));
        if (!found)
            co_return failure(found.error());
        for (Organization &organization : *found) {
            organization.region = region;
            all.append(organization);
        }
    }
    co_return all;
}

Result<Place> placeIn(const RestSession &session, const Organization &organization)
{
    Place place{.organization = organization, .client = session.client};
    if (organization.region.isEmpty() || organization.region == session.client->apiBase())
        return place;
    if (!isRegionOf(organization.region, session.client->apiBase())) {
        return failure(ErrorCode::InvalidData,
                       u"Sentry says that %1 is at %2, which is no address of %3. The token is not "
                       "sent there."_s.arg(organization.slug,
                                           organization.region.host(),
                                           session.client->apiBase().host()));
    }
    place.client = session.client->at(organization.region);
    return place;
}

QCoro::Task<Result<Place>> placeOf(RestSession session, QString slug)
{
    if (!slug.isEmpty() && !isSlug(slug)) {
        co_return rest::wrongArgument(
            "organization"_L1,
            u"\"%1\" is not the slug of an organization, such as my-company. sentry_list_projects "
            "shows them."_s.arg(cleanedLine(slug, 100)));
    }
    if (!slug.isEmpty()) {
        RestCall call{.path = u"/api/0/organizations/%1/"_s.arg(slug),
                      .subject = u"Organization "_s + slug};
        const auto found = co_await session.client->ask(std::move(call), parser::organization);
        if (!found)
            co_return failure(found.error());
        co_return placeIn(session, *found);
    }
    const auto all = co_await organizations(session);
    if (!all)
        co_return failure(all.error());
    if (all->size() == 1)
        co_return placeIn(session, all->first());
    QStringList slugs;
    for (const Organization &organization : *all)
        slugs.append(organization.slug);
    co_return rest::wrongArgument("organization"_L1,
                                  all->isEmpty() ? u"the token sees no organization."_s
                                                 : u"pass one of: %1."_s.arg(slugs.join(u", "_s)));
}

QCoro::Task<Result<ProjectPage>> projectsOf(Place place, QString query)
{
    RestCall call{.path = place.path(u"/projects/"_s)};
    call.query.addQueryItem(u"per_page"_s, u"100"_s);
    if (!query.isEmpty())
        addText(call.query, u"query"_s, query);
    const RestPurpose purpose = place.client->purposeOf(call);
    const auto response = co_await place.client->send(std::move(call));
    if (!response)
        co_return failure(response.error());
    const auto projects = parser::projects(response->body);
    if (!projects)
        co_return failure(place.client->notedUnreadable(projects.error(), purpose));
    co_return ProjectPage{.projects = *projects,
                          .hasMore = !parser::nextCursor(*response).isEmpty()};
}

QCoro::Task<Result<User>> whoAmI(RestSession session)
{
    RestCall call{.path = u"/api/0/auth/"_s};
    co_return co_await session.client->ask(std::move(call), parser::user);
}

} // namespace fairlead::providers::sentry
