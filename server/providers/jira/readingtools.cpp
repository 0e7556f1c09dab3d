// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/readingtools.h"

#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr int defaultSearchLimit = 30;
constexpr int defaultCommentLimit = 10;

QString textOf(const ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString();
}

QStringList listOf(const ToolCall &call, QLatin1StringView name)
{
    QStringList texts;
    const QJsonArray values = call.arguments.value(name).toArray();
    for (const auto &value : values)
        texts.append(value.toString());
    return texts;
}

QStringList searchFields(const ToolCall &call)
{
    QStringList fields = summaryFields();
    for (const QString &field : listOf(call, "fields"_L1)) {
        if (!fields.contains(field))
            fields.append(field);
    }
    return fields;
}

QStringList issueFields(const ToolCall &call)
{
    const QStringList wanted = listOf(call, "fields"_L1);
    return wanted.isEmpty() ? standardIssueFields() : QStringList{u"summary"_s} + wanted;
}

QCoro::Task<Result<ToolResult>> countIssues(JiraSessions::Session session, QString jql)
{
    const auto count = co_await session.client->count(jql);
    if (!count)
        co_return failure(count.error());
    co_return ToolResult::fromText(u"About %1 issues match."_s.arg(*count));
}

QCoro::Task<Result<ToolResult>> searchPage(JiraSessions::Session session, SearchRequest request)
{
    auto searching = session.client->search(request);
    auto counting = session.client->count(request.jql);
    const auto page = co_await searching;
    const auto total = co_await counting;
    if (!page)
        co_return failure(page.error());
    text::SearchText search{
        .page = *page, .total = {}, .isContinued = !request.nextPageToken.isEmpty()};
    if (total)
        search.total = *total;
    co_return ToolResult::fromText(text::searchText(search));
}

QCoro::Task<Result<CommentPage>> noComments()
{
    co_return CommentPage();
}

QCoro::Task<Result<ToolResult>> readIssue(JiraSessions::Session session, QString key, ToolCall call)
{
    const bool withComments = call.arguments.contains("comment_limit"_L1)
        || listOf(call, "include"_L1).contains(u"comments"_s);
    const int commentLimit = call.arguments.value("comment_limit"_L1).toInt(defaultCommentLimit);
    auto reading = session.client->issue(key, issueFields(call));
    auto readingComments =
        withComments ? session.client->comments(key, commentLimit) : noComments();
    const auto issue = co_await reading;
    const auto comments = co_await readingComments;
    if (!issue)
        co_return failure(issue.error());
    if (!comments)
        co_return failure(comments.error());
    const QString text = text::issueText(*issue,
                                         text::issueUrl(session.connection.site, issue->key),
                                         withComments ? std::optional(*comments) : std::nullopt);
    const int limit = call.arguments.value("max_bytes"_L1).toInt(text::defaultBytes);
    co_return ToolResult::fromText(
        text::bounded(text,
                      limit,
                      u"Call again with max_bytes: %1 for all of it, or with fewer fields."_s.arg(
                          text.toUtf8().size())));
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

QCoro::Task<Result<ToolResult>> searchIssues(const JiraSessions &sessions, ToolCall call)
{
    const auto connection = sessions.choose(call.caller, textOf(call, "connection"_L1), {});
    if (!connection)
        co_return failure(connection.error());
    const auto session = sessions.open(*connection, call.caller, call.cancellation);
    const SearchRequest request{.jql = textOf(call, "jql"_L1),
                                .fields = searchFields(call),
                                .limit = call.arguments.value("limit"_L1).toInt(defaultSearchLimit),
                                .nextPageToken = textOf(call, "cursor"_L1)};
    if (call.arguments.value("count_only"_L1).toBool()) {
        auto counted = co_await countIssues(session, request.jql);
        co_return sessions.noted(*connection, std::move(counted));
    }
    auto result = co_await searchPage(session, request);
    co_return sessions.noted(*connection, std::move(result));
}

QCoro::Task<Result<ToolResult>> getIssue(const JiraSessions &sessions, ToolCall call)
{
    const auto address = issueAddress(textOf(call, "key"_L1), "key"_L1);
    if (!address)
        co_return failure(address.error());
    const auto connection =
        sessions.choose(call.caller, textOf(call, "connection"_L1), address->host);
    if (!connection)
        co_return failure(connection.error());
    const auto session = sessions.open(*connection, call.caller, call.cancellation);
    auto result = co_await readIssue(session, address->key, call);
    co_return sessions.noted(*connection, std::move(result));
}

} // namespace fairlead::providers::jira
