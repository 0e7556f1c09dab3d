// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
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
    QString email = {}; ///< empty where the account hides it
    bool isActive = true;

    bool operator==(const User &) const = default;
};

struct Project
{
    QString id;
    QString key;
    QString name;
};

/** What people work with in a project. */
struct ProjectDetails
{
    QString key;
    QString name;
    QString lead;
    QString description;
    QStringList components;
    QStringList versions; ///< "1.0 (released 2026-11-20)"
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
    QHash<QString, QString> customNames = {}; ///< of the fields asked for: "customfield_10016"
    QString nextPageToken; ///< empty: this is the last page
    QStringList warnings;
};

struct Comment
{
    QString id;
    QString author;
    QString created;
    QString body; ///< Markdown
    QString visibleTo = {}; ///< the role or group that alone may read it; empty: everybody
};

struct CommentPage
{
    QList<Comment> comments;
    qint64 total = 0;
    qint64 startAt = 0;
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

/** A field on the screen for creating, editing or moving an issue. */
struct CreateField
{
    QString id;
    QString name;
    QString type; ///< Jira's schema type: "string", "option", "array", "user", …
    QString items; ///< of an array: the type of its elements
    QString custom; ///< of a custom field: its kind, "…:textarea" for one that takes a document
    bool isRequired = false; ///< and has no default
    QStringList allowedNames; ///< the values allowed, by name; empty: not listed
    QStringList allowedIds = {}; ///< their ids, in the same order
};

struct CreateFieldPage
{
    QList<CreateField> fields;
    qint64 total = 0;
};

/** A step that an issue can take from where it is. */
struct Transition
{
    QString id;
    QString name;
    QString status; ///< the name of the one that it leads to
    QList<CreateField> fields = {}; ///< those of its screen
};

/** A kind of link: "ABC-1 {outward} ABC-2", "ABC-2 {inward} ABC-1". */
struct LinkType
{
    QString name;
    QString inward;
    QString outward;
};

/** A file on an issue. */
struct AttachedFile
{
    QString id;
    QString fileName;
    QString mimeType;
    qint64 size = 0;
    QString author = {};
    QString created = {};
};

/** A link from one issue to another. */
struct LinkedIssue
{
    QString id;
    QString text; ///< "blocks ABC-2 (Done) Fix login"
    QString otherKey;
};

/** The newest or the next entries of one of an issue's logs, a line each. */
struct LogPage
{
    QStringList lines;
    qint64 total = 0;
    qint64 startAt = 0;
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
