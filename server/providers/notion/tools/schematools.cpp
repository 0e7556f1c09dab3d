// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/schematools.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pageparent.h"
#include "server/providers/notion/tools/columnbuilder.h"
#include "server/providers/notion/tools/inlinetext.h"
#include "server/providers/notion/tools/schemachange.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

/** Where a new database goes: below a page, or without an id at the top. */
using Place = NotionTarget;

QCoro::Task<Result<RelatedSources>> relatedSources(NotionSessions::Session session,
                                                   QJsonObject schema)
{
    RelatedSources related;
    const QStringList given = relatedIn(schema);
    for (const QString &each : given) {
        const auto id = notionId(each, "relation"_L1);
        if (!id)
            co_return failure(id.error());
        const auto source = co_await dataSourceOf(session, *id);
        if (!source)
            co_return failure(source.error());
        related.insert(each, source->id);
    }
    co_return related;
}

QCoro::Task<Result<QJsonObject>> columnsOf(NotionSessions::Session session, QJsonObject schema)
{
    const auto related = co_await relatedSources(session, schema);
    if (!related)
        co_return failure(related.error());
    co_return columnsFrom(schema, *related);
}

// -- notion_create_database

ToolDefinition createDatabaseDefinition()
{
    return {.name = u"notion_create_database"_s,
            .title = u"Create a Notion database"_s,
            .description = u"Creates a database with its columns below a page and returns its "
                           "ids. Without a title column one named \"Name\" is added."_s,
            .inputSchema = tools::inputSchema(R"({
                "title":{"type":"string","minLength":1,"maxLength":2000},
                "parent":{"type":"string","maxLength":2048,"description":"Id or URL of a page; without it the top of the workspace, where the token allows that"},
                "schema":{"type":"object","additionalProperties":true,"description":"Columns by name, e.g. {\"Task\":\"title\",\"Status\":{\"select\":[\"Open\",\"Done\"]},\"Due\":\"date\",\"Share\":{\"number\":\"percent\"},\"Project\":{\"relation\":\"database id\"}}"},
                "description":{"type":"string","maxLength":2000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"title"_s, u"schema"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"notion"_s,
            .toolset = u"notion_schema"_s,
            .endpoints = pageEndpoints({u"POST /v1/databases"_s,
                                        u"GET /v1/pages/{page_id}"_s,
                                        u"GET /v1/data_sources/{data_source_id}"_s,
                                        u"GET /v1/databases/{database_id}"_s})};
}

QCoro::Task<Result<Place>> placeOf(NotionTools tools, ToolCall call)
{
    if (!textOf(call, "parent"_L1).trimmed().isEmpty())
        co_return co_await pageTarget(tools, std::move(call), "parent"_L1);
    const auto session = co_await workspaceTarget(tools, std::move(call));
    if (!session)
        co_return failure(session.error());
    co_return Place{*session, QString()};
}

bool hasTitle(const QJsonObject &columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const QJsonValue &column) {
        return column.toObject().value("type"_L1) == "title"_L1;
    });
}

QJsonObject parentObject(const QString &page)
{
    if (page.isEmpty())
        return {{"type"_L1, "workspace"_L1}, {"workspace"_L1, true}};
    return {{"type"_L1, "page_id"_L1}, {"page_id"_L1, page}};
}

QCoro::Task<Result<Database>> create(Place place, ToolCall call)
{
    auto columns = co_await columnsOf(place.session, call.arguments.value("schema"_L1).toObject());
    if (!columns)
        co_return failure(columns.error());
    if (!hasTitle(*columns))
        columns->insert("Name"_L1,
                        QJsonObject{{"type"_L1, "title"_L1}, {"title"_L1, QJsonObject()}});
    const QString title = textOf(call, "title"_L1).simplified();
    const auto words = verbatimText(title, u"Argument \"title\""_s);
    const auto description =
        inlineText(textOf(call, "description"_L1), u"Argument \"description\""_s);
    if (!words || !description)
        co_return failure(words ? description.error() : words.error());
    QJsonObject body{{"parent"_L1, parentObject(place.id)}, {"title"_L1, *words}};
    body.insert("initial_data_source"_L1, QJsonObject{{"properties"_L1, *columns}});
    if (!description->isEmpty())
        body.insert("description"_L1, *description);
    RestCall wanted;
    wanted.method = "POST";
    wanted.path = u"/v1/databases"_s;
    wanted.json = body;
    wanted.subject = u"The parent"_s;
    wanted.write = u"creating the database"_s;
    wanted.check =
        u"Before trying again, look for it with notion_list_databases and query: \"%1\"."_s.arg(
            cleanedLine(title, 100));
    co_return co_await place.session.client->ask(wanted, parser::database);
}

QCoro::Task<Result<ToolResult>> createDatabase(NotionTools tools, ToolCall call)
{
    const auto place = co_await placeOf(tools, call);
    if (!place)
        co_return failure(place.error());
    auto made = co_await create(*place, call);
    made = tools.sessions.choice().noted(place->session.connection, std::move(made));
    if (!made)
        co_return failure(made.error());
    if (!place->id.isEmpty())
        tools.watch.noteChange(place->session.connection, place->id);
    QString text = u"Created \"%1\"  %2\n  database %3"_s.arg(
        cleanedLine(made->title, 200), text::urlOf(made->id), bareId(made->id));
    for (const auto &[id, name] : made->dataSources)
        text += u", data source "_s + bareId(id);
    co_return ToolResult::fromText(text);
}

// -- notion_update_schema

ToolDefinition updateSchemaDefinition()
{
    return {.name = u"notion_update_schema"_s,
            .title = u"Change a Notion database's columns"_s,
            .description =
                u"Adds, renames and drops columns of a database, and adds or removes options of "
                "its select columns. What drops values needs allow_data_loss."_s,
            .inputSchema = tools::inputSchema(R"({
                "database":{"type":"string","maxLength":2048,"description":"Id or URL of a database or data source"},
                "title":{"type":"string","minLength":1,"maxLength":2000},
                "add":{"type":"object","additionalProperties":true,"description":"As the schema of notion_create_database"},
                "rename":{"type":"object","additionalProperties":{"type":"string","minLength":1},"description":"{\"old\":\"new\"}"},
                "add_options":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}},"description":"{\"Status\":[\"Later\"]}"},
                "remove_options":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}},
                "drop":{"type":"array","items":{"type":"string"},"maxItems":50},
                "allow_data_loss":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"database"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .service = u"notion"_s,
            .toolset = u"notion_schema"_s,
            .endpoints = {u"GET /v1/data_sources/{data_source_id}"_s,
                          u"GET /v1/databases/{database_id}"_s,
                          u"GET /v1/pages/{page_id}"_s,
                          u"PATCH /v1/data_sources/{data_source_id}"_s}};
}

QCoro::Task<Result<QString>> change(NotionTools tools, NotionTarget target, QJsonObject arguments)
{
    const auto source = co_await dataSourceOf(target.session, target.id);
    if (!source)
        co_return failure(source.error());
    const auto added = co_await columnsOf(target.session, arguments.value("add"_L1).toObject());
    if (!added)
        co_return failure(added.error());
    const auto wish = schemaChange(arguments, *source, *added);
    if (!wish)
        co_return failure(wish.error());
    RestCall wanted;
    wanted.method = "PATCH";
    wanted.path = u"/v1/data_sources/"_s + source->id;
    wanted.json = wish->body;
    wanted.subject = u"Data source "_s + bareId(source->id);
    wanted.write = u"changing the columns of \"%1\""_s.arg(cleanedLine(source->title, 100));
    wanted.check = u"Look at its columns with notion_get_database."_s;
    const auto changed = co_await target.session.client->ask(wanted, parser::dataSource);
    // Whatever came of it, what is known of the schema may be wrong now.
    tools.directory.forget(target.session.connection, source->id);
    if (!changed)
        co_return failure(changed.error());
    co_return u"Changed \"%1\"  %2\n%3"_s.arg(
        cleanedLine(changed->title, 200),
        text::urlOf(changed->databaseId.isEmpty() ? changed->id : changed->databaseId),
        wish->summary.join(u'\n'));
}

QCoro::Task<Result<ToolResult>> updateSchema(NotionTools tools, ToolCall call)
{
    const auto id = notionId(textOf(call, "database"_L1), "database"_L1);
    if (!id)
        co_return failure(id.error());
    const QStringList probes{u"/v1/data_sources/%1"_s, u"/v1/databases/%1"_s};
    const auto session = co_await sessionFor(tools, call, *id, probes);
    if (!session)
        co_return failure(session.error());
    const NotionTarget target{*session, *id};
    auto done = co_await change(tools, target, call.arguments);
    done = tools.sessions.choice().noted(session->connection, std::move(done));
    if (!done)
        co_return failure(done.error());
    co_return ToolResult::fromText(*done);
}

} // namespace

QCoro::Task<Result<DataSource>> dataSourceOf(NotionSessions::Session session, QString id)
{
    const auto found = co_await pageParent(session, id, true);
    if (!found)
        co_return failure(found.error());
    if (!found->source) {
        co_return failure(ErrorCode::InvalidInput,
                          u"%1 is a page, but a database or data source is needed. "
                          "notion_list_databases names them."_s.arg(bareId(id)));
    }
    co_return *found->source;
}

void addSchemaTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(createDatabaseDefinition(),
                 [tools](ToolCall call) { return createDatabase(tools, std::move(call)); });
    registry.add(updateSchemaDefinition(),
                 [tools](ToolCall call) { return updateSchema(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
