// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

/** What a Notion workspace holds, as plain values; references between them are ids. */
namespace fairlead::sandbox {

struct NotionUser
{
    QString id;
    QString alias; ///< the first name, for signing in: ada
    QString name;
    QString email;
    QString password; ///< for the OAuth login page
};

enum class NotionCapability {
    None, ///< the endpoint asks for nothing but a token
    ReadContent,
    UpdateContent,
    InsertContent,
    ReadComments,
    InsertComments,
    ReadUsers,
};

/** Who calls: an internal integration, a person's own token, or what a person let in by OAuth. */
struct NotionConnection
{
    enum class Kind { Internal, Personal, Public };

    QString id; ///< of its bot user
    QString name;
    QByteArray token;
    Kind kind = Kind::Internal;
    QString ownerId; ///< the person; empty when the workspace owns it
    QStringList pageIds; ///< shared with it, with all below; a Personal one needs none
    QList<NotionCapability> missing;

    /** Whom the workspace names as the author of what it writes. */
    [[nodiscard]] QString authorId() const { return kind == Kind::Personal ? ownerId : id; }
};

struct NotionParent
{
    enum class Kind { Workspace, Page, Database, DataSource };

    Kind kind = Kind::Workspace;
    QString id;
};

/** When and by whom; `createdBy` and `editedBy` are ids of people or bots. */
struct NotionTimes
{
    QDateTime created;
    QDateTime edited;
    QString createdBy;
    QString editedBy;
};

/** One block as answers show it, without what is the same for all of them. */
struct NotionBlock
{
    QString id;
    QString type;
    QJsonObject content; ///< what stands under the type's name
    QList<NotionBlock> children;
    NotionTimes times;
};

struct NotionPage
{
    QString id;
    NotionParent parent;
    QMap<QString, QJsonValue> values; ///< by property id, as answers show them
    QString content; ///< Markdown, with a mark for each child (NotionMarkdown)
    QList<NotionBlock> blocks; ///< the same as blocks, when they were last asked for
    QString blocksText; ///< the content that they were made of
    QJsonValue icon = QJsonValue::Null;
    QJsonValue cover = QJsonValue::Null;
    NotionTimes times;
    QStringList audience; ///< the people who may see it; empty: who sees its parent
    bool isTrashed = false;
    bool isLocked = false;
};

struct NotionDatabase
{
    QString id;
    NotionParent parent;
    QString title;
    QString description;
    QJsonValue icon = QJsonValue::Null;
    QStringList dataSourceIds;
    NotionTimes times;
    bool isTrashed = false;
};

struct NotionProperty
{
    QString id;
    QString name;
    QString type;
    QJsonObject config; ///< what stands under the type's name
};

struct NotionTemplate
{
    QString id; ///< of the page that is copied
    QString name;
    bool isDefault = false;
    QString content = {}; ///< Markdown that a new page gets
};

struct NotionDataSource
{
    QString id;
    QString databaseId;
    QString title;
    QList<NotionProperty> properties;
    NotionTimes times;
    QList<NotionTemplate> templates;
};

struct NotionView
{
    QString id;
    QString databaseId;
    QString dataSourceId;
    QString name;
    QString type; ///< "table", "board", …
    QJsonObject filter; ///< as a query has it; empty: none
    QJsonArray sorts;
    NotionTimes times;
};

/** The rows that a view had when it was asked; kept for a quarter of an hour. */
struct NotionViewQuery
{
    QString id;
    QString viewId;
    QStringList pageIds;
    QDateTime expires;
};

struct NotionUpload
{
    QString id;
    QString ownerId; ///< the connection that started it: for others it does not exist
    QString status; ///< "pending" or "uploaded"
    QString filename;
    QString contentType;
    int partCount = 0; ///< of multi_part; 0: single_part
    QMap<int, QByteArray> parts; ///< what has been sent; part 1 of single_part
    QDateTime created;
    bool isAttached = false; ///< then it never expires
};

/** A block in the trash, and where it was. */
struct NotionTrashedBlock
{
    QString pageId;
    NotionBlock block;
};

struct NotionTask
{
    QString id;
    QString ownerId;
    QString operation; ///< "update_page_markdown"
    QJsonObject result;
    QDateTime done; ///< until then it is running
    QDateTime created;
};

struct NotionComment
{
    QString id;
    QString pageId;
    QString discussionId;
    QString authorId;
    QJsonArray richText;
    QDateTime created;
    QString nameType; ///< "user", "integration" or "custom"
    QString name;
    QString connectionId{}; ///< of the connection that wrote it: no other may change it
    QDateTime edited{}; ///< invalid: never
};

} // namespace fairlead::sandbox
