// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistlookup.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"
#include "server/providers/todoist/todoistparser.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist {
namespace {

constexpr int pageSize = 200; // the most that Todoist gives at once
constexpr int pagesRead = 5;
constexpr qsizetype namesShown = 20;

QString namesOf(const QList<Project> &projects)
{
    QStringList names;
    for (const Project &project : projects.first(std::min(projects.size(), namesShown)))
        names.append(u'"' + project.name + u'"');
    if (projects.size() > namesShown)
        names.append(u"…"_s);
    return names.join(u", "_s);
}

} // namespace

Result<QString> taskId(const QString &given)
{
    static const QRegularExpression grammar(u"\\A[A-Za-z0-9]{1,64}\\z"_s);
    QString id = given.trimmed();
    if (id.startsWith("https://"_L1)) {
        id = QUrl(id).path().section(u'/', -1, -1, QString::SectionSkipEmpty);
        id = id.section(u'-', -1);
    }
    if (grammar.match(id).hasMatch())
        return id;
    return rest::wrongArgument(
        "task"_L1,
        u"\"%1\" is neither the id of a task, such as 6X7rM8997g3RQmvh, nor "
        "its URL. todoist_list_tasks shows the ids."_s.arg(cleanedLine(given, 100)));
}

QCoro::Task<Result<ProjectPage>> projectPage(RestSession session, int limit, QString cursor)
{
    RestCall call{.path = u"/api/v1/projects"_s};
    call.query.addQueryItem(u"limit"_s, QString::number(limit));
    if (!cursor.isEmpty())
        addText(call.query, u"cursor"_s, cursor);
    co_return co_await session.client->ask(std::move(call), parser::projects);
}

QCoro::Task<Result<QList<Project>>> allProjects(RestSession session)
{
    QList<Project> projects;
    QString cursor;
    for (int page = 0; page < pagesRead; ++page) {
        const auto read = co_await projectPage(session, pageSize, cursor);
        if (!read)
            co_return failure(read.error());
        projects.append(read->projects);
        cursor = read->cursor;
        if (cursor.isEmpty())
            break;
    }
    co_return projects;
}

QCoro::Task<Result<QString>> projectId(RestSession session, QString wanted)
{
    const auto projects = co_await allProjects(session);
    if (!projects)
        co_return failure(projects.error());
    QStringList named;
    for (const Project &project : *projects) {
        if (project.id == wanted)
            co_return project.id;
        if (project.name.compare(wanted, Qt::CaseInsensitive) == 0)
            named.append(project.id);
    }
    if (named.size() == 1)
        co_return named.first();
    if (named.size() > 1) {
        co_return rest::wrongArgument(
            "project"_L1,
            u"several projects are called \"%1\". Pass the id of one of them: %2."_s.arg(
                cleanedLine(wanted, 100), named.join(u", "_s)));
    }
    co_return rest::wrongArgument("project"_L1,
                                  u"no project is called \"%1\". There are: %2."_s.arg(
                                      cleanedLine(wanted, 100), namesOf(*projects)));
}

QCoro::Task<text::ProjectNames> projectNames(RestSession session)
{
    const auto page = co_await projectPage(session, pageSize, {});
    text::ProjectNames names;
    if (page) {
        for (const Project &project : page->projects)
            names.insert(project.id, project.name);
    }
    co_return names;
}

QCoro::Task<Result<Task>> readTask(RestSession session, QString id)
{
    RestCall call{.path = u"/api/v1/tasks/"_s + id, .subject = u"Task "_s + id};
    co_return co_await session.client->ask(std::move(call), parser::task);
}

} // namespace fairlead::providers::todoist
