// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notiondefinitions.h"

#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::definitions {

using tools::inputSchema;
using tools::ToolDefinition;
using tools::ToolEffect;

ToolDefinition search()
{
    return {.name = u"notion_search"_s,
            .title = u"Search Notion"_s,
            .description = u"Pages and databases by title; no query: the last edited."_s,
            .inputSchema = inputSchema(R"({
                "query":{"type":"string","maxLength":200},
                "type":{"type":"string","enum":["page","data_source"]},
                "sort":{"type":"string","enum":["newest","oldest"]},
                "in_trash":{"type":"boolean"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = {u"POST /v1/search"_s}};
}

ToolDefinition readPage()
{
    return {.name = u"notion_read_page"_s,
            .title = u"Read a Notion page"_s,
            .description = u"A page as Markdown, with a row's properties; a long one in parts."_s,
            .inputSchema = inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048,"description":"Id or URL"},
                "max_chars":{"type":"integer","minimum":1000,"maximum":200000},
                "include_transcript":{"type":"boolean"},
                "cursor":{"type":"string","maxLength":100},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"page"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = {u"GET /v1/pages/{page_id}/markdown"_s, u"GET /v1/pages/{page_id}"_s}};
}

ToolDefinition createPage()
{
    return {.name = u"notion_create_page"_s,
            .title = u"Create a Notion page"_s,
            .description = u"Creates a page below a page or as a row of a database."_s,
            .inputSchema = inputSchema(R"({
                "title":{"type":"string","minLength":1,"maxLength":2000},
                "parent":{"type":"string","maxLength":2048,"description":"Page or database; none: the workspace"},
                "markdown":{"type":"string","maxLength":200000},
                "properties":{"type":"object","additionalProperties":true,"description":"Of a row: as in notion_update_properties"},
                "new_options":{"type":"boolean"},
                "template":{"type":"string","maxLength":2048,"description":"Id, or default"},
                "position":{"type":"string","enum":["start","end"]},
                "icon":{"type":"string","maxLength":2000},
                "cover":{"type":"string","maxLength":2000},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"title"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"notion"_s,
            .endpoints = {u"POST /v1/pages"_s,
                          u"GET /v1/pages/{page_id}"_s,
                          u"GET /v1/data_sources/{data_source_id}"_s,
                          u"GET /v1/databases/{database_id}"_s,
                          u"GET /v1/users"_s,
                          u"GET /v1/users/me"_s}};
}

ToolDefinition listDatabases()
{
    return {.name = u"notion_list_databases"_s,
            .title = u"List Notion databases"_s,
            .description =
                u"Lists Notion databases (data sources): title, ids, and their columns with "
                "types."_s,
            .inputSchema = inputSchema(R"({
                "query":{"type":"string","maxLength":200,"description":"Words of the title"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_schema"_s,
            .endpoints = {u"POST /v1/search"_s}};
}

} // namespace fairlead::providers::notion::definitions
