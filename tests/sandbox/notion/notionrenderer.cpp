// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionrenderer.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrichtext.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject reference(const QString &userId)
{
    return {{u"object"_s, u"user"_s}, {u"id"_s, userId}};
}

void addTimes(QJsonObject &object, const NotionTimes &times)
{
    object.insert(u"created_time"_s, notionTime(times.created));
    object.insert(u"last_edited_time"_s, notionTime(times.edited));
    object.insert(u"created_by"_s, reference(times.createdBy));
    object.insert(u"last_edited_by"_s, reference(times.editedBy));
}

/** What an unset property of that type shows. */
QJsonValue unset(const QString &type)
{
    static const QStringList lists{
        u"title"_s, u"rich_text"_s, u"multi_select"_s, u"people"_s, u"relation"_s, u"files"_s};
    if (lists.contains(type))
        return QJsonArray();
    return type == "checkbox"_L1 ? QJsonValue(false) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject NotionRenderer::user(const NotionUser &user)
{
    return {{u"object"_s, u"user"_s},
            {u"id"_s, user.id},
            {u"name"_s, user.name},
            {u"avatar_url"_s, QJsonValue::Null},
            {u"type"_s, u"person"_s},
            {u"person"_s, QJsonObject{{u"email"_s, user.email}}}};
}

QJsonObject NotionRenderer::bot(const NotionConnection &connection) const
{
    const NotionUser *person = m_workspace.user(connection.ownerId);
    const QJsonObject owner = person
        ? QJsonObject{{u"type"_s, u"user"_s}, {u"user"_s, user(*person)}}
        : QJsonObject{{u"type"_s, u"workspace"_s}, {u"workspace"_s, true}};
    return {{u"object"_s, u"user"_s},
            {u"id"_s, connection.id},
            {u"name"_s, connection.name},
            {u"avatar_url"_s, QJsonValue::Null},
            {u"type"_s, u"bot"_s},
            {u"bot"_s,
             QJsonObject{
                 {u"owner"_s, owner},
                 {u"workspace_id"_s, m_workspace.id},
                 {u"workspace_name"_s, m_workspace.name},
                 {u"workspace_limits"_s,
                  QJsonObject{{u"max_file_upload_size_in_bytes"_s, m_workspace.largestUpload}}}}}};
}

QJsonObject NotionRenderer::whole(const QString &userId) const
{
    if (const NotionUser *person = m_workspace.user(userId))
        return user(*person);
    const NotionConnection *connection = m_workspace.bot(userId);
    return connection ? bot(*connection) : reference(userId);
}

QJsonObject NotionRenderer::parent(const NotionParent &parent) const
{
    switch (parent.kind) {
    case NotionParent::Kind::Page:
        return {{u"type"_s, u"page_id"_s}, {u"page_id"_s, parent.id}};
    case NotionParent::Kind::Database:
        return {{u"type"_s, u"database_id"_s}, {u"database_id"_s, parent.id}};
    case NotionParent::Kind::DataSource: {
        const NotionDataSource *source = m_workspace.dataSource(parent.id);
        return {{u"type"_s, u"data_source_id"_s},
                {u"data_source_id"_s, parent.id},
                {u"database_id"_s, source ? source->databaseId : QString()}};
    }
    case NotionParent::Kind::Workspace:
        break;
    }
    return {{u"type"_s, u"workspace"_s}, {u"workspace"_s, true}};
}

QJsonValue NotionRenderer::value(const NotionPage &page, const NotionProperty &property) const
{
    if (property.type == "created_time"_L1)
        return notionTime(page.times.created);
    if (property.type == "last_edited_time"_L1)
        return notionTime(page.times.edited);
    if (property.type == "created_by"_L1)
        return whole(page.times.createdBy);
    if (property.type == "last_edited_by"_L1)
        return whole(page.times.editedBy);
    if (property.type == "people"_L1) {
        QJsonArray people;
        for (const auto &person : page.values.value(property.id).toArray())
            people.append(whole(person["id"_L1].toString()));
        return people;
    }
    return page.values.value(property.id, unset(property.type));
}

QJsonObject NotionRenderer::page(const NotionPage &page, const QStringList &onlyProperties) const
{
    QJsonObject properties;
    const QList<NotionProperty> schema = m_workspace.schema(page);
    for (const NotionProperty &property : schema) {
        if (!onlyProperties.isEmpty() && !onlyProperties.contains(property.id)
            && !onlyProperties.contains(property.name))
            continue;
        QJsonObject shown{{u"id"_s, property.id},
                          {u"type"_s, property.type},
                          {property.type, value(page, property)}};
        if (property.type == "relation"_L1)
            shown.insert(u"has_more"_s, false);
        properties.insert(property.name, shown);
    }
    QJsonObject result{{u"object"_s, u"page"_s},
                       {u"id"_s, page.id},
                       {u"in_trash"_s, m_workspace.isTrashed(page)},
                       {u"is_locked"_s, page.isLocked},
                       {u"url"_s, url(NotionWorkspace::title(page), page.id)},
                       {u"public_url"_s, QJsonValue::Null},
                       {u"parent"_s, parent(page.parent)},
                       {u"properties"_s, properties},
                       {u"icon"_s, page.icon},
                       {u"cover"_s, page.cover}};
    addTimes(result, page.times);
    return result;
}

QJsonObject NotionRenderer::database(const NotionDatabase &database) const
{
    QJsonArray sources;
    for (const QString &id : database.dataSourceIds) {
        if (const NotionDataSource *source = m_workspace.dataSource(id))
            sources.append(QJsonObject{{u"id"_s, id}, {u"name"_s, source->title}});
    }
    QJsonObject result{{u"object"_s, u"database"_s},
                       {u"id"_s, database.id},
                       {u"title"_s, richTextOf(database.title)},
                       {u"description"_s, richTextOf(database.description)},
                       {u"parent"_s, parent(database.parent)},
                       {u"is_inline"_s, false},
                       {u"in_trash"_s, m_workspace.isTrashed(database)},
                       {u"is_locked"_s, false},
                       {u"data_sources"_s, sources},
                       {u"icon"_s, database.icon},
                       {u"cover"_s, QJsonValue::Null},
                       {u"url"_s, url(database.title, database.id)},
                       {u"public_url"_s, QJsonValue::Null}};
    result.insert(u"created_time"_s, notionTime(database.times.created));
    result.insert(u"last_edited_time"_s, notionTime(database.times.edited));
    return result;
}

QJsonObject NotionRenderer::dataSource(const NotionDataSource &source) const
{
    QJsonObject properties;
    for (const NotionProperty &property : source.properties)
        properties.insert(property.name,
                          QJsonObject{{u"id"_s, property.id},
                                      {u"name"_s, property.name},
                                      {u"description"_s, QJsonValue::Null},
                                      {u"type"_s, property.type},
                                      {property.type, property.config}});
    const NotionDatabase *holder = m_workspace.database(source.databaseId);
    const QJsonObject above{{u"type"_s, u"database_id"_s}, {u"database_id"_s, source.databaseId}};
    QJsonObject result{
        {u"object"_s, u"data_source"_s},
        {u"id"_s, source.id},
        {u"title"_s, richTextOf(source.title)},
        {u"description"_s, QJsonArray()},
        {u"parent"_s, above},
        {u"database_parent"_s, holder ? QJsonValue(parent(holder->parent)) : QJsonValue::Null},
        {u"is_inline"_s, false},
        {u"in_trash"_s, holder && m_workspace.isTrashed(*holder)},
        {u"properties"_s, properties},
        {u"icon"_s, holder ? holder->icon : QJsonValue::Null},
        {u"cover"_s, QJsonValue::Null},
        {u"url"_s, url(source.title, source.databaseId)},
        {u"public_url"_s, QJsonValue::Null}};
    addTimes(result, source.times);
    return result;
}

QJsonObject NotionRenderer::comment(const NotionComment &comment)
{
    return {{u"object"_s, u"comment"_s},
            {u"id"_s, comment.id},
            {u"parent"_s, QJsonObject{{u"type"_s, u"page_id"_s}, {u"page_id"_s, comment.pageId}}},
            {u"discussion_id"_s, comment.discussionId},
            {u"created_time"_s, notionTime(comment.created)},
            {u"last_edited_time"_s,
             notionTime(comment.edited.isValid() ? comment.edited : comment.created)},
            {u"created_by"_s, reference(comment.authorId)},
            {u"rich_text"_s, comment.richText},
            {u"display_name"_s,
             QJsonObject{{u"type"_s, comment.nameType}, {u"resolved_name"_s, comment.name}}}};
}

QString NotionRenderer::url(const QString &title, const QString &id)
{
    static const QRegularExpression notPlain(u"[^A-Za-z0-9]+"_s);
    QString slug = title;
    slug.replace(notPlain, u"-"_s);
    while (slug.startsWith(u'-'))
        slug.remove(0, 1);
    if (!slug.isEmpty() && !slug.endsWith(u'-'))
        slug += u'-';
    QString bare = id;
    return u"https://www.notion.so/"_s + slug + bare.remove(u'-');
}

} // namespace fairlead::sandbox
