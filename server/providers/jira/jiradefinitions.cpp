// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiradefinitions.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::definitions {
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

ToolDefinition listProjects()
{
    return {
        .name = u"list_projects"_s,
        .title = u"List projects"_s,
        .description =
            u"Lists the Jira projects you can see, on all connected sites: key and name. Use it to "
            "find a project's key."_s,
        .inputSchema = schema(R"({"type":"object","properties":{
                "query":{"type":"string","maxLength":200,"description":"Part of a name or key"},
                "limit":{"type":"integer","minimum":1,"maximum":100,"description":"Per site, default 50"},
                "cursor":{"type":"string","maxLength":8192},
                "connection":{"type":"string","maxLength":200,"description":"One site only: its name"}}})"),
        .outputSchema = {},
        .effect = ToolEffect::Read};
}

ToolDefinition search()
{
    return {
        .name = u"jira_search"_s,
        .title = u"Search Jira issues"_s,
        .description =
            u"Finds Jira issues by JQL. One line each: key, status, assignee, summary. JQL needs a "
            "condition, e.g. project = ABC AND statusCategory != Done ORDER BY updated DESC, or "
            "assignee = currentUser(). New issues may take seconds to appear."_s,
        .inputSchema = schema(R"({"type":"object","properties":{
                "jql":{"type":"string","minLength":1,"maxLength":10000},
                "fields":{"type":"array","maxItems":20,"items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,100}$"},
                    "description":"Further field ids to show, e.g. priority, customfield_10016"},
                "limit":{"type":"integer","minimum":1,"maximum":100,"description":"Default 30"},
                "cursor":{"type":"string","maxLength":8192},
                "count_only":{"type":"boolean","description":"Only the approximate number"},
                "connection":{"type":"string","maxLength":200,"description":"Site, if several are connected"}},
                "required":["jql"]})"),
        .outputSchema = {},
        .effect = ToolEffect::Read};
}

ToolDefinition getIssue()
{
    return {.name = u"jira_get_issue"_s,
            .title = u"Get a Jira issue"_s,
            .description = u"Reads one Jira issue: its fields that have values, the description as "
                           "Markdown and, if asked for, the newest comments."_s,
            .inputSchema = schema(R"({"type":"object","properties":{
                "key":{"type":"string","minLength":3,"maxLength":2048,"description":"ABC-123 or the issue's URL"},
                "fields":{"type":"array","maxItems":50,"items":{"type":"string","pattern":"^[*A-Za-z0-9_.-]{1,100}$"},
                    "description":"Only these field ids; *all for every field"},
                "include":{"type":"array","items":{"type":"string","enum":["comments"]}},
                "comment_limit":{"type":"integer","minimum":1,"maximum":100,"description":"Default 10"},
                "max_bytes":{"type":"integer","minimum":1000,"maximum":500000,"description":"Default 20000"},
                "connection":{"type":"string","maxLength":200,"description":"Site, if several are connected"}},
                "required":["key"]})"),
            .outputSchema = {},
            .effect = ToolEffect::Read};
}

ToolDefinition createIssue()
{
    return {.name = u"jira_create_issue"_s,
            .title = u"Create a Jira issue"_s,
            .description = u"Creates a Jira issue and returns its key and URL. A wrong type or a "
                           "missing field is answered with what is allowed."_s,
            .inputSchema = schema(R"({"type":"object","properties":{
                "project":{"type":"string","minLength":2,"maxLength":10,"description":"Project key"},
                "type":{"type":"string","minLength":1,"maxLength":100,"description":"e.g. Task, Bug, Story"},
                "summary":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":100000,"description":"Markdown"},
                "parent":{"type":"string","maxLength":2048,"description":"Key of the epic, or of a subtask's issue"},
                "assignee":{"type":"string","pattern":"^[A-Za-z0-9:_-]{1,128}$","description":"Account id, or me"},
                "priority":{"type":"string","maxLength":100},
                "labels":{"type":"array","maxItems":50,"items":{"type":"string","pattern":"^\\S{1,255}$"}},
                "fields":{"type":"object","additionalProperties":true,
                    "description":"Other fields by name or id, e.g. {\"Story Points\": 3}"},
                "connection":{"type":"string","maxLength":200,"description":"Site, if several are connected"}},
                "required":["project","type","summary"]})"),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .asks = {u"project"_s, u"type"_s, u"summary"_s}};
}

ToolDefinition addComment()
{
    return {.name = u"jira_add_comment"_s,
            .title = u"Comment on a Jira issue"_s,
            .description = u"Adds a comment to a Jira issue and returns its URL."_s,
            .inputSchema = schema(R"({"type":"object","properties":{
                "key":{"type":"string","minLength":3,"maxLength":2048,"description":"ABC-123 or the issue's URL"},
                "body":{"type":"string","minLength":1,"maxLength":32767,"description":"Markdown"},
                "connection":{"type":"string","maxLength":200,"description":"Site, if several are connected"}},
                "required":["key","body"]})"),
            .outputSchema = {},
            .effect = ToolEffect::Write};
}

} // namespace fairlead::providers::jira::definitions
