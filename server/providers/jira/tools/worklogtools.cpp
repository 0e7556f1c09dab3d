// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/worklogtools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/worktime.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int defaultLimit = 50;
constexpr qsizetype commentLimit = 500;
const QString toolset = u"jira_worklogs"_s;

struct Worklog
{
    QString id;
    QString author;
    QString started;
    QString timeSpent;
    QString comment; ///< one line
    qint64 seconds = 0;
};

struct WorklogPage
{
    QList<Worklog> worklogs;
    qint64 startAt = 0;
    qint64 total = 0;
};

Worklog worklogFrom(const json::Element &element)
{
    Worklog log{.id = json::line(element, "id"),
                .author = {},
                .started = shortTime(json::line(element, "started")),
                .timeSpent = json::line(element, "timeSpent"),
                .comment = {},
                .seconds = json::number(element, "timeSpentSeconds")};
    if (const auto author = json::member(element, "author"))
        log.author = json::line(*author, "displayName");
    if (const auto comment = json::member(element, "comment"))
        log.comment = cleanedLine(documentText(*comment).simplified(), commentLimit);
    return log;
}

Result<Worklog> parsedWorklog(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Worklog log = worklogFrom(*root);
    if (log.id.isEmpty())
        return failure(ErrorCode::InvalidData, u"\"id\" is missing in the answer"_s);
    return log;
}

Result<WorklogPage> parsedWorklogs(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "worklogs");
    if (!list)
        return failure(ErrorCode::InvalidData, u"\"worklogs\" is missing in the answer"_s);
    WorklogPage page;
    for (const json::Element element : *list)
        page.worklogs.append(worklogFrom(element));
    page.startAt = json::number(*root, "startAt");
    page.total = json::number(*root, "total", page.worklogs.size());
    return page;
}

QString worklogsText(const QString &key, const WorklogPage &page)
{
    if (page.worklogs.isEmpty())
        return page.startAt > 0 ? u"%1 has no more worklogs."_s.arg(key)
                                : u"%1 has no worklogs."_s.arg(key);
    QString lines;
    qint64 seconds = 0;
    for (const Worklog &log : page.worklogs) {
        seconds += log.seconds;
        lines += u"\n%1  %2  %3  %4"_s.arg(log.id, log.started, log.timeSpent, log.author);
        if (!log.comment.isEmpty())
            lines += u"  "_s + log.comment;
    }
    const qint64 end = page.startAt + page.worklogs.size();
    QString text = u"%1: %2 of %3 worklogs, %4"_s.arg(key)
                       .arg(page.worklogs.size())
                       .arg(page.total)
                       .arg(hoursAndMinutes(seconds))
        + lines;
    if (end < page.total)
        text += u"\nMore: cursor \"%1\""_s.arg(end);
    return text;
}

/** "auto", "leave", "4h" or "-2h" as Jira's query; `byParameter` says what it calls an amount. */
Result<QUrlQuery> estimateOf(const ToolCall &call, QChar sign, const QString &byParameter)
{
    const auto argument = "adjust_estimate"_L1;
    const QString given = arguments::text(call, argument);
    QUrlQuery query;
    if (given.isEmpty() || given == "auto"_L1)
        return query;
    if (given == "leave"_L1) {
        addText(query, u"adjustEstimate"_s, given);
        return query;
    }
    const bool isAmount = given.startsWith(sign);
    const auto span = workSpan(isAmount ? given.sliced(1) : given, argument);
    if (!span)
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"adjust_estimate\" is \"%1\", but must be auto, leave, what "
                       "remains (4h), or %2 (%3)."_s.arg(cleanedLine(given, 100),
                                                         sign == u'-' ? u"what to take off"_s
                                                                      : u"what to add"_s,
                                                         sign + u"2h"_s));
    addText(query, u"adjustEstimate"_s, isAmount ? u"manual"_s : u"new"_s);
    addText(query, isAmount ? byParameter : u"newEstimate"_s, *span);
    return query;
}

QCoro::Task<Result<ToolResult>> listWorklogs(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall request;
    request.path = u"/rest/api/3/issue/%1/worklog"_s.arg(target->key);
    request.subject = u"Issue "_s + target->key;
    const int limit = call.arguments["limit"_L1].toInt(defaultLimit);
    addText(request.query,
            u"startAt"_s,
            QString::number(arguments::text(call, "cursor"_L1).toLongLong()));
    addText(request.query, u"maxResults"_s, QString::number(limit));
    auto asked = co_await target->session.client->ask(std::move(request), parsedWorklogs);
    const auto page = tools.sessions.noted(target->session.connection, std::move(asked));
    if (!page)
        co_return failure(page.error());
    co_return ToolResult::fromText(text::bounded(
        worklogsText(target->key, *page), text::defaultBytes, u"ask again with a smaller limit"_s));
}

Result<QJsonObject> newWorklog(const ToolCall &call)
{
    const auto span = workSpan(arguments::text(call, "time_spent"_L1), "time_spent"_L1);
    if (!span)
        return failure(span.error());
    QJsonObject worklog{{u"timeSpent"_s, *span}};
    if (const QString started = arguments::text(call, "started"_L1); !started.isEmpty()) {
        const auto start = workStart(started, "started"_L1);
        if (!start)
            return failure(start.error());
        worklog.insert(u"started"_s, *start);
    }
    if (const QString comment = arguments::text(call, "comment"_L1); !comment.isEmpty())
        worklog.insert(u"comment"_s, adfFromMarkdown(comment));
    return worklog;
}

QCoro::Task<Result<ToolResult>> addWorklog(JiraTools tools, ToolCall call)
{
    const auto worklog = newWorklog(call);
    if (!worklog)
        co_return failure(worklog.error());
    const auto estimate = estimateOf(call, u'-', u"reduceBy"_s);
    if (!estimate)
        co_return failure(estimate.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall request;
    request.method = "POST"_ba;
    request.path = u"/rest/api/3/issue/%1/worklog"_s.arg(target->key);
    request.query = *estimate;
    request.json = *worklog;
    request.subject = u"Issue "_s + target->key;
    request.write = u"logging the work on "_s + target->key;
    request.check = u"Before trying again, look at its worklogs with jira_list_worklogs."_s;
    auto sent = co_await target->session.client->ask(std::move(request), parsedWorklog);
    const auto log = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!log)
        co_return failure(log.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Logged %1 on %2, started %3 (id %4)  %5"_s.arg(
        log->timeSpent,
        target->key,
        log->started,
        log->id,
        text::issueLink(target->session.connection.site, target->key)));
}

QCoro::Task<Result<ToolResult>> deleteWorklog(JiraTools tools, ToolCall call)
{
    const auto estimate = estimateOf(call, u'+', u"increaseBy"_s);
    if (!estimate)
        co_return failure(estimate.error());
    const QString id = arguments::text(call, "id"_L1);
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall request;
    request.method = "DELETE"_ba;
    request.path = u"/rest/api/3/issue/%1/worklog/%2"_s.arg(target->key, id);
    request.query = *estimate;
    request.subject = u"Worklog %1 of %2"_s.arg(id, target->key);
    request.write = u"deleting worklog %1 of %2"_s.arg(id, target->key);
    request.check = u"Before trying again, look at the worklogs with jira_list_worklogs."_s;
    auto sent = co_await target->session.client->fetch(std::move(request));
    const auto deleted = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!deleted)
        co_return failure(deleted.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Deleted worklog %1 of %2  %3"_s.arg(
        id, target->key, text::issueLink(target->session.connection.site, target->key)));
}

ToolDefinition listDefinition()
{
    return {.name = u"jira_list_worklogs"_s,
            .title = u"List worklogs"_s,
            .description = u"Lists the work logged on a Jira issue: id, start, time spent, person, "
                           "comment."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "limit":{"type":"integer","minimum":1,"maximum":200,"default":50},
                "cursor":{"type":"string","pattern":"^[0-9]{1,9}$"},
                "connection":{"type":"string"}})",
                                              {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/worklog"_s})};
}

ToolDefinition addDefinition()
{
    return {.name = u"jira_add_worklog"_s,
            .title = u"Log work"_s,
            .description = u"Logs time spent on a Jira issue."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "time_spent":{"type":"string","maxLength":100,"description":"2h 30m"},
                "started":{"type":"string","maxLength":40,"description":"2026-11-20T10:00, default now"},
                "comment":{"type":"string","maxLength":32767,"description":"Markdown"},
                "adjust_estimate":{"type":"string","maxLength":100,
                    "description":"What remains: auto (default), leave, 4h, or -2h to take that off"},
                "connection":{"type":"string"}})",
                                              {u"key"_s, u"time_spent"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = siteEndpoints({u"POST /rest/api/3/issue/{issueIdOrKey}/worklog"_s})};
}

ToolDefinition deleteDefinition()
{
    return {.name = u"jira_delete_worklog"_s,
            .title = u"Delete a worklog"_s,
            .description = u"Deletes a worklog of a Jira issue by its id."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "id":{"type":"string","pattern":"^[0-9]{1,20}$"},
                "adjust_estimate":{"type":"string","maxLength":100,
                    "description":"What remains: auto (default), leave, 4h, or +2h to add that"},
                "connection":{"type":"string"}})",
                                              {u"key"_s, u"id"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints =
                siteEndpoints({u"DELETE /rest/api/3/issue/{issueIdOrKey}/worklog/{id}"_s})};
}

} // namespace

void addWorklogTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(listDefinition(),
                 [tools](ToolCall call) { return listWorklogs(tools, std::move(call)); });
    registry.add(addDefinition(),
                 [tools](ToolCall call) { return addWorklog(tools, std::move(call)); });
    registry.add(deleteDefinition(),
                 [tools](ToolCall call) { return deleteWorklog(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
