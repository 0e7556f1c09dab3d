// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/boardissues.h"

#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/readingtools.h"
#include "server/providers/jira/tools/agilelookup.h"
#include "server/providers/jira/tools/callarguments.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;

constexpr int defaultLimit = 30;

/** A list of issues at /rest/software/1.0, which pages by tokens. */
struct IssueList
{
    QString path;
    QString subject; ///< "Board 12"
    bool hasCount = false; ///< has an approximate-count beside it
};

RestCall countCall(const IssueList &list, const ToolCall &call)
{
    RestCall count;
    count.path = list.path + u"/approximate-count"_s;
    count.subject = list.subject;
    if (const QString jql = arguments::text(call, "jql"_L1); !jql.isEmpty())
        addText(count.query, u"jql"_s, jql);
    return count;
}

RestCall pageCall(const IssueList &list, const ToolCall &call, const QStringList &fields)
{
    RestCall page;
    page.path = list.path;
    page.subject = list.subject;
    page.scopes = issueScopes;
    const int limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    addText(page.query, u"maxResults"_s, QString::number(limit));
    addText(page.query, u"fields"_s, fields.join(u','));
    addText(page.query, u"expand"_s, u"names"_s);
    if (const QString jql = arguments::text(call, "jql"_L1); !jql.isEmpty())
        addText(page.query, u"jql"_s, jql);
    if (const QString cursor = arguments::text(call, "cursor"_L1); !cursor.isEmpty())
        addText(page.query, u"nextPageToken"_s, cursor);
    return page;
}

QCoro::Task<Result<qint64>> noCount()
{
    co_return failure(ErrorCode::NotFound, u"this list has no count"_s);
}

QCoro::Task<Result<QString>> issuesOf(JiraTools tools,
                                      JiraSessions::Session session,
                                      ToolCall call,
                                      IssueList list)
{
    const auto columns =
        co_await tools.directory.fieldIds(session, arguments::list(call, "fields"_L1));
    if (!columns)
        co_return failure(columns.error());
    const QStringList fields = listedFields(*columns);
    auto reading = session.client->ask(pageCall(list, call, fields), parser::issues);
    auto counting =
        list.hasCount ? session.client->ask(countCall(list, call), parser::count) : noCount();
    const auto page = co_await reading;
    const auto total = co_await counting;
    if (!page)
        co_return failure(page.error());
    text::SearchText search{.page = *page,
                            .fields = *columns,
                            .total = {},
                            .isContinued = call.arguments.contains("cursor"_L1)};
    if (total)
        search.total = *total;
    co_return text::searchText(search);
}

} // namespace

QCoro::Task<Result<QString>> boardIssues(JiraTools tools,
                                         JiraSessions::Session session,
                                         ToolCall call)
{
    const auto board = co_await boardNamed(session, arguments::text(call, "board"_L1));
    if (!board)
        co_return failure(board.error());
    IssueList list{.path = u"/rest/software/1.0/board/%1/issue"_s.arg(board->id),
                   .subject = u"Board "_s + board->id,
                   .hasCount = true};
    co_return co_await issuesOf(tools, std::move(session), std::move(call), std::move(list));
}

QCoro::Task<Result<QString>> sprintIssues(JiraTools tools,
                                          JiraSessions::Session session,
                                          ToolCall call)
{
    const auto sprint = co_await sprintNamed(
        session, arguments::text(call, "board"_L1), arguments::text(call, "sprint"_L1));
    if (!sprint)
        co_return failure(sprint.error());
    IssueList list{.path = u"/rest/software/1.0/sprint/%1/issue"_s.arg(sprint->id),
                   .subject = u"Sprint "_s + sprint->id,
                   .hasCount = false};
    const auto issues = co_await issuesOf(tools, std::move(session), std::move(call), list);
    if (!issues)
        co_return failure(issues.error());
    co_return u"Sprint %1\n%2"_s.arg(sprintLine(*sprint), *issues);
}

QCoro::Task<Result<QString>> backlogIssues(JiraTools tools,
                                           JiraSessions::Session session,
                                           ToolCall call)
{
    const auto board = co_await boardNamed(session, arguments::text(call, "board"_L1));
    if (!board)
        co_return failure(board.error());
    IssueList list{.path = u"/rest/software/1.0/board/%1/backlog"_s.arg(board->id),
                   .subject = u"Board "_s + board->id,
                   .hasCount = true};
    co_return co_await issuesOf(tools, std::move(session), std::move(call), std::move(list));
}

} // namespace fairlead::providers::jira
