// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/servicetools.h"

#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/requesttools.h"
#include "server/providers/jira/tools/servicelookup.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

constexpr int defaultLimit = 50;

int limitOf(const ToolCall &call)
{
    return call.arguments.value("limit"_L1).toInt(defaultLimit);
}

QString moreAfter(qint64 next)
{
    return u"\nMore: call again with cursor: \"%1\""_s.arg(next);
}

QCoro::Task<Result<QString>> listServiceDesks(JiraTools,
                                              JiraSessions::Session session,
                                              ToolCall call)
{
    const auto start = arguments::startAt(call);
    if (!start)
        co_return failure(start.error());
    RestCall list = serviceCall(u"/rest/servicedeskapi/servicedesk"_s, *start, limitOf(call));
    const auto page = co_await session.client->ask(list, parser::serviceDesks);
    if (!page)
        co_return failure(page.error());
    if (page->values.isEmpty())
        co_return u"No service desks that you may see."_s;
    QString text = u"Service desks (id  project  name):"_s;
    for (const ServiceDesk &desk : page->values)
        text += u"\n%1  %2  %3"_s.arg(desk.id, desk.project, desk.name);
    co_return page->isLast ? text : text + moreAfter(*start + page->values.size());
}

QCoro::Task<Result<QString>> listQueues(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto start = arguments::startAt(call);
    if (!start)
        co_return failure(start.error());
    const auto desk = co_await serviceDeskNamed(session, arguments::text(call, "desk"_L1));
    if (!desk)
        co_return failure(desk.error());
    RestCall list = serviceCall(
        u"/rest/servicedeskapi/servicedesk/%1/queue"_s.arg(desk->id), *start, limitOf(call));
    addText(list.query, u"includeCount"_s, u"true"_s);
    list.subject = u"Service desk "_s + desk->name;
    const auto page = co_await session.client->ask(list, parser::serviceQueues);
    if (!page)
        co_return failure(page.error());
    QString text = u"Queues of %1 (id  requests  name):"_s.arg(desk->name);
    for (const ServiceQueue &queue : page->values)
        text += u"\n%1  %2  %3"_s.arg(
            queue.id, queue.count < 0 ? u"-"_s : QString::number(queue.count), queue.name);
    co_return page->isLast ? text : text + moreAfter(*start + page->values.size());
}

QCoro::Task<Result<QString>> listQueueIssues(JiraTools,
                                             JiraSessions::Session session,
                                             ToolCall call)
{
    const auto start = arguments::startAt(call);
    if (!start)
        co_return failure(start.error());
    const auto desk = co_await serviceDeskNamed(session, arguments::text(call, "desk"_L1));
    if (!desk)
        co_return failure(desk.error());
    const auto queue = co_await queueNamed(session, *desk, arguments::text(call, "queue"_L1));
    if (!queue)
        co_return failure(queue.error());
    RestCall list = serviceCall(
        u"/rest/servicedeskapi/servicedesk/%1/queue/%2/issue"_s.arg(desk->id, queue->id),
        *start,
        limitOf(call));
    list.subject = u"Queue "_s + queue->name;
    const auto page = co_await session.client->ask(list, parser::queueIssues);
    if (!page)
        co_return failure(page.error());
    if (page->values.isEmpty())
        co_return u"Queue %1 of %2 is empty."_s.arg(queue->name, desk->name);
    QString text =
        u"Queue %1 of %2 (key  status  assignee  summary):"_s.arg(queue->name, desk->name);
    for (const Issue &issue : page->values)
        text += u'\n' + text::issueLine(issue);
    co_return page->isLast ? text : text + moreAfter(*start + page->values.size());
}

ToolDefinition serviceRead(const QString &name, const QString &title, const QString &description)
{
    return {.name = name,
            .title = title,
            .description = description,
            .inputSchema = {},
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_service"_s};
}

} // namespace

void addServiceTools(tools::ToolRegistry &registry, JiraTools tools)
{
    ToolDefinition desks = serviceRead(u"jira_list_service_desks"_s,
                                       u"List service desks"_s,
                                       u"Lists service desks: id, project, name."_s);
    desks.inputSchema = inputSchema(R"({
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":20},
        "connection":{"type":"string","maxLength":200}})");
    desks.endpoints = {u"GET /rest/servicedeskapi/servicedesk"_s};
    addSiteTool(registry, tools, desks, listServiceDesks);

    ToolDefinition queues = serviceRead(u"jira_list_queues"_s,
                                        u"List queues"_s,
                                        u"Lists the queues of a service desk with the number of "
                                        "their requests."_s);
    queues.inputSchema = inputSchema(R"({
        "desk":{"type":"string","minLength":1,"maxLength":200,"description":"Id, project key or name"},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":20},
        "connection":{"type":"string","maxLength":200}})",
                                     {u"desk"_s});
    queues.endpoints = {u"GET /rest/servicedeskapi/servicedesk"_s,
                        u"GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/queue"_s};
    addSiteTool(registry, tools, queues, listQueues);

    ToolDefinition issues = serviceRead(u"jira_queue_issues"_s,
                                        u"List a queue's requests"_s,
                                        u"Lists the requests in a service desk's queue."_s);
    issues.inputSchema = inputSchema(R"({
        "desk":{"type":"string","minLength":1,"maxLength":200,"description":"Id, project key or name"},
        "queue":{"type":"string","minLength":1,"maxLength":200,"description":"Id or name"},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":20},
        "connection":{"type":"string","maxLength":200}})",
                                     {u"desk"_s, u"queue"_s});
    issues.endpoints = {
        u"GET /rest/servicedeskapi/servicedesk"_s,
        u"GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/queue"_s,
        u"GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/queue/{queueId}/issue"_s};
    addSiteTool(registry, tools, issues, listQueueIssues);
    addRequestTools(registry, tools);
}

} // namespace fairlead::providers::jira
