// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notiondefinitions.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::definitions {
namespace {

using tools::ToolDefinition;
using tools::ToolEffect;

// Written as JSON because that is how it is read by clients.
QJsonObject schema(const char *text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text), &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, "schema", text);
    return document.object();
}

} // namespace

ToolDefinition search()
{
    return {
        .name = u"notion_search"_s,
        .title = u"Search Notion"_s,
        .description =
            u"Finds Notion pages and databases by words of their title, not by content; without a "
            "query, what was edited last. One line each. New pages may take a minute to appear."_s,
        .inputSchema = schema(R"({"type":"object","properties":{
                "query":{"type":"string","maxLength":200},
                "type":{"type":"string","enum":["page","data_source"]},
                "limit":{"type":"integer","minimum":1,"maximum":100,"description":"Default 20"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200,"description":"Workspace, if several are connected"}}})"),
        .outputSchema = {},
        .effect = ToolEffect::Read};
}

ToolDefinition readPage()
{
    return {.name = u"notion_read_page"_s,
            .title = u"Read a Notion page"_s,
            .description =
                u"Reads one Notion page as Markdown, with its properties when it is a row of "
                "a database. Long pages come in parts."_s,
            .inputSchema = schema(R"({"type":"object","properties":{
                "page":{"type":"string","minLength":1,"maxLength":2048,"description":"Id or URL"},
                "max_chars":{"type":"integer","minimum":1000,"maximum":200000,"description":"Default 20000"},
                "cursor":{"type":"string","maxLength":100},
                "connection":{"type":"string","maxLength":200}},
                "required":["page"]})"),
            .outputSchema = {},
            .effect = ToolEffect::Read};
}

ToolDefinition createPage()
{
    return {
        .name = u"notion_create_page"_s,
        .title = u"Create a Notion page"_s,
        .description =
            u"Creates a Notion page and returns its URL: below a page, as a row of a database, or, "
            "without a parent, at the top of the workspace where the token allows that. A wrong "
            "property is answered with what is allowed."_s,
        .inputSchema = schema(R"({"type":"object","properties":{
                "title":{"type":"string","minLength":1,"maxLength":2000},
                "parent":{"type":"string","maxLength":2048,"description":"Id or URL of a page, database or data source"},
                "markdown":{"type":"string","maxLength":200000},
                "properties":{"type":"object","additionalProperties":true,
                    "description":"Of a database's row, by column name, e.g. {\"Status\":\"Done\",\"Tags\":[\"a\",\"b\"],\"Due\":\"2026-12-01\",\"Owner\":\"mia@example.com\"}"},
                "connection":{"type":"string","maxLength":200,"description":"Workspace, if several are connected"}},
                "required":["title"]})"),
        .outputSchema = {},
        .effect = ToolEffect::Write};
}

ToolDefinition listDatabases()
{
    return {.name = u"notion_list_databases"_s,
            .title = u"List Notion databases"_s,
            .description =
                u"Lists Notion databases (data sources): title, ids, and their columns with "
                "types."_s,
            .inputSchema = schema(R"({"type":"object","properties":{
                "query":{"type":"string","maxLength":200,"description":"Words of the title"},
                "limit":{"type":"integer","minimum":1,"maximum":100,"description":"Default 20"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200,"description":"Workspace, if several are connected"}}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read};
}

} // namespace fairlead::providers::notion::definitions
