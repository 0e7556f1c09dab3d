// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <utility>

/** What Jira's answers say, as plain values. All text in them is cleaned and bounded. */
namespace fairlead::providers::jira {

struct Myself
{
    QString accountId;
    QString displayName;
    QString email = {}; ///< empty where the account hides it
};

/** A site that a browser sign-in opens. */
struct AccessibleResource
{
    QString cloudId;
    QUrl url;
    QStringList scopes;
};

struct User
{
    QString accountId;
    QString displayName;

    bool operator==(const User &) const = default;
};

struct Project
{
    QString id;
    QString key;
    QString name;
};

struct ProjectPage
{
    QList<Project> projects;
    qint64 startAt = 0;
    qint64 total = 0;
    bool isLast = true;
};

/** An issue as Jira's picker suggests it. */
struct PickedIssue
{
    QString key;
    QString summary;

    bool operator==(const PickedIssue &) const = default;
};

struct PickedIssues
{
    QList<PickedIssue> issues;
    bool mayHaveMore = false;
};

/** A field of an issue that has a value. */
struct FieldValue
{
    QString id; ///< "priority", "customfield_10016"
    QString name; ///< "Story Points"; the id when Jira gave no name
    QString text; ///< one line; a document's Markdown may have more
};

struct Issue
{
    QString key;
    QString summary;
    QString status;
    QString assignee; ///< empty: nobody
    QString description; ///< Markdown
    QList<FieldValue> others; ///< every other field that came back with a value
};

struct IssuePage
{
    QList<Issue> issues;
    QString nextPageToken; ///< empty: this is the last page
    QStringList warnings;
};

struct Comment
{
    QString id;
    QString author;
    QString created;
    QString body; ///< Markdown
};

struct CommentPage
{
    QList<Comment> comments;
    qint64 total = 0;
};

struct IssueType
{
    QString id;
    QString name;
    bool isSubtask = false;
};

struct IssueTypePage
{
    QList<IssueType> types;
    qint64 total = 0;
};

/** A field on the screen for creating an issue. */
struct CreateField
{
    QString id;
    QString name;
    QString type; ///< Jira's schema type: "string", "option", "array", "user", …
    QString items; ///< of an array: the type of its elements
    QString custom; ///< of a custom field: its kind, "…:textarea" for one that takes a document
    bool isRequired = false; ///< and has no default
    QStringList allowedNames; ///< the values allowed, by name; empty: not listed
};

struct CreateFieldPage
{
    QList<CreateField> fields;
    qint64 total = 0;
};

/** The body of an error answer. */
struct Problem
{
    QStringList messages;
    QList<std::pair<QString, QString>> fieldMessages; ///< field id and what is wrong with it
    bool isScope = false; ///< the token lacks a scope: said by the gateway, also with status 401

    [[nodiscard]] bool isEmpty() const { return messages.isEmpty() && fieldMessages.isEmpty(); }
};

} // namespace fairlead::providers::jira
