// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/agiletools.h"

#include "server/providers/jira/tools/agilelookup.h"
#include "server/providers/jira/tools/boardissues.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/sprinttools.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

constexpr int defaultLimit = 50;

QString boardLine(const Board &board)
{
    const QString line = u"%1  %2  %3"_s.arg(board.id, board.type, board.name);
    return board.project.isEmpty() ? line : line + u"  "_s + board.project;
}

QString more(qint64 next)
{
    return u"\nMore: call again with cursor: \"%1\""_s.arg(next);
}

QCoro::Task<Result<QString>> listBoards(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto startAt = arguments::startAt(call);
    if (!startAt)
        co_return failure(startAt.error());
    RestCall list;
    list.path = u"/rest/agile/1.0/board"_s;
    list.scopes = boardScopes;
    addText(list.query, u"startAt"_s, QString::number(*startAt));
    addText(list.query,
            u"maxResults"_s,
            QString::number(call.arguments.value("limit"_L1).toInt(defaultLimit)));
    for (const auto &[argument, parameter] : {std::pair{"type"_L1, u"type"_s},
                                              std::pair{"query"_L1, u"name"_s},
                                              std::pair{"project"_L1, u"projectKeyOrId"_s}}) {
        if (const QString value = arguments::text(call, argument); !value.isEmpty())
            addText(list.query, parameter, argument == "project"_L1 ? value.toUpper() : value);
    }
    const auto page = co_await session.client->ask(list, parser::boards);
    if (!page)
        co_return failure(page.error());
    if (page->boards.isEmpty())
        co_return u"No boards."_s;
    QString text =
        u"%1 of %2 boards (id  type  name  project):"_s.arg(page->boards.size()).arg(page->total);
    for (const Board &board : page->boards)
        text += u'\n' + boardLine(board);
    co_return page->isLast ? text : text + more(*startAt + page->boards.size());
}

QCoro::Task<Result<QString>> listSprints(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto startAt = arguments::startAt(call);
    if (!startAt)
        co_return failure(startAt.error());
    const auto board = co_await boardNamed(session, arguments::text(call, "board"_L1));
    if (!board)
        co_return failure(board.error());
    const QStringList states = arguments::list(call, "state"_L1);
    RestCall list;
    list.path = u"/rest/agile/1.0/board/%1/sprint"_s.arg(board->id);
    list.subject = u"Board "_s + board->id;
    list.scopes = sprintScopes;
    addText(list.query, u"startAt"_s, QString::number(*startAt));
    addText(list.query,
            u"maxResults"_s,
            QString::number(call.arguments.value("limit"_L1).toInt(defaultLimit)));
    addText(list.query, u"state"_s, states.isEmpty() ? u"active,future"_s : states.join(u','));
    const auto page = co_await session.client->ask(list, parser::sprints);
    if (!page)
        co_return failure(page.error());
    if (page->sprints.isEmpty())
        co_return u"Board %1 (%2) has no such sprints."_s.arg(board->id, board->name);
    QString text = u"Sprints of board %1 (%2):"_s.arg(board->id, board->name);
    for (const Sprint &sprint : page->sprints)
        text += u'\n' + sprintLine(sprint);
    co_return page->isLast ? text : text + more(*startAt + page->sprints.size());
}

ToolDefinition listBoardsDefinition()
{
    return {.name = u"jira_list_boards"_s,
            .title = u"List Jira boards"_s,
            .description = u"Lists Jira boards: id, type, name, project."_s,
            .inputSchema = inputSchema(R"({
                "project":{"type":"string","maxLength":10},
                "query":{"type":"string","maxLength":200,"description":"Part of the name"},
                "type":{"type":"string","enum":["scrum","kanban","simple"]},
                "limit":{"type":"integer","minimum":1,"maximum":50},
                "cursor":{"type":"string","maxLength":20},
                "connection":{"type":"string","maxLength":200}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_agile"_s,
            .endpoints = {u"GET /rest/agile/1.0/board"_s}};
}

ToolDefinition listSprintsDefinition()
{
    return {.name = u"jira_list_sprints"_s,
            .title = u"List sprints"_s,
            .description = u"Lists the sprints of a Jira board, by default those active or to "
                           "come: id, state, name, dates, goal."_s,
            .inputSchema = inputSchema(R"({
                "board":{"type":"string","minLength":1,"maxLength":200,"description":"Id or name"},
                "state":{"type":"array","items":{"type":"string","enum":["active","future","closed"]}},
                "limit":{"type":"integer","minimum":1,"maximum":50},
                "cursor":{"type":"string","maxLength":20},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"board"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_agile"_s,
            .endpoints = {u"GET /rest/agile/1.0/board/{boardId}/sprint"_s,
                          u"GET /rest/agile/1.0/board/{boardId}"_s,
                          u"GET /rest/agile/1.0/board"_s}};
}

ToolDefinition boardIssuesDefinition()
{
    return {.name = u"jira_board_issues"_s,
            .title = u"List a board's issues"_s,
            .description = u"Lists the issues on a Jira board in their rank: key, status, "
                           "assignee, summary."_s,
            .inputSchema = inputSchema(R"({
                "board":{"type":"string","minLength":1,"maxLength":200,"description":"Id or name"},
                "jql":{"type":"string","maxLength":10000,"description":"To narrow it down"},
                "fields":{"type":"array","maxItems":20,"items":{"type":"string","maxLength":100},"description":"Only these, by name or id; none: status, assignee, summary"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":8192},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"board"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_agile"_s,
            .endpoints = {u"GET /rest/software/1.0/board/{boardId}/issue"_s,
                          u"GET /rest/software/1.0/board/{boardId}/issue/approximate-count"_s,
                          u"GET /rest/agile/1.0/board/{boardId}"_s,
                          u"GET /rest/agile/1.0/board"_s,
                          u"GET /rest/api/3/field"_s}};
}

ToolDefinition sprintIssuesDefinition()
{
    ToolDefinition definition = boardIssuesDefinition();
    definition.name = u"jira_sprint_issues"_s;
    definition.title = u"List a sprint's issues"_s;
    definition.description = u"Lists the issues of a sprint: key, status, assignee, summary."_s;
    definition.inputSchema = inputSchema(R"({
        "sprint":{"type":"string","minLength":1,"maxLength":200,"description":"Id, name, active or next"},
        "board":{"type":"string","maxLength":200,"description":"Id or name; needed unless sprint is an id"},
        "jql":{"type":"string","maxLength":10000,"description":"To narrow it down"},
        "fields":{"type":"array","maxItems":20,"items":{"type":"string","maxLength":100},"description":"Only these, by name or id; none: status, assignee, summary"},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":8192},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"sprint"_s});
    definition.endpoints = {u"GET /rest/software/1.0/sprint/{sprintId}/issue"_s,
                            u"GET /rest/agile/1.0/sprint/{sprintId}"_s,
                            u"GET /rest/agile/1.0/board/{boardId}/sprint"_s,
                            u"GET /rest/agile/1.0/board/{boardId}"_s,
                            u"GET /rest/agile/1.0/board"_s,
                            u"GET /rest/api/3/field"_s};
    return definition;
}

ToolDefinition backlogDefinition()
{
    ToolDefinition definition = boardIssuesDefinition();
    definition.name = u"jira_backlog"_s;
    definition.title = u"List a backlog"_s;
    definition.description = u"Lists the backlog of a Jira board in its rank: issues that are not "
                             "done and in no active or future sprint."_s;
    definition.endpoints = {u"GET /rest/software/1.0/board/{boardId}/backlog"_s,
                            u"GET /rest/software/1.0/board/{boardId}/backlog/approximate-count"_s,
                            u"GET /rest/agile/1.0/board/{boardId}"_s,
                            u"GET /rest/agile/1.0/board"_s,
                            u"GET /rest/api/3/field"_s};
    return definition;
}

} // namespace

void addAgileTools(tools::ToolRegistry &registry, JiraTools tools)
{
    addSiteTool(registry, tools, listBoardsDefinition(), listBoards);
    addSiteTool(registry, tools, listSprintsDefinition(), listSprints);
    addSiteTool(registry, tools, boardIssuesDefinition(), boardIssues);
    addSiteTool(registry, tools, sprintIssuesDefinition(), sprintIssues);
    addSiteTool(registry, tools, backlogDefinition(), backlogIssues);
    addSprintTools(registry, tools);
}

} // namespace fairlead::providers::jira
