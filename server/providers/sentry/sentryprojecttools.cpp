// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentryprojecttools.h"

#include "server/providers/resttext.h"
#include "server/providers/sentry/sentrylookup.h"
#include "server/providers/sentry/sentrytext.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr qsizetype organizationsShown = 10;

/** An organization and its projects, up to a hundred, a line each. */
QCoro::Task<Result<QStringList>> projectLines(Place place, QString query)
{
    const auto page = co_await projectsOf(place, query);
    if (!page)
        co_return failure(page.error());
    QStringList lines{u"%1  %2"_s.arg(place.organization.slug, place.organization.name)};
    for (const Project &project : page->projects)
        lines.append(u"  "_s + text::projectLine(project));
    if (page->projects.isEmpty())
        lines.append(query.isEmpty() ? u"  (no project)"_s : u"  (no project fits)"_s);
    if (page->hasMore)
        lines.append(u"  … and more: narrow it with \"query\""_s);
    co_return lines;
}

QCoro::Task<Result<QList<Place>>> placesOf(RestSession session, QString slug)
{
    QList<Place> places;
    if (!slug.isEmpty()) {
        const auto place = co_await placeOf(session, slug);
        if (!place)
            co_return failure(place.error());
        places.append(*place);
        co_return places;
    }
    const auto all = co_await organizations(session);
    if (!all)
        co_return failure(all.error());
    for (const Organization &organization : *all) {
        const auto place = placeIn(session, organization);
        if (!place)
            co_return failure(place.error());
        places.append(*place);
    }
    co_return places;
}

QCoro::Task<Result<ToolResult>> listProjects(RestSession session, ToolCall call)
{
    const auto places = co_await placesOf(session, rest::argument(call, "organization"_L1));
    if (!places)
        co_return failure(places.error());
    QStringList lines;
    const QString query = rest::argument(call, "query"_L1);
    for (const Place &place : places->first(std::min(places->size(), organizationsShown))) {
        const auto found = co_await projectLines(place, query);
        if (!found)
            co_return failure(found.error());
        lines.append(*found);
    }
    for (const Place &place : places->mid(organizationsShown))
        lines.append(u"%1  %2"_s.arg(place.organization.slug, place.organization.name));
    co_return ToolResult::fromText(lines.isEmpty() ? u"The token sees no organization."_s
                                                   : lines.join(u'\n'));
}

} // namespace

void addProjectTools(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"sentry_list_projects"_s,
               .title = u"List Sentry projects"_s,
               .description = u"Lists the organizations and, below each, its projects."_s,
               .inputSchema = tools::inputSchema(R"({
                   "organization":{"type":"string","maxLength":64,"description":"Slug"},
                   "query":{"type":"string","maxLength":200}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/0/users/me/regions/"_s,
                             u"GET /api/0/organizations/"_s,
                             u"GET /api/0/organizations/{organization_id_or_slug}/"_s,
                             u"GET /api/0/organizations/{organization_id_or_slug}/projects/"_s}},
              listProjects);
}

} // namespace fairlead::providers::sentry
