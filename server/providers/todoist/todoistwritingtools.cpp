// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"
#include "server/providers/resttext.h"
#include "server/providers/todoist/todoistlookup.h"
#include "server/providers/todoist/todoistparser.h"
#include "server/providers/todoist/todoisttools.h"
#include "server/tools/schematext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist {
namespace {

using tools::ToolCall;
using tools::ToolResult;

QString quoted(const QString &text)
{
    return u'"' + cleanedLine(text, 100) + u'"';
}

bool isGiven(const ToolCall &call, QLatin1StringView name)
{
    return call.arguments.contains(name);
}

/** "p1", the most urgent, is 4 in the API. */
int apiPriority(const QString &text)
{
    return 5 - QStringView(text).mid(1).toInt();
}

/** The fields that adding and changing a task have in common, by the API's names. */
Result<QJsonObject> fieldsOf(const ToolCall &call)
{
    QJsonObject fields;
    for (const QLatin1StringView name : {"content"_L1, "description"_L1, "labels"_L1}) {
        if (isGiven(call, name))
            fields.insert(name, call.arguments[name]);
    }
    if (isGiven(call, "priority"_L1))
        fields.insert("priority"_L1, apiPriority(rest::argument(call, "priority"_L1)));
    if (isGiven(call, "due"_L1)) {
        const QString due = rest::argument(call, "due"_L1);
        fields.insert("due_string"_L1, due.isEmpty() ? u"no date"_s : due);
        fields.insert("due_lang"_L1, "en"_L1);
    }
    if (isGiven(call, "deadline"_L1)) {
        if (const auto checked = rest::checkDate(call, "deadline"_L1); !checked)
            return failure(checked.error());
        const QString deadline = rest::argument(call, "deadline"_L1);
        fields.insert("deadline_date"_L1,
                      deadline.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(deadline));
    }
    return fields;
}

QString lookFor(const QString &content)
{
    return u"Before trying again, look for it with todoist_list_tasks and filter: \"search: %1\"."_s
        .arg(cleanedLine(content, 60));
}

QCoro::Task<Result<ToolResult>> told(RestSession session, QString what, Result<Task> task)
{
    if (!task)
        co_return failure(task.error());
    const auto names = co_await projectNames(session);
    co_return ToolResult::fromText(what + text::taskLine(*task, names) + u'\n'
                                   + text::addressOf(*task));
}

QCoro::Task<Result<ToolResult>> addQuickly(RestSession session, ToolCall call)
{
    const QString typed = rest::argument(call, "text"_L1);
    RestCall wanted{.method = "POST",
                    .path = u"/api/v1/tasks/quick"_s,
                    .write = u"adding the task"_s,
                    .check = lookFor(typed)};
    wanted.json = QJsonObject{{u"text"_s, typed}};
    if (isGiven(call, "description"_L1))
        wanted.json->insert("note"_L1, call.arguments["description"_L1]);
    auto added = co_await session.client->ask(std::move(wanted), parser::task);
    co_return co_await told(session, u"Added: "_s, std::move(added));
}

Result<> checkAdding(const ToolCall &call)
{
    const bool hasText = !rest::argument(call, "text"_L1).isEmpty();
    const bool hasContent = !rest::argument(call, "content"_L1).isEmpty();
    if (hasText == hasContent) {
        return failure(
            ErrorCode::InvalidInput,
            u"Pass either \"text\", as one types it into Todoist (\"Buy milk tomorrow p1 #Home "
            "@shop\"), or \"content\" with the other fields."_s);
    }
    if (!hasText)
        return {};
    for (const QLatin1StringView name :
         {"project"_L1, "parent"_L1, "labels"_L1, "priority"_L1, "due"_L1, "deadline"_L1}) {
        if (isGiven(call, name)) {
            return rest::wrongArgument(
                name,
                u"goes only with \"content\". In \"text\" write it in Todoist's way: #Project, "
                "@label, p1, tomorrow at 10, {deadline}."_s);
        }
    }
    return {};
}

QCoro::Task<Result<ToolResult>> addTask(RestSession session, ToolCall call)
{
    if (const auto checked = checkAdding(call); !checked)
        co_return failure(checked.error());
    if (!rest::argument(call, "text"_L1).isEmpty())
        co_return co_await addQuickly(session, call);
    auto fields = fieldsOf(call);
    if (!fields)
        co_return failure(fields.error());
    if (const QString project = rest::argument(call, "project"_L1); !project.isEmpty()) {
        const auto id = co_await projectId(session, project);
        if (!id)
            co_return failure(id.error());
        fields->insert("project_id"_L1, *id);
    }
    if (const QString parent = rest::argument(call, "parent"_L1); !parent.isEmpty()) {
        const auto id = taskId(parent);
        if (!id)
            co_return failure(id.error());
        fields->insert("parent_id"_L1, *id);
    }
    RestCall wanted{.method = "POST",
                    .path = u"/api/v1/tasks"_s,
                    .json = *fields,
                    .write = u"adding the task"_s,
                    .check = lookFor(rest::argument(call, "content"_L1))};
    auto added = co_await session.client->ask(std::move(wanted), parser::task);
    co_return co_await told(session, u"Added: "_s, std::move(added));
}

RestCall writing(const QString &id, const QString &path, const QString &write)
{
    return {.method = "POST",
            .path = u"/api/v1/tasks/"_s + id + path,
            .subject = u"Task "_s + id,
            .write = write,
            .check = u"Look at it with todoist_list_tasks and task: \"%1\"."_s.arg(id)};
}

QCoro::Task<Result<Task>> moved(RestSession session, QString id, QString project)
{
    RestCall wanted = writing(id, u"/move"_s, u"moving the task"_s);
    wanted.json = QJsonObject{{u"project_id"_s, project}};
    wanted.isIdempotent = true;
    co_return co_await session.client->ask(std::move(wanted), parser::task);
}

QCoro::Task<Result<Task>> changed(RestSession session, QString id, QJsonObject fields)
{
    RestCall wanted = writing(id, QString(), u"changing the task"_s);
    wanted.json = fields;
    wanted.isIdempotent = true;
    co_return co_await session.client->ask(std::move(wanted), parser::task);
}

QCoro::Task<Result<ToolResult>> updateTask(RestSession session, ToolCall call)
{
    const auto id = taskId(rest::argument(call, "task"_L1));
    if (!id)
        co_return failure(id.error());
    const auto fields = fieldsOf(call);
    if (!fields)
        co_return failure(fields.error());
    const QString project = rest::argument(call, "project"_L1);
    if (fields->isEmpty() && project.isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Nothing to change: pass at least one of content, description, labels, "
                          "priority, due, deadline and project."_s);
    }
    Result<QString> target;
    if (!project.isEmpty())
        target = co_await projectId(session, project);
    if (!target)
        co_return failure(target.error());
    Result<Task> task;
    if (!fields->isEmpty()) {
        task = co_await changed(session, *id, *fields);
        if (!task)
            co_return failure(task.error());
    }
    if (!target->isEmpty()) {
        task = co_await moved(session, *id, *target);
        if (!task && !fields->isEmpty()) {
            co_return failure(task.error().code,
                              u"The fields were changed, but the task was not moved: "_s
                                  + task.error().message);
        }
    }
    co_return co_await told(session, u"Changed: "_s, std::move(task));
}

QCoro::Task<Result<ToolResult>> completeTask(RestSession session, ToolCall call)
{
    const auto id = taskId(rest::argument(call, "task"_L1));
    if (!id)
        co_return failure(id.error());
    if (call.arguments["reopen"_L1].toBool()) {
        RestCall reopening = writing(*id, u"/reopen"_s, u"reopening the task"_s);
        reopening.isIdempotent = true;
        const auto done = co_await session.client->fetch(std::move(reopening));
        if (!done)
            co_return failure(done.error());
        co_return ToolResult::fromText(u"Reopened task %1."_s.arg(*id));
    }
    const auto task = co_await readTask(session, *id);
    if (!task)
        co_return failure(task.error());
    // A task that repeats moves on with each time that it is closed.
    RestCall closing = writing(*id, u"/close"_s, u"completing the task"_s);
    const auto done = co_await session.client->fetch(std::move(closing));
    if (!done)
        co_return failure(done.error());
    const QString repeats = task->isRecurring
        ? u" It repeats (%1) and stays open for the next time."_s.arg(task->dueWords)
        : QString();
    co_return ToolResult::fromText(
        u"Completed %1 (%2).%3"_s.arg(quoted(task->content), *id, repeats));
}

QCoro::Task<Result<ToolResult>> deleteTask(RestSession session, ToolCall call)
{
    const auto id = taskId(rest::argument(call, "task"_L1));
    if (!id)
        co_return failure(id.error());
    // Read first: the answer names what went, and a wrong id is noticed.
    const auto task = co_await readTask(session, *id);
    if (!task)
        co_return failure(task.error());
    RestCall deleting = writing(*id, QString(), u"deleting the task"_s);
    deleting.method = "DELETE";
    const auto done = co_await session.client->fetch(std::move(deleting));
    if (!done)
        co_return failure(done.error());
    co_return ToolResult::fromText(
        u"Deleted %1 (%2) and its subtasks."_s.arg(quoted(task->content), *id));
}

void addAdding(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"todoist_add_task"_s,
               .title = u"Add a Todoist task"_s,
               .description =
                   u"Adds a task: either by \"text\" as one types it into Todoist (\"Buy milk "
                   "tomorrow p1 #Home @shop\"), or by \"content\" and fields."_s,
               .inputSchema = tools::inputSchema(R"({
             "text":{"type":"string","maxLength":1000},
             "content":{"type":"string","maxLength":500},
             "description":{"type":"string","maxLength":16000,"description":"Markdown"},
             "project":{"type":"string","maxLength":200,"description":"Name or id"},
             "parent":{"type":"string","maxLength":2048,"description":"Task that it becomes a subtask of"},
             "labels":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":128}},
             "priority":{"enum":["p1","p2","p3","p4"]},
             "due":{"type":"string","maxLength":150,"description":"\"tomorrow 10:00\", \"every monday\", \"2026-12-01\""},
             "deadline":{"type":"string","maxLength":10,"description":"YYYY-MM-DD"}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Write,
               .endpoints = {u"POST /api/v1/tasks"_s,
                             u"POST /api/v1/tasks/quick"_s,
                             u"GET /api/v1/projects"_s}},
              addTask);
}

void addChanging(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"todoist_update_task"_s,
               .title = u"Change a Todoist task"_s,
               .description =
                   u"Changes a task's fields; \"project\" moves it there. \"labels\" replaces "
                   "all; an empty due or deadline removes it."_s,
               .inputSchema = tools::inputSchema(R"({
             "task":{"type":"string","maxLength":2048,"description":"Id or URL"},
             "content":{"type":"string","minLength":1,"maxLength":500},
             "description":{"type":"string","maxLength":16000,"description":"Markdown"},
             "project":{"type":"string","maxLength":200,"description":"Name or id"},
             "labels":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":128}},
             "priority":{"enum":["p1","p2","p3","p4"]},
             "due":{"type":"string","maxLength":150,"description":"\"tomorrow 10:00\", \"every monday\""},
             "deadline":{"type":"string","maxLength":10,"description":"YYYY-MM-DD"}})",
                                                 {u"task"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Write,
               .idempotent = true,
               .endpoints = {u"POST /api/v1/tasks/{task_id}"_s,
                             u"POST /api/v1/tasks/{task_id}/move"_s,
                             u"GET /api/v1/projects"_s}},
              updateTask);
}

} // namespace

void addWritingTools(tools::ToolRegistry &registry, RestTools &tools)
{
    addAdding(registry, tools);
    addChanging(registry, tools);
    tools.add(registry,
              {.name = u"todoist_complete_task"_s,
               .title = u"Complete a Todoist task"_s,
               .description = u"Completes a task and its subtasks, or reopens it."_s,
               .inputSchema = tools::inputSchema(R"({
                   "task":{"type":"string","maxLength":2048,"description":"Id or URL"},
                   "reopen":{"type":"boolean"}})",
                                                 {u"task"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Write,
               .endpoints = {u"GET /api/v1/tasks/{task_id}"_s,
                             u"POST /api/v1/tasks/{task_id}/close"_s,
                             u"POST /api/v1/tasks/{task_id}/reopen"_s}},
              completeTask);
    tools.add(
        registry,
        {.name = u"todoist_delete_task"_s,
         .title = u"Delete a Todoist task"_s,
         .description = u"Deletes a task and its subtasks for good."_s,
         .inputSchema = tools::inputSchema(
             R"({"task":{"type":"string","maxLength":2048,"description":"Id or URL"}})",
             {u"task"_s}),
         .outputSchema = {},
         .effect = tools::ToolEffect::Destructive,
         .endpoints = {u"GET /api/v1/tasks/{task_id}"_s, u"DELETE /api/v1/tasks/{task_id}"_s}},
        deleteTask);
}

} // namespace fairlead::providers::todoist
