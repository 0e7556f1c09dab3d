// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/templatetools.h"

#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/tools/schematools.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition listTemplatesDefinition()
{
    return {.name = u"notion_list_templates"_s,
            .title = u"List a Notion database's templates"_s,
            .description = u"Lists the templates from which rows of a database can be made: id and "
                           "name."_s,
            .inputSchema = tools::inputSchema(R"({
                "database":{"type":"string","maxLength":2048,"description":"Id or URL of a database or data source"},
                "query":{"type":"string","maxLength":200,"description":"Part of the name"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"database"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_templates"_s,
            .endpoints = {u"GET /v1/data_sources/{data_source_id}"_s,
                          u"GET /v1/databases/{database_id}"_s,
                          u"GET /v1/pages/{page_id}"_s,
                          u"GET /v1/data_sources/{data_source_id}/templates"_s}};
}

/** The answer as the text that the tool gives. */
Result<QString> templatesText(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "templates");
    if (!list)
        return failure(ErrorCode::InvalidData, u"\"templates\" is missing in the answer"_s);
    QString text;
    for (const auto each : *list) {
        text += u"%1  %2%3\n"_s.arg(bareId(canonicalId(json::line(each, "id"))),
                                    json::line(each, "name"),
                                    json::isTrue(each, "is_default") ? u" (default)"_s : QString());
    }
    if (text.isEmpty())
        text = u"No templates."_s;
    if (json::isTrue(*root, "has_more"))
        text += u"More: call again with cursor: \"%1\""_s.arg(json::line(*root, "next_cursor"));
    return text.trimmed();
}

QCoro::Task<Result<QString>> listed(NotionTarget target, QString query, QString cursor)
{
    const auto source = co_await dataSourceOf(target.session, target.id);
    if (!source)
        co_return failure(source.error());
    RestCall wanted;
    wanted.path = u"/v1/data_sources/%1/templates"_s.arg(source->id);
    wanted.subject = u"Data source "_s + bareId(source->id);
    if (!query.isEmpty())
        addText(wanted.query, u"name"_s, query);
    if (!cursor.isEmpty())
        addText(wanted.query, u"start_cursor"_s, cursor);
    co_return co_await target.session.client->ask(wanted, templatesText);
}

QCoro::Task<Result<ToolResult>> listTemplates(NotionTools tools, ToolCall call)
{
    const auto id = notionId(textOf(call, "database"_L1), "database"_L1);
    if (!id)
        co_return failure(id.error());
    const QStringList probes{u"/v1/data_sources/%1"_s, u"/v1/databases/%1"_s};
    const auto session = co_await sessionFor(tools, call, *id, probes);
    if (!session)
        co_return failure(session.error());
    const NotionTarget target{*session, *id};
    auto text = co_await listed(target, textOf(call, "query"_L1), textOf(call, "cursor"_L1));
    text = tools.sessions.choice().noted(session->connection, std::move(text));
    if (!text)
        co_return failure(text.error());
    co_return ToolResult::fromText(*text);
}

} // namespace

void addTemplateTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(listTemplatesDefinition(),
                 [tools](ToolCall call) { return listTemplates(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
