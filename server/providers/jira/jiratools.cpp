// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratools.h"

#include "server/providers/jira/askperson.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;

/** What a call says about where it belongs. */
struct Hint
{
    QString host; ///< of a URL
    QString cloudId; ///< of a URL of the gateway
    QString project; ///< key
};

JiraSessions::Session opened(const JiraTools &tools,
                             const tools::ToolCall &call,
                             const Connection &connection)
{
    return tools.sessions.open(connection, call.caller, call.cancellation);
}

bool isAtCloud(const Connection &connection, const QString &cloudId)
{
    return !cloudId.isEmpty() && connection.apiBase.path().endsWith(u"/ex/jira/"_s + cloudId);
}

/** Whether its site can be told by the gateway's URLs: not with a classic API token. */
bool hasCloudId(const Connection &connection)
{
    return connection.apiBase.path().startsWith("/ex/jira/"_L1);
}

tl::unexpected<Error> otherSite(const QString &cloudId, const QList<Connection> &connected)
{
    return failure(ErrorCode::NotFound,
                   u"The URL is of a Jira site that is not connected (cloud id %1). Connected: "
                   "%2. Connect that site in Fairlead, or give the issue's key."_s.arg(
                       cloudId, ConnectionChoice::labelsOf(connected).join(u", "_s)));
}

/** Those that fit all that is said; the error lists what there is. */
Result<QList<Connection>> fitting(const JiraTools &tools,
                                  const tools::ToolCall &call,
                                  const Hint &hint)
{
    const auto all = tools.sessions.usable(call.caller);
    if (!all)
        return all;
    const QString wanted = call.arguments.value("connection"_L1).toString().trimmed();
    const QList<Connection> &found = *all;
    for (const QString &cloudId : {hint.cloudId, wanted}) {
        QList<Connection> there = found;
        there.removeIf([&](const Connection &each) { return !isAtCloud(each, cloudId); });
        if (!there.isEmpty())
            return there;
    }
    const bool isElsewhere = !hint.cloudId.isEmpty() && !found.isEmpty()
        && std::all_of(found.begin(), found.end(), hasCloudId);
    if (isElsewhere)
        return otherSite(hint.cloudId, found);
    // The gateway serves every site: its host says nothing.
    const QString host = hint.cloudId.isEmpty() ? hint.host : QString();
    return tools.sessions.choice().fitting(call.caller, wanted, host);
}

tl::unexpected<Error> nowhere(const QString &project, const QList<Connection> &asked)
{
    return failure(ErrorCode::NotFound,
                   u"Project %1 is on none of the connected Jira sites (%2), or you may not see it "
                   "there."_s.arg(project, ConnectionChoice::labelsOf(asked).join(u", "_s)));
}

tl::unexpected<Error> several(const QList<Connection> &fitting)
{
    return failure(ErrorCode::InvalidInput,
                   u"Several Jira connections fit: %1. Pass one of them as \"connection\"."_s.arg(
                       ConnectionChoice::labelsOf(fitting).join(u", "_s)));
}

QCoro::Task<Result<JiraSessions::Session>> target(JiraTools tools, tools::ToolCall call, Hint hint)
{
    auto found = fitting(tools, call, hint);
    if (!found)
        co_return failure(found.error());
    // Whoever was asked which one has said it, and is not asked in another way.
    const bool wasAsked = call.client && call.client->hasAnswer(u"connection"_s);
    if (found->size() > 1 && !hint.project.isEmpty() && !wasAsked) {
        const QList<Connection> asked = *found;
        found = co_await tools.directory.withProject(
            tools.sessions, asked, hint.project, call.caller, call.cancellation);
        if (!found)
            co_return failure(found.error());
        if (found->isEmpty())
            co_return nowhere(hint.project, asked);
    }
    if (found->size() == 1 && !wasAsked)
        co_return opened(tools, call, found->first());
    if (found->size() > 1 && !wasAsked && !tools::PersonForm::canAsk(call.client))
        co_return several(*found);
    const auto connection =
        co_await chooseAsking(tools.sessions, call, hint.cloudId.isEmpty() ? hint.host : QString());
    if (!connection)
        co_return failure(connection.error());
    co_return opened(tools, call, *connection);
}

} // namespace

QCoro::Task<Result<IssueTarget>> issueTarget(JiraTools tools,
                                             tools::ToolCall call,
                                             QLatin1StringView argument)
{
    const auto address = issueAddress(call.arguments.value(argument).toString(), argument);
    if (!address)
        co_return failure(address.error());
    const Hint hint{address->host, address->cloudId, projectOf(address->key)};
    const auto session = co_await target(tools, std::move(call), hint);
    if (!session)
        co_return failure(session.error());
    co_return IssueTarget{*session, address->key};
}

QCoro::Task<Result<JiraSessions::Session>> projectTarget(JiraTools tools,
                                                         tools::ToolCall call,
                                                         QString key)
{
    const Hint hint{{}, {}, std::move(key)};
    co_return co_await target(tools, std::move(call), hint);
}

QCoro::Task<Result<JiraSessions::Session>> siteTarget(JiraTools tools, tools::ToolCall call)
{
    const Hint nothing;
    co_return co_await target(tools, std::move(call), nothing);
}

QCoro::Task<Result<JiraSessions::Session>> searchTarget(JiraTools tools,
                                                        tools::ToolCall call,
                                                        QString jql)
{
    const auto found = fitting(tools, call, {});
    if (!found)
        co_return failure(found.error());
    const QString project = projectIn(jql);
    if (found->size() > 1 && !project.isEmpty()) {
        // What looks like a key may be a name, which only the sites themselves know.
        const auto there = co_await tools.directory.withProject(
            tools.sessions, *found, project, call.caller, call.cancellation);
        if (there && there->size() == 1)
            co_return opened(tools, call, there->first());
        if (there && there->size() > 1)
            co_return several(*there);
    }
    // A model picks a site to read from more quickly than a person answers.
    if (found->size() > 1)
        co_return several(*found);
    co_return opened(tools, call, found->first());
}

QString projectIn(const QString &jql)
{
    static const QRegularExpression clause(
        u"\\b(project|key|issuekey|issue|parent)\\s*(?:=|\\bin\\s*\\()\\s*"
        "(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    auto matches = clause.globalMatch(jql);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString value = match.captured(2).toUpper();
        value.remove(u'"').remove(u'\'');
        const bool isProject = match.captured(1).compare("project"_L1, Qt::CaseInsensitive) == 0;
        if (isProject ? isProjectKey(value) : isIssueKey(value))
            return isProject ? value : projectOf(value);
    }
    return {};
}

QStringList siteEndpoints(QStringList own)
{
    const QString lookup = u"GET /rest/api/3/project/{projectIdOrKey}"_s;
    if (!own.contains(lookup))
        own.append(lookup);
    return own;
}

} // namespace fairlead::providers::jira
