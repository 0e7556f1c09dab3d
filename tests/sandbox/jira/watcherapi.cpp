// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/watcherapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <QJsonDocument>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** The body is one JSON string, which QJsonDocument reads in an array only. */
QString accountIdIn(const QByteArray &body)
{
    return QJsonDocument::fromJson('[' + body + ']')[0].toString();
}

} // namespace

JiraHandlers WatcherApi::handlers()
{
    return {{u"getIssueWatchers"_s, [this](auto &call) { return list(call); }},
            {u"addWatcher"_s, [this](auto &call) { return add(call); }},
            {u"removeWatcher"_s, [this](auto &call) { return remove(call); }}};
}

Response WatcherApi::list(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    QJsonArray watchers;
    for (const QString &id : issue->watcherIds)
        watchers.append(rendererFor(call).user(id));
    const bool isWatching = call.caller && issue->watcherIds.contains(call.caller->accountId);
    return Response::json(
        200,
        QJsonObject{{u"self"_s, rendererFor(call).link(u"issue/%1/watchers"_s.arg(issue->key))},
                    {u"isWatching"_s, isWatching},
                    {u"watchCount"_s, issue->watcherIds.size()},
                    {u"watchers"_s, watchers}});
}

std::optional<Response> WatcherApi::refused(const JiraCall &call,
                                            const JiraIssue &issue,
                                            const QString &accountId) const
{
    const JiraUser *user = m_site.user(accountId);
    if (!user || !user->isActive)
        return jiraError(
            404, u"The user \"%1\" does not have permission to view this issue."_s.arg(accountId));
    const bool isSelf = call.caller && call.caller->accountId == accountId;
    if (!isSelf && !m_site.allows(call.caller, issue, Permission::AdministerProjects))
        return jiraError(403, u"You do not have permission to manage the watcher list."_s);
    return std::nullopt;
}

Response WatcherApi::add(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QString id = accountIdIn(call.request.body);
    if (const auto refusal = refused(call, *issue, id))
        return *refusal;
    if (!issue->watcherIds.contains(id))
        issue->watcherIds.append(id);
    return Response::empty(204);
}

Response WatcherApi::remove(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QString id = call.request.parameter(u"accountId").value_or(QString());
    if (id.isEmpty())
        return jiraError(400, u"The accountId is required."_s);
    if (const auto refusal = refused(call, *issue, id))
        return *refusal;
    issue->watcherIds.removeAll(id);
    return Response::empty(204);
}

} // namespace fairlead::sandbox
