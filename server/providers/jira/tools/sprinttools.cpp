// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/sprinttools.h"

#include "server/base/text.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/agilelookup.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

/** A day as Jira Software takes it. Noon in UTC is the same day nearly everywhere. */
QString noonOf(const QString &day)
{
    return day + u"T12:00:00.000Z"_s;
}

Result<> checkDays(const QString &start, const QString &end)
{
    // Both have passed the schema's format, so they compare as text.
    if (!start.isEmpty() && !end.isEmpty() && end < start) {
        return refused(
            u"Argument \"end\" is \"%1\", but must not be before the start, %2."_s.arg(end, start));
    }
    return {};
}

/** The members of a sprint that have arguments of their own. */
QJsonObject givenMembers(const ToolCall &call)
{
    QJsonObject members;
    for (const QLatin1StringView name : {"name"_L1, "goal"_L1}) {
        if (call.arguments.contains(name))
            members.insert(name, arguments::text(call, name));
    }
    for (const auto &[argument, member] :
         {std::pair{"start"_L1, "startDate"_L1}, std::pair{"end"_L1, "endDate"_L1}}) {
        if (const QString day = arguments::text(call, argument); !day.isEmpty())
            members.insert(member, noonOf(day));
    }
    return members;
}

QCoro::Task<Result<QString>> createSprint(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto checked =
        checkDays(arguments::text(call, "start"_L1), arguments::text(call, "end"_L1));
    if (!checked)
        co_return failure(checked.error());
    const auto board = co_await boardNamed(session, arguments::text(call, "board"_L1));
    if (!board)
        co_return failure(board.error());
    QJsonObject sprint = givenMembers(call);
    sprint.insert("originBoardId"_L1, board->id.toLongLong());
    RestCall create;
    create.method = "POST"_ba;
    create.path = u"/rest/agile/1.0/sprint"_s;
    create.json = sprint;
    create.subject = u"Board "_s + board->id;
    create.scopes = u"write:sprint:jira-software"_s;
    create.write = u"creating the sprint"_s;
    create.check =
        u"Before trying again, look for it with jira_list_sprints and board: %1."_s.arg(board->id);
    const auto made = co_await session.client->ask(create, parser::sprint);
    if (!made)
        co_return failure(made.error());
    co_return u"Created sprint %1\nOn board %2 (%3)"_s.arg(
        sprintLine(*made), board->id, board->name);
}

/** What Jira would refuse about the change, said with what to do about it. */
Result<> checkChange(const Sprint &sprint, const ToolCall &call, const QJsonObject &members)
{
    const QString state = arguments::text(call, "state"_L1);
    const QString called = u"Sprint %1 (%2)"_s.arg(sprint.id, sprint.name);
    if (members.isEmpty() && state.isEmpty())
        return refused(u"Nothing to change: pass name, goal, start, end or state."_s);
    if (members.value("name"_L1).isString() && members["name"_L1].toString().isEmpty())
        return refused(u"Argument \"name\" is empty, but a sprint needs one."_s);
    if (state == "active"_L1 && sprint.state != "future"_L1) {
        return refused(u"%1 is %2 and cannot be started: only a future sprint can."_s.arg(
            called, sprint.state));
    }
    if (state == "closed"_L1 && sprint.state != "active"_L1) {
        return refused(u"%1 is %2 and cannot be closed: only an active sprint can."_s.arg(
            called, sprint.state));
    }
    const QString end = arguments::text(call, "end"_L1);
    if (state == "active"_L1 && end.isEmpty() && sprint.end.isEmpty()) {
        return refused(
            u"%1 has no end, which it needs to be started: pass end, e.g. \"2026-12-05\"."_s.arg(
                called));
    }
    const QString start = arguments::text(call, "start"_L1);
    return checkDays(start.isEmpty() ? sprint.start : start, end.isEmpty() ? sprint.end : end);
}

QCoro::Task<Result<QString>> updateSprint(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto sprint = co_await sprintNamed(
        session, arguments::text(call, "board"_L1), arguments::text(call, "sprint"_L1));
    if (!sprint)
        co_return failure(sprint.error());
    QJsonObject members = givenMembers(call);
    const auto checked = checkChange(*sprint, call, members);
    if (!checked)
        co_return failure(checked.error());
    const QString state = arguments::text(call, "state"_L1);
    if (!state.isEmpty())
        members.insert("state"_L1, state);
    // Jira starts no sprint without a start; its own dialogue proposes the present moment.
    if (state == "active"_L1 && sprint->start.isEmpty() && !members.contains("startDate"_L1))
        members.insert("startDate"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    RestCall change;
    change.method = "POST"_ba;
    change.path = u"/rest/agile/1.0/sprint/"_s + sprint->id;
    change.json = members;
    change.subject = u"Sprint "_s + sprint->id;
    change.scopes = u"write:sprint:jira-software"_s;
    change.write = u"changing sprint "_s + sprint->id;
    change.check = u"Before trying again, look at it with jira_sprint_issues."_s;
    const auto changed = co_await session.client->ask(change, parser::sprint);
    if (!changed)
        co_return failure(changed.error());
    const QString done = state == "active"_L1 ? u"Started"_s
        : state == "closed"_L1                ? u"Closed"_s
                                              : u"Changed"_s;
    co_return u"%1 sprint %2"_s.arg(done, sprintLine(*changed));
}

/** Where among others the issues go: the arguments "before" and "after". */
Result<QJsonObject> placeOf(const ToolCall &call)
{
    const auto before = arguments::issueKey(call, "before"_L1);
    if (!before)
        return failure(before.error());
    const auto after = arguments::issueKey(call, "after"_L1);
    if (!after)
        return failure(after.error());
    if (*before && *after)
        return refused(u"Pass either \"before\" or \"after\", not both."_s);
    QJsonObject place;
    if (*before)
        place.insert("rankBeforeIssue"_L1, **before);
    if (*after)
        place.insert("rankAfterIssue"_L1, **after);
    return place;
}

/** Moves or ranks the issues in "keys"; says which of them Jira left where they were. */
QCoro::Task<Result<QString>> move(
    JiraTools tools, JiraSessions::Session session, ToolCall call, RestCall change, QString done)
{
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    const auto place = placeOf(call);
    if (!place)
        co_return failure(place.error());
    QJsonObject body = *place;
    body.insert("issues"_L1, QJsonArray::fromStringList(*keys));
    change.json = body;
    change.write = u"moving "_s + keys->join(u", "_s);
    change.check = u"Before trying again, look where they are with jira_board_issues."_s;
    change.isIdempotent = true;
    const auto failures = co_await session.client->ask(change, parser::rankFailures);
    if (!failures)
        co_return failure(failures.error());
    for (const QString &key : *keys)
        tools.watch.noteChange(session.connection, key);
    if (failures->isEmpty())
        co_return u"%1: %2"_s.arg(done, keys->join(u", "_s));
    co_return u"%1: %2 of %3 issues. Refused:\n%4"_s.arg(done)
        .arg(keys->size() - failures->size())
        .arg(keys->size())
        .arg(failures->join(u'\n'));
}

QCoro::Task<Result<QString>> moveToSprint(JiraTools tools,
                                          JiraSessions::Session session,
                                          ToolCall call)
{
    const auto sprint = co_await sprintNamed(
        session, arguments::text(call, "board"_L1), arguments::text(call, "sprint"_L1));
    if (!sprint)
        co_return failure(sprint.error());
    if (sprint->state == "closed"_L1) {
        co_return refused(u"Sprint %1 (%2) is closed, so nothing can be moved into it."_s.arg(
            sprint->id, sprint->name));
    }
    RestCall change;
    change.method = "POST"_ba;
    change.path = u"/rest/agile/1.0/sprint/%1/issue"_s.arg(sprint->id);
    change.scopes = u"write:sprint:jira-software"_s;
    change.subject = u"One of the issues, or sprint %1,"_s.arg(sprint->id);
    const QString done = u"Moved to sprint %1 (%2)"_s.arg(sprint->id, sprint->name);
    co_return co_await move(tools, std::move(session), std::move(call), std::move(change), done);
}

QCoro::Task<Result<QString>> moveToBacklog(JiraTools tools,
                                           JiraSessions::Session session,
                                           ToolCall call)
{
    RestCall change;
    change.method = "POST"_ba;
    change.path = u"/rest/agile/1.0/backlog/issue"_s;
    change.scopes = u"write:board-scope:jira-software"_s;
    change.subject = u"One of the issues"_s;
    if (const QString wanted = arguments::text(call, "board"_L1); !wanted.isEmpty()) {
        const auto board = co_await boardNamed(session, wanted);
        if (!board)
            co_return failure(board.error());
        change.path = u"/rest/agile/1.0/backlog/%1/issue"_s.arg(board->id);
    }
    co_return co_await move(
        tools, std::move(session), std::move(call), std::move(change), u"Moved to the backlog"_s);
}

QCoro::Task<Result<QString>> rank(JiraTools tools, JiraSessions::Session session, ToolCall call)
{
    const auto place = placeOf(call);
    if (!place)
        co_return failure(place.error());
    if (place->isEmpty())
        co_return refused(u"Pass \"before\" or \"after\": the key of the issue to rank next to."_s);
    RestCall change;
    change.method = "PUT"_ba;
    change.path = u"/rest/agile/1.0/issue/rank"_s;
    change.scopes = u"write:issue:jira-software"_s;
    change.subject = u"One of the issues"_s;
    const QString done =
        (place->contains("rankBeforeIssue"_L1) ? u"Ranked before "_s : u"Ranked after "_s)
        + place->begin().value().toString();
    co_return co_await move(tools, std::move(session), std::move(call), std::move(change), done);
}

ToolDefinition agileWrite(const QString &name, const QString &title, const QString &description)
{
    return {.name = name,
            .title = title,
            .description = description,
            .inputSchema = {},
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = u"jira_agile"_s};
}

ToolDefinition createSprintDefinition()
{
    ToolDefinition definition =
        agileWrite(u"jira_create_sprint"_s,
                   u"Create a sprint"_s,
                   u"Creates a future sprint on a scrum board; jira_update_sprint starts it."_s);
    definition.inputSchema = inputSchema(R"({
        "board":{"type":"string","minLength":1,"maxLength":200,"description":"Id or name"},
        "name":{"type":"string","minLength":1,"maxLength":255},
        "goal":{"type":"string","maxLength":2000},
        "start":{"type":"string","format":"date"},
        "end":{"type":"string","format":"date"},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"board"_s, u"name"_s});
    definition.endpoints = {u"POST /rest/agile/1.0/sprint"_s,
                            u"GET /rest/agile/1.0/board/{boardId}"_s,
                            u"GET /rest/agile/1.0/board"_s};
    return definition;
}

const QStringList sprintLookups{u"GET /rest/agile/1.0/sprint/{sprintId}"_s,
                                u"GET /rest/agile/1.0/board/{boardId}/sprint"_s,
                                u"GET /rest/agile/1.0/board/{boardId}"_s,
                                u"GET /rest/agile/1.0/board"_s};

ToolDefinition updateSprintDefinition()
{
    ToolDefinition definition =
        agileWrite(u"jira_update_sprint"_s,
                   u"Change, start or close a sprint"_s,
                   u"Changes a sprint; state active starts it, closed completes it, which sends "
                   "its unfinished issues back to the backlog."_s);
    definition.inputSchema = inputSchema(R"({
        "sprint":{"type":"string","minLength":1,"maxLength":200,"description":"Id, name, active or next"},
        "board":{"type":"string","maxLength":200,"description":"Id or name; needed unless sprint is an id"},
        "name":{"type":"string","maxLength":255},
        "goal":{"type":"string","maxLength":2000},
        "start":{"type":"string","format":"date"},
        "end":{"type":"string","format":"date"},
        "state":{"type":"string","enum":["active","closed"]},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"sprint"_s});
    definition.endpoints = sprintLookups + QStringList{u"POST /rest/agile/1.0/sprint/{sprintId}"_s};
    return definition;
}

ToolDefinition moveToSprintDefinition()
{
    ToolDefinition definition = agileWrite(u"jira_move_to_sprint"_s,
                                           u"Move issues to a sprint"_s,
                                           u"Puts up to 50 issues into a sprint."_s);
    definition.inputSchema = inputSchema(R"({
        "keys":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"string","maxLength":2048}},
        "sprint":{"type":"string","minLength":1,"maxLength":200,"description":"Id, name, active or next"},
        "board":{"type":"string","maxLength":200,"description":"Id or name; needed unless sprint is an id"},
        "before":{"type":"string","maxLength":2048,"description":"Rank before this issue"},
        "after":{"type":"string","maxLength":2048},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"keys"_s, u"sprint"_s});
    definition.idempotent = true;
    definition.endpoints =
        sprintLookups + QStringList{u"POST /rest/agile/1.0/sprint/{sprintId}/issue"_s};
    return definition;
}

ToolDefinition moveToBacklogDefinition()
{
    ToolDefinition definition =
        agileWrite(u"jira_move_to_backlog"_s,
                   u"Move issues to the backlog"_s,
                   u"Takes up to 50 issues out of their active or future sprints."_s);
    definition.inputSchema = inputSchema(R"({
        "keys":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"string","maxLength":2048}},
        "board":{"type":"string","maxLength":200,"description":"Of a board with a backlog of its own: id or name"},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"keys"_s});
    definition.idempotent = true;
    definition.endpoints = {u"POST /rest/agile/1.0/backlog/issue"_s,
                            u"POST /rest/agile/1.0/backlog/{boardId}/issue"_s,
                            u"GET /rest/agile/1.0/board/{boardId}"_s,
                            u"GET /rest/agile/1.0/board"_s};
    return definition;
}

ToolDefinition rankDefinition()
{
    ToolDefinition definition = agileWrite(
        u"jira_rank"_s, u"Rank issues"_s, u"Moves up to 50 issues before or after another one."_s);
    definition.inputSchema = inputSchema(R"({
        "keys":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"string","maxLength":2048}},
        "before":{"type":"string","maxLength":2048},
        "after":{"type":"string","maxLength":2048},
        "connection":{"type":"string","maxLength":200}})",
                                         {u"keys"_s});
    definition.idempotent = true;
    definition.endpoints = {u"PUT /rest/agile/1.0/issue/rank"_s};
    return definition;
}

} // namespace

void addSprintTools(tools::ToolRegistry &registry, JiraTools tools)
{
    addSiteTool(registry, tools, createSprintDefinition(), createSprint);
    addSiteTool(registry, tools, updateSprintDefinition(), updateSprint);
    addSiteTool(registry, tools, moveToSprintDefinition(), moveToSprint);
    addSiteTool(registry, tools, moveToBacklogDefinition(), moveToBacklog);
    addSiteTool(registry, tools, rankDefinition(), rank);
}

} // namespace fairlead::providers::jira
