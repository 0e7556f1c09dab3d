// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoisttext.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist::text {
namespace {

constexpr qsizetype beginningShown = 160;
constexpr auto gap = "  "_L1;

QString dueText(const Task &task)
{
    QString text = u"due "_s + rest::dated(task.due);
    if (task.isRecurring)
        text += u" (%1)"_s.arg(task.dueWords.isEmpty() ? u"repeats"_s : task.dueWords);
    return text;
}

QString counted(qsizetype count, const QString &noun)
{
    return count == 1 ? u"1 "_s + noun : u"%1 %2s"_s.arg(count).arg(noun);
}

QString withMore(QStringList lines, const QString &cursor)
{
    if (!cursor.isEmpty())
        lines.append(u"More: cursor \"%1\""_s.arg(cursor));
    return lines.join(u'\n');
}

} // namespace

QString taskLine(const Task &task, const ProjectNames &projects)
{
    QStringList parts{task.content, u"id "_s + task.id};
    if (task.isDone)
        parts.append(u"completed"_s);
    if (task.urgency < 4)
        parts.append(u"p%1"_s.arg(task.urgency));
    if (!task.due.isEmpty())
        parts.append(dueText(task));
    if (!task.deadline.isEmpty())
        parts.append(u"deadline "_s + task.deadline);
    if (!task.labels.isEmpty())
        parts.append(u'@' + task.labels.join(u" @"_s));
    if (const QString project = projects.value(task.projectId); !project.isEmpty())
        parts.append(u'#' + project);
    if (!task.parentId.isEmpty())
        parts.append(u"subtask of "_s + task.parentId);
    return parts.join(gap);
}

QString taskList(const TaskPage &page, const ProjectNames &projects)
{
    if (page.tasks.isEmpty())
        return u"No open task fits."_s;
    QStringList lines{counted(page.tasks.size(), u"task"_s)};
    for (const Task &task : page.tasks) {
        lines.append(taskLine(task, projects));
        if (!task.description.isEmpty())
            lines.append(gap + cleanedLine(task.description, beginningShown));
    }
    return withMore(lines, page.cursor);
}

QString wholeTask(const Task &task, const ProjectNames &projects)
{
    QStringList lines{taskLine(task, projects), addressOf(task)};
    if (!task.description.isEmpty())
        lines.append({QString(), task.description});
    return lines.join(u'\n');
}

QString projectList(const ProjectPage &page)
{
    if (page.projects.isEmpty())
        return u"No project."_s;
    QStringList lines{counted(page.projects.size(), u"project"_s)};
    for (const Project &project : page.projects) {
        QStringList parts{project.name, u"id "_s + project.id};
        if (project.isInbox)
            parts.append(u"the inbox"_s);
        if (project.isShared)
            parts.append(u"shared"_s);
        if (project.isFavorite)
            parts.append(u"favorite"_s);
        if (!project.parentId.isEmpty())
            parts.append(u"below "_s + project.parentId);
        lines.append(parts.join(gap));
    }
    return withMore(lines, page.cursor);
}

QString addressOf(const Task &task)
{
    return u"https://app.todoist.com/app/task/"_s + task.id;
}

} // namespace fairlead::providers::todoist::text
