// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/** What Notion answers, as plain values: texts cleaned, ids canonical (notionid.h). */
namespace fairlead::providers::notion {

struct Person
{
    QString id;
    QString name;
    QString email; ///< empty where the connection may not see it
    bool isBot = false;
};

/** Whom a token stands for. */
struct Identity
{
    Person user; ///< of the token itself: a bot, for a personal access token a person
    Person owner; ///< on whose behalf the bot acts; without an id: the workspace's
    QString workspaceId; ///< empty when Notion does not say
    QString workspaceName;
};

struct PersonPage
{
    QList<Person> people;
    QString nextCursor; ///< empty: no more
};

/** A property in the schema of a data source. */
struct Column
{
    QString id;
    QString name;
    QString type; ///< "title", "status", …
    QStringList options; ///< of select, multi_select and status
    QString detail{}; ///< of a number its format, of a relation the id of the other data source

    bool operator==(const Column &) const = default;
};

enum class ParentKind { Workspace, Page, Database, DataSource, Block, Other };

/** What a page or data source lies in. */
struct Parent
{
    ParentKind kind = ParentKind::Other;
    QString id; ///< empty for the workspace
};

/** A property of a page. */
struct PropertyValue
{
    QString name;
    QString type;
    QString text; ///< empty: unset
};

struct Page
{
    QString id;
    QString title;
    QString url;
    QString edited; ///< as Notion writes it: 2026-11-20T10:00:00.000Z
    Parent parent;
    bool isInTrash = false;
    QList<PropertyValue> properties; ///< without the title
};

/** Rows of a data source. */
struct RowPage
{
    QList<Page> rows;
    QString nextCursor; ///< empty: no more
    bool isIncomplete = false; ///< Notion gives no more than the first 10,000
};

struct DataSource
{
    QString id;
    QString title;
    QString databaseId;
    QString edited;
    QList<Column> columns;
    bool isInTrash = false;

    bool operator==(const DataSource &) const = default;
};

struct Database
{
    QString id;
    QString title;
    QList<std::pair<QString, QString>> dataSources; ///< id and name
};

/** One thing that a search found. */
struct Found
{
    bool isDataSource = false;
    Page page; ///< when it is one; without properties
    DataSource dataSource; ///< when it is one
};

struct FoundPage
{
    QList<Found> found;
    QString nextCursor; ///< empty: no more
};

/** A page, or a part of it, as Markdown. */
struct PageMarkdown
{
    QString markdown;
    bool isTruncated = false;
    QStringList unknownBlockIds; ///< parts that Notion left out; to be asked for one by one
};

/** What an error answer says. */
struct Problem
{
    QString code; ///< "object_not_found"; empty when the answer is none of Notion's
    QString message;
    QString reason; ///< of rate_limited: which limit
    bool hasRequestId = false;
};

} // namespace fairlead::providers::notion
