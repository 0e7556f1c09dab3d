// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/agilelistapi.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jqlmatcher.h"
#include "tests/sandbox/jira/jqlparser.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** A token that goes on only where it was given. */
QString tokenFor(const JiraCall &call, qsizetype next)
{
    const QString who = call.caller ? call.caller->accountId : QString();
    const QString jql = call.request.parameter(u"jql").value_or(QString());
    const QString text = u"%1\n%2\n%3\n%4"_s.arg(next).arg(call.request.path, who, jql);
    return QString::fromLatin1(text.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

/** Where a page begins; -1 for a token that is none of ours. */
qsizetype startOf(const JiraCall &call)
{
    const QString token = call.request.parameter(u"nextPageToken").value_or(QString());
    if (token.isEmpty())
        return 0;
    const QByteArray text = QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding);
    const qsizetype next = text.left(text.indexOf('\n')).toLongLong();
    return token == tokenFor(call, next) ? next : -1;
}

} // namespace

AgileListApi::AgileListApi(Site &site, SearchIndex &index, AgileState &state)
    : JiraApi(site, index)
    , m_state(state)
{}

JiraHandlers AgileListApi::handlers()
{
    return {{u"getIssuesForBoardJSIS"_s, [this](auto &call) { return boardIssues(call, false); }},
            {u"getApproximateIssueCountForBoard"_s,
             [this](auto &call) { return boardIssues(call, true); }},
            {u"getIssuesForBacklogJSIS"_s, [this](auto &call) { return backlog(call, false); }},
            {u"getApproximateIssueCountForBacklog"_s,
             [this](auto &call) { return backlog(call, true); }},
            {u"getIssuesForSprintJSIS"_s, [this](auto &call) { return sprintIssues(call); }}};
}

Response AgileListApi::list(const JiraCall &call, const Filter &filter, bool isCount) const
{
    const QString jql = call.request.parameter(u"jql").value_or(QString());
    const JqlMatcher matcher(m_site, call.caller);
    const Result<JqlQuery> query = parseJql(jql);
    if (!query)
        return jiraError(400, query.error().message);
    if (const Result<> checked = matcher.check(*query); !checked)
        return jiraError(400, checked.error().message);
    QList<const JiraIssue *> found = m_state.ranked();
    found.removeIf([&](const JiraIssue *issue) {
        return !filter(*issue) || !m_site.allows(call.caller, *issue, Permission::BrowseProjects)
            || (query->where && !matcher.matches(*query->where, *issue));
    });
    if (isCount)
        return Response::json(200, QJsonObject{{u"count"_s, found.size()}});
    const qsizetype start = startOf(call);
    if (start < 0)
        return jiraError(400, u"The nextPageToken is invalid or has expired."_s);
    const int limit = qBound(1, call.request.integer(u"maxResults", 50), 100);
    const FieldSelection fields(call.request.parameterList(u"fields"), {u"*navigable"_s});
    QJsonArray issues;
    for (const JiraIssue *issue : found.mid(start, limit))
        issues.append(rendererFor(call).issue(*issue, fields));
    const bool isLast = start + limit >= found.size();
    QJsonObject answer{{u"issues"_s, issues}, {u"isLast"_s, isLast}};
    if (!isLast)
        answer.insert(u"nextPageToken"_s, tokenFor(call, start + limit));
    if (call.request.parameterList(u"expand").contains("names"_L1))
        answer.insert(u"names"_s, fieldNames(fields));
    return Response::json(200, answer);
}

Response AgileListApi::boardIssues(const JiraCall &call, bool isCount) const
{
    const JiraBoard *board = m_state.visibleBoard(call);
    if (!board)
        return boardNotFound();
    return list(
        call,
        [board](const JiraIssue &issue) { return issue.projectId == board->projectId; },
        isCount);
}

Response AgileListApi::backlog(const JiraCall &call, bool isCount) const
{
    const JiraBoard *board = m_state.visibleBoard(call);
    if (!board)
        return boardNotFound();
    const auto isWaiting = [this, board](const JiraIssue &issue) {
        const NamedItem *type = m_site.issueType(issue.typeId);
        return issue.projectId == board->projectId && !type->isSubtask && type->name != "Epic"_L1
            && m_site.status(issue.statusId)->categoryKey != "done"_L1
            && m_state.openSprintOf(issue.id) == 0;
    };
    return list(call, isWaiting, isCount);
}

Response AgileListApi::sprintIssues(const JiraCall &call)
{
    const JiraSprint *sprint = m_state.visibleSprint(call);
    if (!sprint)
        return sprintNotFound();
    const int id = sprint->id;
    return list(
        call, [this, id](const JiraIssue &issue) { return m_state.isIn(issue.id, id); }, false);
}

} // namespace fairlead::sandbox
