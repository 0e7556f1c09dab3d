// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionschemaapi.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionpaging.h"
#include "tests/sandbox/notion/notionrenderer.h"
#include "tests/sandbox/notion/notionrichtext.h"
#include "tests/sandbox/notion/notionschema.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** The text of a title that was sent; nothing where there is none. */
Result<QString> readTitle(const QJsonObject &body)
{
    if (!body.contains("title"_L1))
        return QString();
    const auto title = readRichText(body["title"_L1], u"body.title"_s);
    if (!title)
        return tl::unexpected(title.error());
    return plainText(*title);
}

} // namespace

QList<NotionRoute> NotionSchemaApi::routes()
{
    using enum NotionCapability;
    const QString source = u"/v1/data_sources/{data_source_id}"_s;
    return {{"POST",
             u"/v1/databases"_s,
             InsertContent,
             [this](auto &call) { return createDatabase(call); }},
            {"PATCH", source, UpdateContent, [this](auto &call) { return updateDataSource(call); }},
            {"GET",
             source + u"/templates"_s,
             ReadContent,
             [this](auto &call) { return templates(call); },
             {u"name"_s, u"page_size"_s, u"start_cursor"_s}}};
}

std::optional<Response> NotionSchemaApi::readParent(const NotionCall &call,
                                                    NotionDatabase &database)
{
    const QJsonValue parent = call.body["parent"_L1];
    const QString type = parent["type"_L1].toString();
    if (type == "workspace"_L1 && parent["workspace"_L1] == QJsonValue(true)) {
        if (call.caller.kind == NotionConnection::Kind::Internal)
            return notionInvalid(u"Internal integrations cannot create databases at the workspace "
                                 "level. Provide a parent page."_s);
        return std::nullopt;
    }
    if (type != "page_id"_L1)
        return notionInvalid(notionComplaint(
            u"body.parent.type"_s, u"`\"page_id\"` or `\"workspace\"`"_s, parent["type"_L1]));
    const QString id = notionId(parent["page_id"_L1].toString());
    if (id.isEmpty())
        return notionInvalid(
            notionComplaint(u"body.parent.page_id"_s, u"a valid uuid"_s, parent["page_id"_L1]));
    const NotionPage *page = m_workspace.page(id);
    if (!page || !m_workspace.sees(call.caller, *page))
        return notionNotFound(u"page"_s, id, call.caller);
    if (m_workspace.isTrashed(*page))
        return notionInvalid(
            u"Can't edit block that is archived. You must unarchive the block before editing."_s);
    database.parent = {.kind = NotionParent::Kind::Page, .id = id};
    return std::nullopt;
}

Response NotionSchemaApi::createDatabase(const NotionCall &call)
{
    const QString unknown = notionUnknownMember(call.body,
                                                {u"parent"_s,
                                                 u"title"_s,
                                                 u"description"_s,
                                                 u"is_inline"_s,
                                                 u"initial_data_source"_s,
                                                 u"icon"_s,
                                                 u"cover"_s},
                                                u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    NotionDatabase database;
    if (const auto refused = readParent(call, database))
        return *refused;
    const auto title = readTitle(call.body);
    if (!title)
        return notionInvalid(title.error().message);
    const auto properties = NotionSchema(m_workspace, call.caller)
                                .created(call.body["initial_data_source"_L1]["properties"_L1],
                                         u"body.initial_data_source.properties"_s);
    if (!properties)
        return notionInvalid(properties.error().message);
    database.id = NotionWorkspace::newId();
    database.title = *title;
    database.times = {.created = m_workspace.now(),
                      .edited = m_workspace.now(),
                      .createdBy = call.caller.authorId(),
                      .editedBy = call.caller.authorId()};
    NotionDataSource source;
    source.id = NotionWorkspace::newId();
    source.databaseId = database.id;
    source.title = *title;
    source.properties = *properties;
    source.times = database.times;
    database.dataSourceIds = {source.id};
    m_workspace.views.append({.id = NotionWorkspace::newId(),
                              .databaseId = database.id,
                              .dataSourceId = source.id,
                              .name = u"Default view"_s,
                              .type = u"table"_s,
                              .filter = {},
                              .sorts = {},
                              .times = database.times});
    m_workspace.databases.push_back(database);
    m_workspace.dataSources.push_back(source);
    if (NotionPage *above = m_workspace.page(database.parent.id))
        above->content += (above->content.isEmpty() ? u"<<database:%1>>"_s : u"\n<<database:%1>>"_s)
                              .arg(database.id);
    else
        call.caller.pageIds.append(database.id);
    return notionOk(NotionRenderer(m_workspace).database(database));
}

Response NotionSchemaApi::updateDataSource(const NotionCall &call)
{
    const QString id = call.path[u"data_source_id"_s];
    NotionDataSource *source = m_workspace.dataSource(id);
    if (!source || !m_workspace.sees(call.caller, *source))
        return notionNotFound(u"data_source"_s, id, call.caller);
    const QString unknown = notionUnknownMember(
        call.body, {u"title"_s, u"icon"_s, u"properties"_s, u"in_trash"_s, u"parent"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    if (call.body.contains("parent"_L1) || call.body.contains("in_trash"_L1))
        return notionNotServed(u"moving and trashing of data sources"_s);
    const auto title = readTitle(call.body);
    if (!title)
        return notionInvalid(title.error().message);
    if (call.body.contains("properties"_L1)) {
        const Result<> changed =
            NotionSchema(m_workspace, call.caller).change(*source, call.body["properties"_L1]);
        if (!changed)
            return notionInvalid(changed.error().message);
    }
    if (call.body.contains("title"_L1))
        source->title = *title;
    source->times.edited = m_workspace.now();
    source->times.editedBy = call.caller.authorId();
    return notionOk(NotionRenderer(m_workspace).dataSource(*source));
}

Response NotionSchemaApi::templates(const NotionCall &call)
{
    const QString id = call.path[u"data_source_id"_s];
    const NotionDataSource *source = m_workspace.dataSource(id);
    if (!source || !m_workspace.sees(call.caller, *source))
        return notionNotFound(u"data_source"_s, id, call.caller);
    const auto paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    const QString wanted = call.request.parameter(u"name").value_or(QString());
    QList<const NotionTemplate *> found;
    for (const NotionTemplate &each : source->templates) {
        if (each.name.contains(wanted, Qt::CaseInsensitive))
            found.append(&each);
    }
    const Response listed =
        paging->answer(found, u"template"_s, [](const NotionTemplate &each) -> QJsonObject {
            return {{u"id"_s, each.id}, {u"name"_s, each.name}, {u"is_default"_s, each.isDefault}};
        });
    if (listed.status != 200)
        return listed;
    const QJsonObject list = QJsonDocument::fromJson(listed.body).object();
    return notionOk({{u"templates"_s, list["results"_L1]},
                     {u"has_more"_s, list["has_more"_L1]},
                     {u"next_cursor"_s, list["next_cursor"_L1]}});
}

} // namespace fairlead::sandbox
