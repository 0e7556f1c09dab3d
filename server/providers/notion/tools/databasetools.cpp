// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/databasetools.h"

#include "server/providers/notion/databasetext.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/peoplelookup.h"
#include "server/providers/notion/rowfilter.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int defaultLimit = 25;

ToolDefinition getDatabaseDefinition()
{
    return {.name = u"notion_get_database"_s,
            .title = u"Get a Notion database"_s,
            .description = u"A database's data sources, with each property's type and options."_s,
            .inputSchema = tools::inputSchema(R"({
                "database":{"type":"string","minLength":1,"maxLength":2048,"description":"Id or URL of a database or data source"},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"database"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = {u"GET /v1/databases/{database_id}"_s,
                          u"GET /v1/data_sources/{data_source_id}"_s}};
}

ToolDefinition queryDatabaseDefinition()
{
    return {.name = u"notion_query_database"_s,
            .title = u"Query a Notion database"_s,
            .description =
                u"Rows of a database by property values, one line each with its page id."_s,
            .inputSchema = tools::inputSchema(R"({
                "database":{"type":"string","minLength":1,"maxLength":2048,"description":"Id or URL of a database or data source"},
                "filter":{"type":"object","additionalProperties":true,"description":"{\"Status\":[\"Todo\",\"Doing\"],\"Due\":{\"before\":\"2026-12-01\"},\"Owner\":\"me\",\"Notes\":null}, or Notion's own"},
                "sorts":{"type":"array","maxItems":20,"items":{"type":["string","object"]},"description":"[\"Due\",\"-created_time\"]"},
                "properties":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":500},"description":"To show; default all"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"database"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = {u"POST /v1/data_sources/{data_source_id}/query"_s,
                          u"GET /v1/data_sources/{data_source_id}"_s,
                          u"GET /v1/databases/{database_id}"_s,
                          u"GET /v1/users"_s,
                          u"GET /v1/users/me"_s}};
}

/** The columns to show, as the schema writes them. */
Result<QList<Column>> shownColumns(const ToolCall &call, const QList<Column> &columns)
{
    QList<Column> shown;
    const QJsonArray names = call.arguments.value("properties"_L1).toArray();
    for (const auto &name : names) {
        const Column *const column = columnNamed(columns, name.toString());
        if (column == nullptr)
            return failure(noColumn(name.toString(), columns));
        shown.append(*column);
    }
    return shown;
}

QStringList namesOf(const QList<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name);
    return names;
}

/** The title is always wanted. */
QUrlQuery queryFor(const QList<Column> &shown, const QList<Column> &all)
{
    QUrlQuery query;
    if (shown.isEmpty())
        return query;
    for (const Column &column : all) {
        const bool isWanted = column.type == "title"_L1
            || std::any_of(shown.begin(), shown.end(), [&column](const Column &each) {
                                  return each.id == column.id;
                              });
        if (isWanted)
            addText(query, u"filter_properties"_s, column.id);
    }
    return query;
}

QCoro::Task<Result<QJsonObject>> queryBody(NotionTools notion,
                                           NotionSessions::Session session,
                                           ToolCall call,
                                           QList<Column> columns)
{
    QJsonObject body;
    const QJsonObject wanted = call.arguments.value("filter"_L1).toObject();
    const auto people =
        co_await idsOfPeople(notion.directory, session, peopleInFilter(wanted, columns));
    if (!people)
        co_return failure(people.error());
    const auto filter = rowFilter(wanted, columns, *people);
    if (!filter)
        co_return failure(filter.error());
    if (!filter->isEmpty())
        body.insert("filter"_L1, *filter);
    const auto sorts = rowSorts(call.arguments.value("sorts"_L1).toArray(), columns);
    if (!sorts)
        co_return failure(sorts.error());
    if (!sorts->isEmpty())
        body.insert("sorts"_L1, *sorts);
    body.insert("page_size"_L1, call.arguments.value("limit"_L1).toInt(defaultLimit));
    if (const QString cursor = textOf(call, "cursor"_L1); !cursor.isEmpty())
        body.insert("start_cursor"_L1, cursor);
    co_return body;
}

QCoro::Task<Result<ToolResult>> rowsOf(NotionTools notion,
                                       NotionSessions::Session session,
                                       ToolCall call,
                                       DataSource source)
{
    const auto shown = shownColumns(call, source.columns);
    if (!shown)
        co_return failure(shown.error());
    const auto body = co_await queryBody(notion, session, call, source.columns);
    if (!body)
        co_return failure(body.error());
    RestCall wanted;
    wanted.method = "POST"_ba;
    wanted.path = u"/v1/data_sources/%1/query"_s.arg(source.id);
    wanted.query = queryFor(*shown, source.columns);
    wanted.json = *body;
    wanted.subject = u"Data source "_s + bareId(source.id);
    wanted.isIdempotent = true;
    const auto rows = co_await session.client->ask(wanted, parser::rows);
    if (!rows)
        co_return failure(rows.error());
    for (const Page &row : rows->rows)
        notion.directory.noteConnection(session.connection, row.id);
    co_return ToolResult::fromText(text::rowsText(*rows, source, namesOf(*shown)));
}

QCoro::Task<Result<ToolResult>> getDatabase(NotionTools notion, ToolCall call)
{
    const auto target = co_await databaseTarget(notion, std::move(call), "database"_L1);
    if (!target)
        co_return failure(target.error());
    co_return ToolResult::fromText(text::databaseText(*target));
}

QCoro::Task<Result<ToolResult>> queryDatabase(NotionTools notion, ToolCall call)
{
    const auto target = co_await sourceTarget(notion, call, "database"_L1);
    if (!target)
        co_return failure(target.error());
    const NotionSessions::Session session = target->session;
    const DataSource source = target->sources.first();
    const bool isOld = notion.directory.isOld(session.connection, source.id);
    auto rows = co_await rowsOf(notion, session, call, source);
    if (!rows && isOld && rows.error().code == ErrorCode::InvalidInput) {
        // Somebody may have changed the columns since.
        notion.directory.forget(session.connection, source.id);
        const auto current = co_await notion.directory.dataSource(session, source.id);
        if (current && *current != source)
            rows = co_await rowsOf(notion, session, call, *current);
    }
    co_return notion.sessions.choice().noted(session.connection, std::move(rows));
}

} // namespace

void addDatabaseTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(getDatabaseDefinition(),
                 [notion](ToolCall call) { return getDatabase(notion, std::move(call)); });
    registry.add(queryDatabaseDefinition(),
                 [notion](ToolCall call) { return queryDatabase(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
