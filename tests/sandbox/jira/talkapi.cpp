// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/talkapi.h"

#include "tests/sandbox/jira/adf.h"
#include "tests/sandbox/jira/jiraanswers.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Response commentNotFound(const JiraCall &call)
{
    return jiraError(404, u"Can not find a comment for the id: %1."_s.arg(call.path[u"id"_s]));
}

/** What Jira says about a comment's body; nothing when it takes it. */
std::optional<Response> refusedBody(const QJsonValue &body)
{
    if (body.isUndefined() || body.isNull())
        return jiraErrors(400, {{u"comment"_s, u"Comment body can not be empty!"_s}});
    if (!body.isObject())
        return jiraErrors(400, {{u"comment"_s, u"Comment body is not valid!"_s}});
    if (!checkAdf(body).isEmpty())
        return jiraError(400, u"INVALID_INPUT"_s);
    if (body["content"_L1].toArray().isEmpty())
        return jiraErrors(400, {{u"comment"_s, u"Comment body can not be empty!"_s}});
    return std::nullopt;
}

/** "1w 2d 3h 30m" in seconds, with Jira's day of eight hours; 0 when malformed. */
int workSeconds(const QString &text)
{
    static const QRegularExpression whole(u"^(\\d+(\\.\\d+)?[wdhm]\\s*)+$"_s);
    static const QRegularExpression part(u"([\\d.]+)([wdhm])"_s);
    if (!whole.match(text.trimmed()).hasMatch())
        return 0;
    double seconds = 0;
    for (const QRegularExpressionMatch &match : part.globalMatch(text)) {
        const QString unit = match.captured(2);
        const int length = unit == "w"_L1 ? 144000
            : unit == "d"_L1              ? 28800
            : unit == "h"_L1              ? 3600
                                          : 60;
        seconds += match.captured(1).toDouble() * length;
    }
    return int(seconds);
}

/** What Jira says about how the remaining estimate is to change; nothing when it is clear. */
std::optional<Response> refusedEstimate(const JiraCall &call, const QString &manualParameter)
{
    const QString way = call.request.parameter(u"adjustEstimate").value_or(u"auto"_s);
    const QString needed = way == "new"_L1 ? u"newEstimate"_s
        : way == "manual"_L1               ? manualParameter
                                           : QString();
    if (needed.isEmpty())
        return std::nullopt;
    const QString given = call.request.parameter(needed).value_or(QString());
    if (workSeconds(given) > 0)
        return std::nullopt;
    return jiraErrors(400, {{needed, u"Invalid time duration entered."_s}});
}

/** Strictly "2026-11-20T10:00:00.000+0000"; Jira takes nothing else. */
QDateTime startedTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3})([+-]\\d{2})(\\d{2})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return QDateTime::fromString(match.captured(1) + match.captured(2) + u':' + match.captured(3),
                                 Qt::ISODateWithMs)
        .toUTC();
}

} // namespace

JiraHandlers TalkApi::handlers()
{
    return {{u"getComments"_s, [this](auto &call) { return comments(call); }},
            {u"addComment"_s, [this](auto &call) { return addComment(call); }},
            {u"getComment"_s, [this](auto &call) { return getComment(call); }},
            {u"updateComment"_s, [this](auto &call) { return updateComment(call); }},
            {u"deleteComment"_s, [this](auto &call) { return deleteComment(call); }},
            {u"getIssueWorklog"_s, [this](auto &call) { return worklogs(call); }},
            {u"getWorklog"_s, [this](auto &call) { return getWorklog(call); }},
            {u"addWorklog"_s, [this](auto &call) { return addWorklog(call); }},
            {u"deleteWorklog"_s, [this](auto &call) { return deleteWorklog(call); }}};
}

Response TalkApi::comments(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    QList<JiraComment> sorted = issue->comments;
    if (call.request.parameter(u"orderBy").value_or(QString()).startsWith(u'-'))
        std::reverse(sorted.begin(), sorted.end());
    const JiraPage page(call, sorted.size(), 50, 100);
    QJsonArray shown;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (page.contains(i))
            shown.append(rendererFor(call).comment(*issue, sorted[i]));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"comments"_s, shown);
    return Response::json(200, answer);
}

Response TalkApi::addComment(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::AddComments))
        return jiraError(403, u"You do not have the permission to comment on this issue."_s);
    if (const auto refused = refusedBody(call.body["body"_L1]))
        return *refused;
    const QJsonObject visibility = call.body["visibility"_L1].toObject();
    if (visibility["type"_L1] == "role"_L1 && visibility["value"_L1] != "Administrators"_L1
        && visibility["value"_L1] != "Developers"_L1)
        return jiraErrors(400,
                          {{u"commentLevel"_s,
                            u"Role: %1 does not exist."_s.arg(visibility["value"_L1].toString())}});
    const QString author = call.caller->accountId;
    const JiraComment comment{.id = m_site.nextId(),
                              .authorId = author,
                              .updateAuthorId = author,
                              .body = call.body["body"_L1].toObject(),
                              .created = m_site.now(),
                              .updated = m_site.now(),
                              .visibility = visibility};
    m_index.aboutToChange(*issue);
    issue->comments.append(comment);
    issue->updated = m_site.now();
    return Response::json(201, rendererFor(call).comment(*issue, comment));
}

JiraComment *TalkApi::commentOf(const JiraCall &call, JiraIssue &issue)
{
    const QString id = call.path[u"id"_s];
    const auto found = std::find_if(issue.comments.begin(),
                                    issue.comments.end(),
                                    [&id](const JiraComment &c) { return c.id == id; });
    return found == issue.comments.end() ? nullptr : &*found;
}

Response TalkApi::getComment(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const JiraComment *comment = commentOf(call, *issue);
    return comment ? Response::json(200, rendererFor(call).comment(*issue, *comment))
                   : commentNotFound(call);
}

Response TalkApi::updateComment(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    JiraComment *comment = commentOf(call, *issue);
    if (!comment)
        return commentNotFound(call);
    const bool isOwn = call.caller && comment->authorId == call.caller->accountId;
    if (!m_site.allows(call.caller, *issue, Permission::AddComments)
        || (!isOwn && !m_site.allows(call.caller, *issue, Permission::AdministerProjects)))
        return jiraError(400, u"You do not have the permission to edit this comment."_s);
    if (const auto refused = refusedBody(call.body["body"_L1]))
        return *refused;
    m_index.aboutToChange(*issue);
    comment->body = call.body["body"_L1].toObject();
    comment->visibility = call.body["visibility"_L1].toObject();
    comment->updateAuthorId = call.caller->accountId;
    comment->updated = issue->updated = m_site.now();
    return Response::json(200, rendererFor(call).comment(*issue, *comment));
}

Response TalkApi::deleteComment(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const JiraComment *comment = commentOf(call, *issue);
    if (!comment)
        return commentNotFound(call);
    const bool isOwn = call.caller && comment->authorId == call.caller->accountId;
    if (!isOwn && !m_site.allows(call.caller, *issue, Permission::AdministerProjects))
        return jiraError(
            400, u"You do not have permission to delete comment with id: %1"_s.arg(comment->id));
    m_index.aboutToChange(*issue);
    const QString id = comment->id;
    issue->comments.removeIf([&id](const JiraComment &c) { return c.id == id; });
    return Response::empty(204);
}

Response TalkApi::worklogs(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const JiraPage page(call, issue->worklogs.size(), 5000, 5000);
    QJsonArray shown;
    for (qsizetype i = 0; i < issue->worklogs.size(); ++i) {
        if (page.contains(i))
            shown.append(rendererFor(call).worklog(*issue, issue->worklogs[i]));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"worklogs"_s, shown);
    return Response::json(200, answer);
}

Response TalkApi::getWorklog(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QString id = call.path[u"id"_s];
    for (const JiraWorklog &worklog : issue->worklogs) {
        if (worklog.id == id)
            return Response::json(200, rendererFor(call).worklog(*issue, worklog));
    }
    return jiraError(404, u"Cannot find worklog with id: '%1'."_s.arg(id));
}

Response TalkApi::addWorklog(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::WorkOnIssues))
        return jiraError(400,
                         u"You do not have the permission to associate a worklog to this issue."_s);
    if (const auto refused = refusedEstimate(call, u"reduceBy"_s))
        return *refused;
    const QJsonObject &body = call.body;
    const int seconds = body.contains("timeSpentSeconds"_L1)
        ? int(body["timeSpentSeconds"_L1].toInteger())
        : workSeconds(body["timeSpent"_L1].toString());
    if (seconds < 60)
        return jiraErrors(400, {{u"timeLogged"_s, u"Invalid time duration entered."_s}});
    const QDateTime started =
        body.contains("started"_L1) ? startedTime(body["started"_L1].toString()) : m_site.now();
    if (!started.isValid())
        return jiraErrors(400, {{u"started"_s, u"Invalid date format."_s}});
    if (body.contains("comment"_L1) && !checkAdf(body["comment"_L1]).isEmpty())
        return jiraErrors(400, {{u"comment"_s, u"Comment body is not valid!"_s}});
    const JiraWorklog worklog{.id = m_site.nextId(),
                              .authorId = call.caller->accountId,
                              .comment = body["comment"_L1].toObject(),
                              .started = started,
                              .created = m_site.now(),
                              .seconds = seconds};
    m_index.aboutToChange(*issue);
    issue->worklogs.append(worklog);
    issue->updated = m_site.now();
    return Response::json(201, rendererFor(call).worklog(*issue, worklog));
}

Response TalkApi::deleteWorklog(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QString id = call.path[u"id"_s];
    const auto found = std::find_if(issue->worklogs.begin(),
                                    issue->worklogs.end(),
                                    [&id](const JiraWorklog &entry) { return entry.id == id; });
    if (found == issue->worklogs.end())
        return jiraError(404, u"Cannot find worklog with id: '%1'."_s.arg(id));
    const bool isOwn = call.caller && found->authorId == call.caller->accountId;
    if (!isOwn && !m_site.allows(call.caller, *issue, Permission::AdministerProjects))
        return jiraError(400, u"You do not have the permission to delete this worklog."_s);
    if (const auto refused = refusedEstimate(call, u"increaseBy"_s))
        return *refused;
    m_index.aboutToChange(*issue);
    issue->worklogs.erase(found);
    issue->updated = m_site.now();
    return Response::empty(204);
}

} // namespace fairlead::sandbox
