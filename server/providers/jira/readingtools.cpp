// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/readingtools.h"

#include "server/providers/jira/issueextras.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/tools/callarguments.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr int defaultSearchLimit = 30;
constexpr int commentsShown = 10;
constexpr int smallestText = 1000;
constexpr int largestText = 500'000;

const QStringList &extras()
{
    static const QStringList names{
        u"links"_s, u"attachments"_s, u"transitions"_s, u"changelog"_s, u"worklog"_s};
    return names;
}

QCoro::Task<Result<ToolResult>> countIssues(JiraSessions::Session session, QString jql)
{
    const auto count = co_await session.client->count(jql);
    if (!count)
        co_return failure(count.error());
    co_return ToolResult::fromText(u"About %1 issues match."_s.arg(*count));
}

QCoro::Task<Result<ToolResult>> searchPage(JiraTools tools,
                                           JiraSessions::Session session,
                                           SearchRequest request)
{
    const QStringList columns = request.fields;
    request.fields = listedFields(columns);
    auto searching = session.client->search(request);
    auto counting = tools.directory.count(session, request.jql);
    const auto page = co_await searching;
    const auto total = co_await counting;
    if (!page)
        co_return failure(page.error());
    text::SearchText search{.page = *page,
                            .fields = columns,
                            .total = {},
                            .isContinued = !request.nextPageToken.isEmpty()};
    if (total)
        search.total = *total;
    co_return ToolResult::fromText(text::searchText(search));
}

QCoro::Task<Result<CommentPage>> noComments()
{
    co_return CommentPage();
}

QCoro::Task<Result<QStringList>> issueFields(JiraTools tools,
                                             JiraSessions::Session session,
                                             ToolCall call)
{
    const QStringList wanted = arguments::list(call, "fields"_L1);
    if (wanted.isEmpty()) {
        QStringList fields = standardIssueFields();
        if (arguments::list(call, "include"_L1).contains(u"links"_s))
            fields.removeAll(u"issuelinks"_s);
        co_return fields;
    }
    const auto ids = co_await tools.directory.fieldIds(session, wanted);
    if (!ids)
        co_return failure(ids.error());
    co_return ids->contains(u"summary"_s) ? *ids : QStringList{u"summary"_s} + *ids;
}

QCoro::Task<Result<ToolResult>> readIssue(JiraTools tools, IssueTarget target, ToolCall call)
{
    const QStringList include = arguments::list(call, "include"_L1);
    const bool withComments = include.contains(u"comments"_s);
    const JiraSessions::Session session = target.session;
    const auto fields = co_await issueFields(tools, session, call);
    if (!fields)
        co_return failure(fields.error());
    auto reading = session.client->issue(target.key, *fields);
    auto readingComments =
        withComments ? session.client->comments(target.key, commentsShown) : noComments();
    std::vector<QCoro::Task<QString>> readingExtras;
    for (const QString &part : extras()) {
        if (include.contains(part))
            readingExtras.push_back(extraText(tools.directory, session, target.key, part));
    }
    const auto issue = co_await reading;
    const auto comments = co_await readingComments;
    QString rest;
    for (auto &extra : readingExtras)
        rest += co_await extra;
    if (!issue)
        co_return failure(issue.error());
    if (!comments)
        co_return failure(comments.error());
    const QString text = text::issueText(*issue,
                                         text::issueUrl(session.connection.site, issue->key),
                                         withComments ? std::optional(*comments) : std::nullopt)
        + rest;
    const int limit = std::clamp(
        call.arguments.value("max_bytes"_L1).toInt(text::defaultBytes), smallestText, largestText);
    co_return ToolResult::fromText(
        text::bounded(text,
                      limit,
                      u"Call again with max_bytes: %1 for all of it, or with fewer fields."_s.arg(
                          text.toUtf8().size())));
}

QCoro::Task<Result<ToolResult>> search(JiraTools tools,
                                       JiraSessions::Session session,
                                       ToolCall call)
{
    SearchRequest request{.jql = arguments::text(call, "jql"_L1),
                          .fields = {},
                          .limit = call.arguments.value("limit"_L1).toInt(defaultSearchLimit),
                          .nextPageToken = arguments::text(call, "cursor"_L1)};
    if (call.arguments.value("count_only"_L1).toBool())
        co_return co_await countIssues(session, request.jql);
    const auto ids = co_await tools.directory.fieldIds(session, arguments::list(call, "fields"_L1));
    if (!ids)
        co_return failure(ids.error());
    request.fields = *ids;
    co_return co_await searchPage(tools, session, request);
}

} // namespace

QStringList standardIssueFields()
{
    return {u"summary"_s,
            u"status"_s,
            u"issuetype"_s,
            u"priority"_s,
            u"assignee"_s,
            u"reporter"_s,
            u"parent"_s,
            u"subtasks"_s,
            u"issuelinks"_s,
            u"labels"_s,
            u"components"_s,
            u"fixVersions"_s,
            u"resolution"_s,
            u"duedate"_s,
            u"created"_s,
            u"updated"_s,
            u"description"_s};
}

QStringList summaryFields()
{
    return {u"summary"_s, u"status"_s, u"assignee"_s};
}

QStringList listedFields(const QStringList &wanted)
{
    return wanted.isEmpty() ? summaryFields() : wanted;
}

QCoro::Task<Result<ToolResult>> searchIssues(JiraTools tools, ToolCall call)
{
    const auto session = co_await searchTarget(tools, call, arguments::text(call, "jql"_L1));
    if (!session)
        co_return failure(session.error());
    auto result = co_await search(tools, *session, call);
    co_return tools.sessions.noted(session->connection, std::move(result));
}

QCoro::Task<Result<ToolResult>> getIssue(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto result = co_await readIssue(tools, *target, call);
    co_return tools.sessions.noted(target->session.connection, std::move(result));
}

} // namespace fairlead::providers::jira
