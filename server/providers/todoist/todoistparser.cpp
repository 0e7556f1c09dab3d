// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistparser.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist::parser {
namespace {

using json::Element;

// The API counts the other way round: 4 is what people know as p1.
int urgencyOf(qint64 priority)
{
    return static_cast<int>(5 - std::clamp<qint64>(priority, 1, 4));
}

Result<Task> taskFrom(const Element &element)
{
    Task task;
    task.id = rest::id(element, "id");
    task.content = json::line(element, "content");
    if (task.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"a task has no id"_s);
    task.description = rest::text(element, "description");
    task.projectId = rest::id(element, "project_id");
    task.parentId = rest::id(element, "parent_id");
    task.urgency = urgencyOf(json::number(element, "priority", 1));
    task.isDone = json::isTrue(element, "checked");
    if (const auto labels = json::list(element, "labels")) {
        for (const Element label : *labels) {
            std::string_view text;
            if (label.get(text) == simdjson::SUCCESS)
                task.labels.append(cleanedLine(json::fromUtf8(text), json::lineLimit));
        }
    }
    if (const auto due = json::member(element, "due")) {
        task.due = json::line(*due, "date");
        task.dueWords = json::line(*due, "string");
        task.isRecurring = json::isTrue(*due, "is_recurring");
    }
    if (const auto deadline = json::member(element, "deadline"))
        task.deadline = json::line(*deadline, "date");
    return task;
}

Result<Project> projectFrom(const Element &element)
{
    Project project;
    project.id = rest::id(element, "id");
    project.name = json::line(element, "name");
    if (project.id.isEmpty() || project.name.isEmpty())
        return failure(ErrorCode::InvalidData, u"a project has no id or no name"_s);
    project.parentId = rest::id(element, "parent_id");
    project.isInbox = json::isTrue(element, "inbox_project");
    project.isShared = json::isTrue(element, "is_shared");
    project.isFavorite = json::isTrue(element, "is_favorite");
    return project;
}

/** One page of a list: what is in "results", and the cursor into `cursor`. */
template<typename T>
Result<QList<T>> page(const QByteArray &body, Result<T> (*read)(const Element &), QString &cursor)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto results = json::list(*root, "results");
    if (!results)
        return failure(ErrorCode::InvalidData, u"\"results\" is missing"_s);
    QList<T> items;
    for (const Element element : *results) {
        auto item = read(element);
        if (!item)
            return failure(item.error());
        items.append(std::move(*item));
    }
    cursor = json::line(*root, "next_cursor");
    return items;
}

} // namespace

Result<User> user(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    User user;
    user.id = rest::id(*root, "id");
    user.email = json::line(*root, "email");
    user.name = json::line(*root, "full_name");
    if (user.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"the user has no id"_s);
    return user;
}

Result<Task> task(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    return root ? taskFrom(*root) : failure(root.error());
}

Result<TaskPage> tasks(const QByteArray &body)
{
    TaskPage result;
    auto items = page<Task>(body, taskFrom, result.cursor);
    if (!items)
        return failure(items.error());
    result.tasks = std::move(*items);
    return result;
}

Result<ProjectPage> projects(const QByteArray &body)
{
    ProjectPage result;
    auto items = page<Project>(body, projectFrom, result.cursor);
    if (!items)
        return failure(items.error());
    result.projects = std::move(*items);
    return result;
}

ServiceProblem problem(const net::Response &response)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, response.body);
    if (!root)
        return {};
    return {.message = json::line(*root, "error"), .code = json::line(*root, "error_tag")};
}

} // namespace fairlead::providers::todoist::parser
