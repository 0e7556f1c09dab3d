// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/resttext.h"
#include "server/providers/todoist/todoistlookup.h"
#include "server/providers/todoist/todoistparser.h"
#include "server/providers/todoist/todoisttools.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr int projectsListed = 100;
constexpr int tasksListed = 50;

QCoro::Task<Result<ToolResult>> listProjects(RestSession session, ToolCall call)
{
    const int limit = call.arguments["limit"_L1].toInt(projectsListed);
    const auto page = co_await projectPage(session, limit, rest::argument(call, "cursor"_L1));
    if (!page)
        co_return failure(page.error());
    co_return ToolResult::fromText(text::projectList(*page));
}

/** Which list a call means; the ways to choose tasks exclude each other. */
Result<> checkChoice(const ToolCall &call)
{
    int given = 0;
    for (const QLatin1StringView name : {"filter"_L1, "project"_L1, "task"_L1})
        given += rest::argument(call, name).isEmpty() ? 0 : 1;
    if (given < 2)
        return {};
    return failure(
        ErrorCode::InvalidInput,
        u"Pass only one of \"filter\", \"project\" and \"task\". In a filter a project is "
        "written #Name, for example \"#Work & today\"."_s);
}

QCoro::Task<Result<ToolResult>> showTask(RestSession session, QString given)
{
    const auto id = taskId(given);
    if (!id)
        co_return failure(id.error());
    const auto task = co_await readTask(session, *id);
    if (!task)
        co_return failure(task.error());
    const auto names = co_await projectNames(session);
    co_return ToolResult::fromText(text::wholeTask(*task, names));
}

QCoro::Task<Result<RestCall>> listCall(RestSession session, ToolCall call)
{
    RestCall wanted{.path = u"/api/v1/tasks"_s};
    const QString filter = rest::argument(call, "filter"_L1);
    const QString project = rest::argument(call, "project"_L1);
    if (!filter.isEmpty()) {
        wanted.path += u"/filter"_s;
        addText(wanted.query, u"query"_s, filter);
    }
    if (!project.isEmpty()) {
        const auto id = co_await projectId(session, project);
        if (!id)
            co_return failure(id.error());
        addText(wanted.query, u"project_id"_s, *id);
    }
    const int limit = call.arguments["limit"_L1].toInt(tasksListed);
    wanted.query.addQueryItem(u"limit"_s, QString::number(limit));
    if (const QString cursor = rest::argument(call, "cursor"_L1); !cursor.isEmpty())
        addText(wanted.query, u"cursor"_s, cursor);
    co_return wanted;
}

QCoro::Task<Result<ToolResult>> listTasks(RestSession session, ToolCall call)
{
    if (const auto checked = checkChoice(call); !checked)
        co_return failure(checked.error());
    if (const QString task = rest::argument(call, "task"_L1); !task.isEmpty())
        co_return co_await showTask(session, task);
    const auto wanted = co_await listCall(session, call);
    if (!wanted)
        co_return failure(wanted.error());
    const auto page = co_await session.client->ask(*wanted, parser::tasks);
    if (!page)
        co_return failure(page.error());
    text::ProjectNames names;
    // Of one project's tasks nobody needs to be told the project.
    if (rest::argument(call, "project"_L1).isEmpty() && !page->tasks.isEmpty())
        names = co_await projectNames(session);
    co_return ToolResult::fromText(text::taskList(*page, names));
}

} // namespace

void addReadingTools(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"todoist_list_projects"_s,
               .title = u"List Todoist projects"_s,
               .description = u"Lists the projects with their ids."_s,
               .inputSchema = tools::inputSchema(R"({
                   "limit":{"type":"integer","minimum":1,"maximum":200},
                   "cursor":{"type":"string","maxLength":500}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/v1/projects"_s}},
              listProjects);
    tools.add(
        registry,
        {.name = u"todoist_list_tasks"_s,
         .title = u"List Todoist tasks"_s,
         .description =
             u"Lists open tasks: all, those of a project, or those that fit a filter in "
             "Todoist's language (\"today | overdue\", \"#Work & p1\", \"search: milk\"). With "
             "\"task\", shows one whole."_s,
         .inputSchema = tools::inputSchema(R"({
                   "filter":{"type":"string","maxLength":1024},
                   "project":{"type":"string","maxLength":200,"description":"Name or id"},
                   "task":{"type":"string","maxLength":2048,"description":"Id or URL"},
                   "limit":{"type":"integer","minimum":1,"maximum":200},
                   "cursor":{"type":"string","maxLength":500}})"),
         .outputSchema = {},
         .effect = tools::ToolEffect::Read,
         .endpoints = {u"GET /api/v1/tasks"_s,
                       u"GET /api/v1/tasks/filter"_s,
                       u"GET /api/v1/tasks/{task_id}"_s,
                       u"GET /api/v1/projects"_s}},
        listTasks);
}

} // namespace fairlead::providers::todoist
