// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectlookup.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/openproject/openprojecttext.h"
#include "server/providers/openproject/openprojecttools.h"
#include "server/providers/resttext.h"
#include "server/tools/schematext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr int projectsListed = 50;
constexpr int workPackagesListed = 25;

/** Which page of which size a call asks for. */
struct Paging
{
    int number = 1;
    int size = 1;

    Paging(const ToolCall &call, int usualSize)
        : number(call.arguments["page"_L1].toInt(1))
        , size(call.arguments["limit"_L1].toInt(usualSize))
    {}

    void addTo(QUrlQuery &query) const
    {
        query.addQueryItem(u"offset"_s, QString::number(number));
        query.addQueryItem(u"pageSize"_s, QString::number(size));
    }
};

QCoro::Task<Result<ToolResult>> listProjects(RestSession session, ToolCall call)
{
    const Paging paging(call, projectsListed);
    RestCall wanted{.path = u"/api/v3/projects"_s};
    paging.addTo(wanted.query);
    QJsonArray filters{condition(u"active"_s, u"="_s, {u"t"_s})};
    if (const QString query = rest::argument(call, "query"_L1); !query.isEmpty())
        filters.append(condition(u"name_and_identifier"_s, u"~"_s, {query}));
    addFilters(wanted.query, filters);
    addText(wanted.query, u"sortBy"_s, uR"([["name","asc"]])"_s);
    const auto page = co_await session.client->ask(std::move(wanted), parser::projects);
    if (!page)
        co_return failure(page.error());
    co_return ToolResult::fromText(text::projectList(*page, paging.number, paging.size));
}

QCoro::Task<Result<QJsonObject>> statusCondition(RestSession session, QString wanted)
{
    if (wanted == "open"_L1)
        co_return condition(u"status"_s, u"o"_s);
    if (wanted == "closed"_L1)
        co_return condition(u"status"_s, u"c"_s);
    if (wanted == "any"_L1)
        co_return condition(u"status"_s, u"*"_s);
    const auto status = co_await findNamed(session, u"/api/v3/statuses"_s, "status"_L1, wanted);
    if (!status)
        co_return failure(status.error());
    co_return condition(u"status"_s, u"="_s, {status->id()});
}

QCoro::Task<Result<QJsonObject>> assigneeCondition(RestSession session, QString wanted)
{
    if (wanted == "me"_L1)
        co_return condition(u"assignee"_s, u"="_s, {u"me"_s});
    if (wanted == "none"_L1)
        co_return condition(u"assignee"_s, u"!*"_s);
    RestCall call{.path = u"/api/v3/principals"_s};
    addFilters(call.query, {condition(u"any_name_attribute"_s, u"~"_s, {wanted})});
    const auto people = co_await session.client->ask(std::move(call), parser::names);
    if (!people)
        co_return failure(people.error());
    const auto person = people->size() == 1 ? Result<Named>(people->first())
                                            : chooseNamed(*people, "assignee"_L1, wanted);
    if (!person)
        co_return failure(person.error());
    co_return condition(u"assignee"_s, u"="_s, {person->id()});
}

/** What a search is about, as conditions. */
QCoro::Task<Result<QJsonArray>> conditionsOf(RestSession session, ToolCall call)
{
    QJsonArray all;
    const QString status = call.arguments["status"_L1].toString(u"open"_s).trimmed();
    const auto open = co_await statusCondition(session, status);
    if (!open)
        co_return failure(open.error());
    all.append(*open);
    if (const QString project = rest::argument(call, "project"_L1); !project.isEmpty()) {
        const auto found = co_await findProject(session, project);
        if (!found)
            co_return failure(found.error());
        all.append(condition(u"project"_s, u"="_s, {found->id}));
    }
    if (const QString type = rest::argument(call, "type"_L1); !type.isEmpty()) {
        const auto found = co_await findNamed(session, u"/api/v3/types"_s, "type"_L1, type);
        if (!found)
            co_return failure(found.error());
        all.append(condition(u"type"_s, u"="_s, {found->id()}));
    }
    if (const QString assignee = rest::argument(call, "assignee"_L1); !assignee.isEmpty()) {
        const auto found = co_await assigneeCondition(session, assignee);
        if (!found)
            co_return failure(found.error());
        all.append(*found);
    }
    if (const QString text = rest::argument(call, "text"_L1); !text.isEmpty())
        all.append(condition(u"search"_s, u"**"_s, {text}));
    co_return all;
}

QString sortingOf(const QString &wanted)
{
    static const QHash<QString, QString> sortings{{u"updated"_s, uR"([["updatedAt","desc"]])"_s},
                                                  {u"created"_s, uR"([["createdAt","desc"]])"_s},
                                                  {u"due"_s, uR"([["dueDate","asc"]])"_s},
                                                  {u"priority"_s, uR"([["priority","desc"]])"_s},
                                                  {u"id"_s, uR"([["id","asc"]])"_s}};
    return sortings.value(wanted, sortings[u"updated"_s]);
}

QCoro::Task<Result<ToolResult>> search(RestSession session, ToolCall call)
{
    const auto conditions = co_await conditionsOf(session, call);
    if (!conditions)
        co_return failure(conditions.error());
    const Paging paging(call, workPackagesListed);
    RestCall wanted{.path = u"/api/v3/work_packages"_s};
    paging.addTo(wanted.query);
    addFilters(wanted.query, *conditions);
    addText(wanted.query, u"sortBy"_s, sortingOf(rest::argument(call, "sort"_L1)));
    const auto page = co_await session.client->ask(std::move(wanted), parser::workPackages);
    if (!page)
        co_return failure(page.error());
    co_return ToolResult::fromText(text::workPackageList(*page, paging.number, paging.size));
}

QCoro::Task<Result<ToolResult>> get(RestSession session, ToolCall call)
{
    const auto id = workPackageId(rest::argument(call, "id"_L1), "id"_L1);
    if (!id)
        co_return failure(id.error());
    const auto work = co_await readWorkPackage(session, *id);
    if (!work)
        co_return failure(work.error());
    RestCall wanted{.path = u"/api/v3/work_packages/%1/activities"_s.arg(*id)};
    const auto activities = co_await session.client->ask(std::move(wanted), parser::activities);
    if (!activities)
        co_return failure(activities.error());
    co_return ToolResult::fromText(
        text::wholeWorkPackage(*work, *activities, addressOf(session, *id)));
}

void addSearch(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"openproject_search"_s,
               .title = u"Search OpenProject work packages"_s,
               .description =
                   u"Finds work packages, the open ones unless \"status\" says otherwise; "
                   "the last changed first."_s,
               .inputSchema = tools::inputSchema(R"({
             "text":{"type":"string","maxLength":500},
             "project":{"type":"string","maxLength":255,"description":"Name, identifier or number"},
             "status":{"type":"string","maxLength":200,"description":"open, closed, any, or a name"},
             "type":{"type":"string","maxLength":200},
             "assignee":{"type":"string","maxLength":200,"description":"me, none, or a name"},
             "sort":{"enum":["updated","created","due","priority","id"]},
             "limit":{"type":"integer","minimum":1,"maximum":100},
             "page":{"type":"integer","minimum":1,"maximum":100000}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/v3/work_packages"_s,
                             u"GET /api/v3/projects"_s,
                             u"GET /api/v3/projects/{id}"_s,
                             u"GET /api/v3/statuses"_s,
                             u"GET /api/v3/types"_s,
                             u"GET /api/v3/principals"_s}},
              search);
}

} // namespace

void addReadingTools(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"openproject_list_projects"_s,
               .title = u"List OpenProject projects"_s,
               .description = u"Lists active projects: name, identifier, number."_s,
               .inputSchema = tools::inputSchema(R"({
                   "query":{"type":"string","maxLength":200,"description":"Part of a name"},
                   "limit":{"type":"integer","minimum":1,"maximum":100},
                   "page":{"type":"integer","minimum":1,"maximum":100000}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/v3/projects"_s}},
              listProjects);
    addSearch(registry, tools);
    tools.add(registry,
              {.name = u"openproject_get"_s,
               .title = u"Read an OpenProject work package"_s,
               .description = u"Reads a work package: fields, description (Markdown), comments and "
                              "changes."_s,
               .inputSchema = tools::inputSchema(
                   R"({"id":{"type":"string","maxLength":2048,"description":"Number or URL"}})",
                   {u"id"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/v3/work_packages/{id}"_s,
                             u"GET /api/v3/work_packages/{id}/activities"_s}},
              get);
}

} // namespace fairlead::providers::openproject
