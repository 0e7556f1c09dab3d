// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/peopletools.h"

#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/lookupparser.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/givenvalue.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int peopleListed = 20;

ToolDefinition findDefinition()
{
    return {.name = u"jira_find_users"_s,
            .title = u"Jira users"_s,
            .description = u"Finds people by name or e-mail."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "query":{"type":"string","minLength":1,"maxLength":200},
                "assignable_in":{"type":"string","maxLength":2048,"description":"Project or issue key"},
                "connection":{"type":"string","maxLength":200}})",
                {u"query"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/user/search"_s,
                                        u"GET /rest/api/3/user/assignable/search"_s,
                                        u"GET /rest/api/3/myself"_s})};
}

ToolDefinition assignDefinition()
{
    return {.name = u"jira_assign_issue"_s,
            .title = u"Assign an issue"_s,
            .description = u"Assigns an issue to a person: name, e-mail, account id, me or none."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "user":{"type":"string","maxLength":200},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s, u"user"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"jira"_s,
            .toolset = u"jira_issues"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/user/search"_s,
                                        u"GET /rest/api/3/user/assignable/search"_s,
                                        u"GET /rest/api/3/myself"_s,
                                        u"PUT /rest/api/3/issue/{issueIdOrKey}/assignee"_s})};
}

QString personLine(const User &user)
{
    QString line = u"%1  %2"_s.arg(user.displayName, user.accountId);
    if (!user.email.isEmpty())
        line += u"  "_s + user.email;
    return user.isActive ? line : line + u"  (inactive)"_s;
}

/** The place as the model gave it: empty, a project's key, or an issue's key or URL. */
Result<AssignPlace> placeOf(const ToolCall &call)
{
    const QString given = arguments::text(call, "assignable_in"_L1);
    if (given.isEmpty())
        return AssignPlace{};
    if (const auto project = projectKey(given, "assignable_in"_L1))
        return AssignPlace{*project, {}};
    const auto issue = issueAddress(given, "assignable_in"_L1);
    if (!issue)
        return wrongArgument("assignable_in"_L1, given, u"a project key (ABC) or an issue key"_s);
    return AssignPlace{{}, issue->key};
}

QCoro::Task<Result<JiraSessions::Session>> siteOf(JiraTools tools, ToolCall call, AssignPlace place)
{
    if (!place.project.isEmpty())
        co_return co_await projectTarget(tools, std::move(call), place.project);
    if (place.issue.isEmpty())
        co_return co_await siteTarget(tools, std::move(call));
    const auto target = co_await issueTarget(tools, std::move(call), "assignable_in"_L1);
    if (!target)
        co_return failure(target.error());
    co_return target->session;
}

QCoro::Task<Result<QList<User>>> peopleFound(JiraTools tools,
                                             JiraSessions::Session session,
                                             QString query,
                                             AssignPlace place)
{
    if (query.compare("me"_L1, Qt::CaseInsensitive) == 0) {
        const auto me = co_await tools.directory.person(session, query);
        if (!me)
            co_return failure(me.error());
        co_return QList<User>(1, *me);
    }
    if (place.project.isEmpty() && place.issue.isEmpty())
        co_return co_await session.client->users(query, peopleListed);
    co_return co_await session.client->ask(assignableCall(query, place, peopleListed),
                                           parser::users);
}

QCoro::Task<Result<ToolResult>> findUsers(JiraTools tools, ToolCall call)
{
    const auto place = placeOf(call);
    if (!place)
        co_return failure(place.error());
    const auto session = co_await siteOf(tools, call, *place);
    if (!session)
        co_return failure(session.error());
    auto found = co_await peopleFound(tools, *session, arguments::text(call, "query"_L1), *place);
    found = tools.sessions.noted(session->connection, std::move(found));
    if (!found)
        co_return failure(found.error());
    if (found->isEmpty()) {
        co_return ToolResult::fromText(
            u"Nobody found on %1. The account may also lack the right to look people up; then try "
            "assignable_in with a project."_s.arg(session->connection.name));
    }
    QStringList lines{u"%1 people (name  account id  e-mail):"_s.arg(found->size())};
    if (found->size() == 1)
        lines.first() = u"1 person (name  account id  e-mail):"_s;
    for (const User &user : std::as_const(*found))
        lines.append(personLine(user));
    if (found->size() == peopleListed)
        lines.append(u"There may be more: give more of the name."_s);
    co_return ToolResult::fromText(lines.join(u'\n'));
}

QCoro::Task<Result<ToolResult>> assign(JiraTools tools, IssueTarget target, QString name)
{
    QJsonValue accountId = QJsonValue::Null;
    QString said = u"%1 is assigned to nobody now."_s.arg(target.key);
    if (!meansNone(name)) {
        const AssignPlace place{{}, target.key};
        const auto user = co_await tools.directory.person(target.session, name, place);
        if (!user)
            co_return failure(user.error());
        accountId = user->accountId;
        said = u"%1 is assigned to %2 now."_s.arg(target.key, user->displayName);
    }
    RestCall call;
    call.method = "PUT"_ba;
    call.path = u"/rest/api/3/issue/%1/assignee"_s.arg(target.key);
    call.subject = u"Issue "_s + target.key;
    call.write = u"assigning "_s + target.key;
    call.check = u"Look at its assignee with jira_get_issue."_s;
    call.isIdempotent = true;
    QJsonObject content;
    content.insert("accountId"_L1, accountId);
    call.json = content;
    const auto done = co_await target.session.client->fetch(call);
    if (!done)
        co_return failure(done.error());
    co_return ToolResult::fromText(said);
}

QCoro::Task<Result<ToolResult>> assignIssue(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto result = co_await assign(tools, *target, arguments::text(call, "user"_L1));
    result = tools.sessions.noted(target->session.connection, std::move(result));
    if (result)
        tools.watch.noteChange(target->session.connection, target->key);
    co_return result;
}

} // namespace

void addPeopleTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(findDefinition(),
                 [tools](ToolCall call) { return findUsers(tools, std::move(call)); });
    registry.add(assignDefinition(),
                 [tools](ToolCall call) { return assignIssue(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
