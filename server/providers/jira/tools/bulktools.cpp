// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/bulktools.h"

#include "server/base/text.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/readingtools.h"
#include "server/providers/jira/tools/bulkparser.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/movetool.h"
#include "server/providers/jira/tools/newissuecheck.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

QCoro::Task<Result<QString>> getIssues(JiraTools tools,
                                       JiraSessions::Session session,
                                       ToolCall call)
{
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    const auto columns =
        co_await tools.directory.fieldIds(session, arguments::list(call, "fields"_L1));
    if (!columns)
        co_return failure(columns.error());
    RestCall fetch = bulkFetch(*keys, listedFields(*columns));
    const QJsonArray expand{u"names"_s};
    fetch.json->insert("expand"_L1, expand);
    auto page = co_await session.client->ask(fetch, parser::issues);
    if (!page)
        co_return failure(page.error());
    // Jira sorts by id; the caller knows its own order.
    std::ranges::stable_sort(
        page->issues, {}, [&keys](const Issue &issue) { return keys->indexOf(issue.key); });
    QStringList unknown = *keys;
    for (const Issue &issue : std::as_const(page->issues))
        unknown.removeAll(issue.key);
    QString text = u"%1 of %2 issues %3"_s.arg(page->issues.size())
                       .arg(keys->size())
                       .arg(text::issueTable(*page, *columns).trimmed());
    if (!unknown.isEmpty())
        text += u"\nNot found by this key, or not to be seen by you: "_s + unknown.join(u", "_s);
    co_return text;
}

/** One issue of "issues" as a call of its own, with what the call says for all of them. */
ToolCall callFor(const ToolCall &call, QJsonObject issue)
{
    for (const QLatin1StringView name : {"project"_L1, "type"_L1}) {
        if (!issue.contains(name) && call.arguments.contains(name))
            issue.insert(name, call.arguments.value(name));
    }
    ToolCall one = call;
    one.arguments = std::move(issue);
    return one;
}

QString nameOf(const QJsonArray &issues, qint64 index)
{
    return u"issues[%1] \"%2\""_s.arg(index).arg(
        cleanedLine(issues.at(index).toObject().value("summary"_L1).toString(), 100));
}

/** The fields of every issue; one error for all that is wrong with them. */
QCoro::Task<Result<QJsonArray>> checkedIssues(JiraTools tools,
                                              JiraSessions::Session session,
                                              ToolCall call)
{
    NewIssueCheck check(tools, std::move(session));
    const QJsonArray issues = call.arguments.value("issues"_L1).toArray();
    QJsonArray updates;
    QStringList faults;
    for (qsizetype i = 0; i < issues.size(); ++i) {
        const auto fields = co_await check.fieldsOf(callFor(call, issues.at(i).toObject()));
        if (!fields && fields.error().code != ErrorCode::InvalidInput
            && fields.error().code != ErrorCode::NotFound)
            co_return failure(fields.error());
        if (!fields) {
            faults.append(u"%1: %2"_s.arg(nameOf(issues, i), fields.error().message));
            continue;
        }
        QJsonObject update;
        update.insert("fields"_L1, *fields);
        updates.append(update);
    }
    if (faults.isEmpty())
        co_return updates;
    co_return failure(ErrorCode::InvalidInput,
                      u"Nothing was created, because of:\n%1"_s.arg(faults.join(u'\n')));
}

QString createdText(const QJsonArray &issues,
                    const CreatedIssues &outcome,
                    const JiraSessions::Session &session)
{
    QStringList lines;
    qsizetype next = 0;
    for (qsizetype i = 0; i < issues.size(); ++i) {
        const bool isRefused = std::ranges::any_of(
            outcome.refused, [i](const auto &entry) { return entry.first == i; });
        if (isRefused || next >= outcome.keys.size())
            continue;
        const QString &key = outcome.keys[next++];
        lines.append(u"%1  %2"_s.arg(
            key, cleanedLine(issues.at(i).toObject().value("summary"_L1).toString(), 255)));
    }
    const QUrl example = text::issueUrl(session.connection.site, outcome.keys.value(0));
    QString text = u"Created %1 of %2 issues, the first at %3\n%4"_s.arg(outcome.keys.size())
                       .arg(issues.size())
                       .arg(QString::fromLatin1(example.toEncoded()), lines.join(u'\n'));
    for (const auto &[index, reason] : outcome.refused)
        text += u"\nNot created: %1: %2"_s.arg(nameOf(issues, index), reason);
    return text;
}

QCoro::Task<Result<QString>> createIssues(JiraTools tools,
                                          JiraSessions::Session session,
                                          ToolCall call)
{
    const auto updates = co_await checkedIssues(tools, session, call);
    if (!updates)
        co_return failure(updates.error());
    RestCall create;
    create.method = "POST"_ba;
    create.path = u"/rest/api/3/issue/bulk"_s;
    QJsonObject body;
    body.insert("issueUpdates"_L1, *updates);
    create.json = body;
    create.write = u"creating the issues"_s;
    create.check = u"Before trying again, look for them with jira_search: reporter = "
                   "currentUser() ORDER BY created DESC."_s;
    const auto outcome = co_await session.client->ask(create, parser::createdIssues);
    if (!outcome)
        co_return failure(outcome.error());
    for (const QString &key : outcome->keys) {
        tools.directory.forgetIssue(session.connection, key);
        tools.watch.noteChange(session.connection, key);
    }
    co_return createdText(call.arguments.value("issues"_L1).toArray(), *outcome, session);
}

ToolDefinition getIssuesDefinition()
{
    return {.name = u"jira_get_issues"_s,
            .title = u"Get several issues"_s,
            .description = u"Reads up to 100 Jira issues by their keys, one line each."_s,
            .inputSchema = inputSchema(R"({
                "keys":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","maxLength":2048}},
                "fields":{"type":"array","maxItems":20,"items":{"type":"string","maxLength":100},"description":"Only these, by name or id; none: status, assignee, summary"},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"keys"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_bulk"_s,
            .endpoints = {u"POST /rest/api/3/issue/bulkfetch"_s, u"GET /rest/api/3/field"_s}};
}

ToolDefinition createIssuesDefinition()
{
    return {.name = u"jira_create_issues"_s,
            .title = u"Create several issues"_s,
            .description =
                u"Creates up to 50 Jira issues. All are checked first; if one is wrong, none "
                "is created."_s,
            .inputSchema = inputSchema(R"({
            "project":{"type":"string","maxLength":10,"description":"Of those that name none"},
            "type":{"type":"string","maxLength":100,"description":"Of those that name none"},
            "issues":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["summary"],"properties":{
                "project":{"type":"string","maxLength":10},
                "type":{"type":"string","maxLength":100},
                "summary":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":100000,"description":"Markdown"},
                "parent":{"type":"string","maxLength":2048},
                "assignee":{"type":"string","maxLength":200},
                "priority":{"type":"string","maxLength":100},
                "labels":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "components":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "fix_versions":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "fields":{"type":"object","additionalProperties":true,"description":"Others by name or id"}}}},
            "connection":{"type":"string","maxLength":200}})",
                                       {u"issues"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = u"jira_bulk"_s,
            .endpoints = {
                u"POST /rest/api/3/issue/bulk"_s,
                u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes"_s,
                u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}"_s,
                u"GET /rest/api/3/myself"_s,
                u"GET /rest/api/3/user/search"_s,
                u"GET /rest/api/3/user/assignable/search"_s}};
}

} // namespace

void addBulkTools(tools::ToolRegistry &registry, JiraTools tools)
{
    addSiteTool(registry, tools, getIssuesDefinition(), getIssues);
    addSiteTool(registry, tools, createIssuesDefinition(), createIssues);
    addMoveTool(registry, tools);
}

} // namespace fairlead::providers::jira
