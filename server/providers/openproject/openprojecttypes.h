// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/** What OpenProject's API answers, as far as it is used. All texts are cleaned and bounded. */
namespace fairlead::providers::openproject {

/** Something that another thing points to: a status, a person, a project. */
struct Named
{
    QString href; ///< "/api/v3/statuses/1", as OpenProject wants it back
    QString name;
    /** "1". */
    [[nodiscard]] QString id() const { return href.section(u'/', -1); }

    bool operator==(const Named &) const = default;
};

struct User
{
    Named self;
    QString login;
    QString email;
};

struct Project
{
    Named self;
    QString id;
    QString identifier;
    bool isActive = true;
};

struct WorkPackage
{
    qint64 id = 0;
    qint64 lockVersion = 0;
    QString subject;
    QString description; ///< Markdown
    QString startDate;
    QString dueDate;
    QString date; ///< of a milestone
    QString estimated; ///< ISO span: "PT2H"
    QString spent;
    qint64 percentDone = 0;
    QString created;
    QString updated;
    Named project;
    Named type;
    Named status;
    Named priority;
    Named assignee;
    Named responsible;
    Named author;
    Named version;
    Named parent;
};

struct Activity
{
    QString comment; ///< Markdown
    QStringList details; ///< "Status changed from New to In progress"
    QString created;
    Named user; ///< its name may be missing
};

struct WorkPackagePage
{
    QList<WorkPackage> workPackages;
    qint64 total = 0;
};

struct ProjectPage
{
    QList<Project> projects;
    qint64 total = 0;
};

} // namespace fairlead::providers::openproject
