// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/** What Todoist's API answers, as far as it is used. All texts are cleaned and bounded. */
namespace fairlead::providers::todoist {

struct User
{
    QString id;
    QString email;
    QString name;
};

struct Project
{
    QString id;
    QString name;
    QString parentId; ///< empty: at the top
    bool isInbox = false;
    bool isShared = false;
    bool isFavorite = false;
};

struct Task
{
    QString id;
    QString content; ///< one line
    QString description; ///< Markdown
    QString projectId;
    QString parentId; ///< of a subtask
    QStringList labels;
    int urgency = 4; ///< as people know it: 1 for p1, the most urgent, to 4 for none
    QString due; ///< date or time; empty: none
    QString dueWords; ///< as it was typed: "every monday"
    bool isRecurring = false;
    QString deadline; ///< date
    bool isDone = false;
};

struct TaskPage
{
    QList<Task> tasks;
    QString cursor; ///< of the next page; empty: this is the last
};

struct ProjectPage
{
    QList<Project> projects;
    QString cursor;
};

} // namespace fairlead::providers::todoist
