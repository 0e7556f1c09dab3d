// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentryissuetools.h"

#include "server/base/text.h"
#include "server/providers/resttext.h"
#include "server/providers/sentry/sentrylookup.h"
#include "server/providers/sentry/sentryparser.h"
#include "server/providers/sentry/sentrytext.h"
#include "server/tools/schematext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::sentry {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr int issuesListed = 20;

/** An issue and where it is. */
struct Target
{
    Place place;
    QString id;
};

QCoro::Task<Result<Target>> targetOf(RestSession session, ToolCall call)
{
    const auto reference = issueReference(rest::argument(call, "issue"_L1));
    if (!reference)
        co_return failure(reference.error());
    const QString given = rest::argument(call, "organization"_L1);
    const auto place = co_await placeOf(session, given.isEmpty() ? reference->organization : given);
    if (!place)
        co_return failure(place.error());
    co_return Target{.place = *place, .id = reference->id};
}

RestCall issueCall(const Target &target, const QString &rest)
{
    return {.path = target.place.path(u"/issues/%1/%2"_s.arg(target.id, rest)),
            .subject = u"Issue "_s + target.id};
}

RestCall writing(const Target &target, const QString &rest, const QString &write)
{
    RestCall call = issueCall(target, rest);
    call.write = write;
    call.check = u"Look at it with sentry_get_issue and issue: \"%1\"."_s.arg(target.id);
    return call;
}

Result<> checkPeriod(const QString &period)
{
    static const QRegularExpression grammar(u"\\A[1-9][0-9]{0,3}[hdw]\\z"_s);
    if (period.isEmpty() || grammar.match(period).hasMatch())
        return {};
    return rest::wrongArgument(
        "period"_L1,
        u"\"%1\" is no span of time. Write it as 24h, 14d or 4w."_s.arg(cleanedLine(period, 40)));
}

RestCall searchCall(const Place &place, const ToolCall &call)
{
    RestCall wanted{.path = place.path(u"/issues/"_s)};
    QString query = call.arguments["query"_L1].toString(u"is:unresolved"_s).trimmed();
    if (const QString project = rest::argument(call, "project"_L1); !project.isEmpty())
        query += u" project:"_s + project;
    addText(wanted.query, u"query"_s, query.trimmed());
    wanted.query.addQueryItem(u"limit"_s,
                              QString::number(call.arguments["limit"_L1].toInt(issuesListed)));
    for (const auto &[argument, parameter] : {std::pair{"sort"_L1, u"sort"_s},
                                              {"period"_L1, u"statsPeriod"_s},
                                              {"cursor"_L1, u"cursor"_s}}) {
        if (const QString value = rest::argument(call, argument); !value.isEmpty())
            addText(wanted.query, parameter, value);
    }
    return wanted;
}

QCoro::Task<Result<ToolResult>> searchIssues(RestSession session, ToolCall call)
{
    if (const auto checked = checkPeriod(rest::argument(call, "period"_L1)); !checked)
        co_return failure(checked.error());
    const auto place = co_await placeOf(session, rest::argument(call, "organization"_L1));
    if (!place)
        co_return failure(place.error());
    RestCall wanted = searchCall(*place, call);
    const RestPurpose purpose = place->client->purposeOf(wanted);
    const auto response = co_await place->client->send(std::move(wanted));
    if (!response)
        co_return failure(response.error());
    const auto issues = parser::issues(response->body);
    if (!issues)
        co_return failure(place->client->notedUnreadable(issues.error(), purpose));
    co_return ToolResult::fromText(text::issueList(*issues, parser::nextCursor(*response)));
}

QCoro::Task<Result<ToolResult>> getIssue(RestSession session, ToolCall call)
{
    const auto target = co_await targetOf(session, call);
    if (!target)
        co_return failure(target.error());
    const auto client = target->place.client;
    auto reading = client->ask(issueCall(*target, QString()), parser::issue);
    auto following = client->ask(issueCall(*target, u"events/latest/"_s), parser::event);
    const auto issue = co_await reading;
    const auto event = co_await following;
    if (!issue)
        co_return failure(issue.error());
    // Its events may have been deleted long before the issue is.
    if (!event && event.error().code != ErrorCode::NotFound)
        co_return failure(event.error());
    co_return ToolResult::fromText(text::wholeIssue(*issue, event.value_or(Event())));
}

/** The text by which Sentry knows an assignee; "me" is asked for. */
QCoro::Task<Result<QString>> assigneeOf(RestSession session, QString given)
{
    if (given != "me"_L1)
        co_return given;
    const auto me = co_await whoAmI(session);
    if (!me)
        co_return failure(me.error());
    co_return u"user:"_s + me->id;
}

QCoro::Task<Result<ToolResult>> updateIssue(RestSession session, ToolCall call)
{
    const bool hasStatus = call.arguments.contains("status"_L1);
    const bool hasAssignee = call.arguments.contains("assigned_to"_L1);
    if (!hasStatus && !hasAssignee) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Nothing to change: pass \"status\", \"assigned_to\" or both."_s);
    }
    const auto target = co_await targetOf(session, call);
    if (!target)
        co_return failure(target.error());
    QJsonObject fields;
    if (hasStatus)
        fields.insert("status"_L1, call.arguments["status"_L1]);
    if (hasAssignee) {
        const auto assignee = co_await assigneeOf(session, rest::argument(call, "assigned_to"_L1));
        if (!assignee)
            co_return failure(assignee.error());
        fields.insert("assignedTo"_L1, *assignee);
    }
    RestCall wanted = writing(*target, QString(), u"changing the issue"_s);
    wanted.method = "PUT";
    wanted.json = fields;
    wanted.isIdempotent = true;
    const auto changed = co_await target->place.client->ask(std::move(wanted), parser::issue);
    if (!changed)
        co_return failure(changed.error());
    co_return ToolResult::fromText(
        u"Changed: %1\n%2"_s.arg(text::issueLine(*changed), changed->address));
}

QCoro::Task<Result<ToolResult>> addNote(RestSession session, ToolCall call)
{
    const auto target = co_await targetOf(session, call);
    if (!target)
        co_return failure(target.error());
    RestCall wanted = writing(*target, u"notes/"_s, u"adding the note"_s);
    wanted.method = "POST";
    wanted.json = QJsonObject{{u"text"_s, rest::argument(call, "text"_L1)}};
    const auto added = co_await target->place.client->fetch(std::move(wanted));
    if (!added)
        co_return failure(added.error());
    co_return ToolResult::fromText(u"Added a note to %1."_s.arg(target->id));
}

void addReading(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"sentry_search_issues"_s,
               .title = u"Search Sentry issues"_s,
               .description = u"Finds issues (errors) with Sentry's search (\"is:unresolved "
                              "level:error TypeError\"); without a query, the unresolved ones."_s,
               .inputSchema = tools::inputSchema(R"({
                   "query":{"type":"string","maxLength":1000},
                   "organization":{"type":"string","maxLength":64,"description":"Slug, if there are several"},
                   "project":{"type":"string","maxLength":100,"pattern":"^[A-Za-z0-9_-]+$","description":"Slug"},
                   "period":{"type":"string","maxLength":8,"description":"24h, 14d, 4w"},
                   "sort":{"enum":["date","new","freq","user"]},
                   "limit":{"type":"integer","minimum":1,"maximum":100},
                   "cursor":{"type":"string","maxLength":200}})"),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints = {u"GET /api/0/users/me/regions/"_s,
                             u"GET /api/0/organizations/"_s,
                             u"GET /api/0/organizations/{organization_id_or_slug}/"_s,
                             u"GET /api/0/organizations/{organization_id_or_slug}/issues/"_s}},
              searchIssues);
    tools.add(registry,
              {.name = u"sentry_get_issue"_s,
               .title = u"Read a Sentry issue"_s,
               .description = u"Reads an issue and its latest event: tags and stack trace, the "
                              "innermost frame first, * marking the application's own."_s,
               .inputSchema = tools::inputSchema(R"({
                   "issue":{"type":"string","maxLength":2048,"description":"Short id, number or URL"},
                   "organization":{"type":"string","maxLength":64}})",
                                                 {u"issue"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Read,
               .endpoints =
                   {u"GET /api/0/users/me/regions/"_s,
                    u"GET /api/0/organizations/"_s,
                    u"GET /api/0/organizations/{organization_id_or_slug}/"_s,
                    u"GET /api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/"_s,
                    u"GET /api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/events/"
                    "{event_id}/"_s}},
              getIssue);
}

} // namespace

void addIssueTools(tools::ToolRegistry &registry, RestTools &tools)
{
    addReading(registry, tools);
    tools.add(
        registry,
        {.name = u"sentry_update_issue"_s,
         .title = u"Change a Sentry issue"_s,
         .description = u"Resolves, reopens or archives (\"ignored\") an issue, or assigns "
                        "it; an empty assigned_to takes it from whoever has it."_s,
         .inputSchema = tools::inputSchema(R"({
                   "issue":{"type":"string","maxLength":2048,"description":"Short id, number or URL"},
                   "organization":{"type":"string","maxLength":64},
                   "status":{"enum":["unresolved","resolved","resolvedInNextRelease","ignored"]},
                   "assigned_to":{"type":"string","maxLength":200,"description":"me, an e-mail, or team:slug"}})",
                                           {u"issue"_s}),
         .outputSchema = {},
         .effect = tools::ToolEffect::Write,
         .idempotent = true,
         .endpoints = {u"GET /api/0/auth/"_s,
                       u"GET /api/0/users/me/regions/"_s,
                       u"GET /api/0/organizations/"_s,
                       u"GET /api/0/organizations/{organization_id_or_slug}/"_s,
                       u"PUT /api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/"_s}},
        updateIssue);
    tools.add(
        registry,
        {.name = u"sentry_add_note"_s,
         .title = u"Comment on a Sentry issue"_s,
         .description = u"Adds a note to an issue's activity."_s,
         .inputSchema = tools::inputSchema(R"({
                   "issue":{"type":"string","maxLength":2048,"description":"Short id, number or URL"},
                   "organization":{"type":"string","maxLength":64},
                   "text":{"type":"string","minLength":1,"maxLength":10000,"description":"Markdown"}})",
                                           {u"issue"_s, u"text"_s}),
         .outputSchema = {},
         .effect = tools::ToolEffect::Write,
         .endpoints =
             {u"GET /api/0/users/me/regions/"_s,
              u"GET /api/0/organizations/"_s,
              u"GET /api/0/organizations/{organization_id_or_slug}/"_s,
              u"POST /api/0/organizations/{organization_id_or_slug}/issues/{issue_id}/notes/"_s}},
        addNote);
}

} // namespace fairlead::providers::sentry
