// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiradefinitions.h"

#include "server/providers/jira/jiratools.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::definitions {

using tools::ToolDefinition;
using tools::ToolEffect;

ToolDefinition listProjects()
{
    return {.name = u"list_projects"_s,
            .title = u"Jira projects"_s,
            .description = u"Keys and names, from all sites."_s,
            .inputSchema = tools::inputSchema(R"({
                "query":{"type":"string","maxLength":200},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":8192},
                "connection":{"type":"string","maxLength":200}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = {u"GET /rest/api/3/project/search"_s}};
}

ToolDefinition search()
{
    return {.name = u"jira_search"_s,
            .title = u"Search Jira"_s,
            .description =
                u"Issues by JQL, such as assignee = currentUser() AND statusCategory != Done"_s,
            .inputSchema = tools::inputSchema(
                R"({
                "jql":{"type":"string","minLength":1,"maxLength":10000},
                "fields":{"type":"array","maxItems":20,"items":{"type":"string","minLength":1,"maxLength":100},
                    "description":"By name or id; none: status, assignee, summary"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":8192},
                "count_only":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                {u"jql"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"POST /rest/api/3/search/jql"_s,
                                        u"POST /rest/api/3/search/approximate-count"_s,
                                        u"GET /rest/api/3/field"_s})};
}

ToolDefinition getIssue()
{
    return {.name = u"jira_get_issue"_s,
            .title = u"Jira issue"_s,
            .description = u"One issue. key: ABC-1 or a URL."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "fields":{"type":"array","maxItems":50,"items":{"type":"string","minLength":1,"maxLength":100},
                    "description":"Only these, or *all"},
                "include":{"type":"array","items":{"type":"string",
                    "enum":["comments","links","attachments","transitions","changelog","worklog"]}},
                "max_bytes":{"type":"integer"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}/comment"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}/transitions"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}/changelog"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}/worklog"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}/remotelink"_s,
                                        u"GET /rest/api/3/field"_s})};
}

ToolDefinition createIssue()
{
    return {.name = u"jira_create_issue"_s,
            .title = u"New Jira issue"_s,
            .description =
                u"Text is Markdown; people by name, e-mail or me. Errors say what is allowed."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "type":{"type":"string","minLength":1,"maxLength":100},
                "summary":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":100000},
                "parent":{"type":"string","maxLength":2048},
                "assignee":{"type":"string","maxLength":200},
                "priority":{"type":"string","maxLength":100},
                "labels":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "components":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "fix_versions":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "fields":{"type":"object",
                    "description":"Others by name or id: {\"Story Points\": 3}"},
                "connection":{"type":"string","maxLength":200}})",
                {u"project"_s, u"type"_s, u"summary"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .asks = {u"project"_s, u"type"_s, u"summary"_s},
            .service = u"jira"_s,
            .endpoints = siteEndpoints(
                {u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes"_s,
                 u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}"_s,
                 u"GET /rest/api/3/project/search"_s,
                 u"GET /rest/api/3/myself"_s,
                 u"GET /rest/api/3/user/search"_s,
                 u"GET /rest/api/3/user/assignable/search"_s,
                 u"POST /rest/api/3/issue"_s})};
}

} // namespace fairlead::providers::jira::definitions
