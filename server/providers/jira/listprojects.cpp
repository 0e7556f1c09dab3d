// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"
#include "server/providers/jira/projectcursor.h"
#include "server/providers/jira/readingtools.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using tools::ToolCall;
using tools::ToolResult;

constexpr int defaultLimit = 50;
constexpr qsizetype nameLimit = 100;

/** What one site answered. */
struct SiteProjects
{
    Connection connection;
    Result<ProjectPage> page;
};

struct ProjectQuery
{
    QString query;
    qint64 startAt = 0;
    int limit = defaultLimit;
    tools::Caller caller;
    CancellationToken cancellation;
};

QCoro::Task<SiteProjects> projectsOf(const JiraSessions &sessions,
                                     Connection connection,
                                     ProjectQuery query)
{
    const auto session = sessions.open(connection, query.caller, query.cancellation);
    auto page = co_await session.client->projects(query.query, query.startAt, query.limit);
    co_return SiteProjects{connection, sessions.noted(connection, std::move(page))};
}

QString siteText(const SiteProjects &site)
{
    const QString &name = site.connection.name;
    if (!site.page)
        return u"%1: %2\n"_s.arg(name, site.page.error().message);
    const qsizetype shown = site.page->projects.size();
    if (shown == 0)
        return u"%1: no projects found.\n"_s.arg(name);
    QString text = shown == site.page->total
        ? u"%1, %2 projects (key  name):\n"_s.arg(name).arg(shown)
        : u"%1, %2 of %3 projects (key  name):\n"_s.arg(name).arg(shown).arg(site.page->total);
    if (shown == 1 && site.page->total == 1)
        text = u"%1, 1 project (key  name):\n"_s.arg(name);
    for (const Project &project : site.page->projects)
        text.append(project.key)
            .append(u"  ")
            .append(cleanedLine(project.name, nameLimit))
            .append(u'\n');
    return text;
}

Result<ToolResult> merged(const QList<SiteProjects> &sites)
{
    QString answers;
    QString failures;
    ProjectCursor next;
    const Error *firstError = nullptr;
    for (const SiteProjects &site : sites) {
        if (!site.page) {
            firstError = firstError ? firstError : &site.page.error();
            failures += siteText(site) + u'\n';
            continue;
        }
        answers += siteText(site) + u'\n';
        // An empty page that claims to have a next one would send the model round in a circle.
        if (!site.page->isLast && !site.page->projects.isEmpty()) {
            next.starts.append(
                {site.connection.id, site.page->startAt + site.page->projects.size()});
        }
    }
    if (firstError && answers.isEmpty()) {
        Error error = *firstError;
        if (sites.size() > 1)
            error.message = failures.trimmed();
        return failure(std::move(error));
    }
    QString text = answers + failures;
    if (!next.starts.isEmpty())
        text += u"More: call again with cursor: \"%1\""_s.arg(next.toText());
    return ToolResult::fromText(text.trimmed());
}

/** Which sites to ask, and from where on. */
Result<QList<std::pair<Connection, qint64>>> sitesToAsk(const JiraSessions &sessions,
                                                        const ToolCall &call)
{
    const QString wanted = call.arguments.value("connection"_L1).toString();
    const auto cursor = ProjectCursor::fromText(call.arguments.value("cursor"_L1).toString());
    if (!cursor)
        return failure(cursor.error());
    QList<Connection> usable;
    if (wanted.isEmpty()) {
        const auto all = sessions.usable(call.caller);
        if (!all)
            return failure(all.error());
        usable = *all;
    } else {
        const auto one = sessions.choose(call.caller, wanted, {});
        if (!one)
            return failure(one.error());
        usable.append(*one);
    }
    QList<std::pair<Connection, qint64>> sites;
    for (const Connection &connection : usable) {
        if (const auto start = cursor->startOf(connection.id))
            sites.append({connection, *start});
    }
    if (sites.isEmpty()) {
        return failure(
            ErrorCode::InvalidInput,
            u"Argument \"cursor\" belongs to a site that is not connected any more. Call "
            "list_projects without it."_s);
    }
    return sites;
}

} // namespace

QCoro::Task<Result<ToolResult>> listProjects(JiraTools tools, ToolCall call)
{
    const auto sites = sitesToAsk(tools.sessions, call);
    if (!sites)
        co_return failure(sites.error());
    ProjectQuery query{.query = call.arguments.value("query"_L1).toString(),
                       .startAt = 0,
                       .limit = call.arguments.value("limit"_L1).toInt(defaultLimit),
                       .caller = call.caller,
                       .cancellation = call.cancellation};
    std::vector<QCoro::Task<SiteProjects>> asking;
    for (const auto &[connection, startAt] : *sites) {
        query.startAt = startAt;
        asking.push_back(projectsOf(tools.sessions, connection, query));
    }
    QList<SiteProjects> answers;
    for (auto &task : asking)
        answers.append(co_await task);
    co_return merged(answers);
}

} // namespace fairlead::providers::jira
