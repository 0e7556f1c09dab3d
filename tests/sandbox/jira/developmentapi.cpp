// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/developmentapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString repositoryUrl(const JiraIssue &issue)
{
    return u"https://github.com/northwind/"_s + issue.key.section(u'-', 0, 0).toLower();
}

QString branchName(const JiraIssue &issue)
{
    return u"feature/"_s + issue.key;
}

QJsonObject section(int count, const QJsonObject &overall)
{
    QJsonObject whole = overall;
    whole.insert(u"count"_s, count);
    QJsonObject instances;
    if (count > 0)
        instances.insert(u"GitHub"_s, QJsonObject{{u"count"_s, count}, {u"name"_s, u"GitHub"_s}});
    return {{u"overall"_s, whole}, {u"byInstanceType"_s, instances}};
}

QJsonObject commitOf(const Site &site, const JiraIssue &issue)
{
    const JiraUser *author = site.user(issue.assigneeId);
    const QString id = u"%1"_s.arg(issue.id.toInt(), 40, 16, QChar(u'c'));
    return {{u"id"_s, id},
            {u"displayId"_s, id.right(7)},
            {u"message"_s, u"%1: %2\n\nLonger story."_s.arg(issue.key, issue.summary)},
            {u"author"_s, QJsonObject{{u"name"_s, author ? author->displayName : u"Somebody"_s}}},
            {u"authorTimestamp"_s, jiraTime(issue.updated)},
            {u"fileCount"_s, 3},
            {u"url"_s, repositoryUrl(issue) + u"/commit/"_s + id}};
}

QJsonObject branchOf(const Site &site, const JiraIssue &issue)
{
    return {{u"name"_s, branchName(issue)},
            {u"url"_s, repositoryUrl(issue) + u"/tree/"_s + branchName(issue)},
            {u"repository"_s,
             QJsonObject{{u"name"_s, repositoryUrl(issue).section(u'/', -2)},
                         {u"url"_s, repositoryUrl(issue)}}},
            {u"lastCommit"_s, commitOf(site, issue)}};
}

QJsonObject pullRequestOf(const Site &site, const JiraIssue &issue, bool isMerged)
{
    const JiraUser *author = site.user(issue.assigneeId);
    return {{u"id"_s, u"#"_s + issue.id},
            {u"name"_s, u"%1 %2"_s.arg(issue.key, issue.summary)},
            {u"status"_s, isMerged ? u"MERGED"_s : u"OPEN"_s},
            {u"author"_s, QJsonObject{{u"name"_s, author ? author->displayName : u"Somebody"_s}}},
            {u"source"_s, QJsonObject{{u"branch"_s, branchName(issue)}}},
            {u"destination"_s, QJsonObject{{u"branch"_s, u"main"_s}}},
            {u"reviewers"_s, QJsonArray()},
            {u"lastUpdate"_s, jiraTime(issue.updated)},
            {u"url"_s, repositoryUrl(issue) + u"/pull/"_s + issue.id}};
}

} // namespace

JiraHandlers DevelopmentApi::handlers()
{
    return {{u"getDevelopmentSummary"_s, [this](auto &call) { return summary(call); }},
            {u"getDevelopmentDetail"_s, [this](auto &call) { return detail(call); }}};
}

const JiraIssue *DevelopmentApi::issueFor(const JiraCall &call) const
{
    const QString id = call.request.parameter(u"issueId").value_or(QString());
    bool isNumber = false;
    id.toLongLong(&isNumber); // a key is not accepted here
    const JiraIssue *issue = isNumber ? m_site.issue(id) : nullptr;
    return issue && m_site.allows(call.caller, *issue, Permission::BrowseProjects) ? issue
                                                                                   : nullptr;
}

Response DevelopmentApi::summary(const JiraCall &call) const
{
    const JiraIssue *issue = issueFor(call);
    if (!issue)
        return issueNotFound();
    const QString status = m_site.status(issue->statusId)->name;
    const bool isBegun = status != "To Do"_L1;
    const bool isReviewed = isBegun && status != "In Progress"_L1;
    const QString state = status == "Done"_L1 ? u"MERGED"_s : u"OPEN"_s;
    const QJsonObject sections{
        {u"pullrequest"_s, section(isReviewed ? 1 : 0, {{u"state"_s, state}})},
        {u"branch"_s, section(isBegun ? 1 : 0, {})},
        {u"repository"_s, section(isBegun ? 1 : 0, {})},
        {u"review"_s, section(0, {})},
        {u"build"_s,
         section(isReviewed ? 2 : 0,
                 {{u"successfulBuildCount"_s, 1},
                  {u"failedBuildCount"_s, 1},
                  {u"unknownBuildCount"_s, 0}})},
        {u"deployment-environment"_s,
         section(status == "Done"_L1 ? 1 : 0,
                 {{u"topEnvironments"_s,
                   QJsonArray{QJsonObject{{u"title"_s, u"production"_s},
                                          {u"status"_s, u"SUCCESSFUL"_s}}}}})}};
    return Response::json(200,
                          QJsonObject{{u"errors"_s, QJsonArray()},
                                      {u"configErrors"_s, QJsonArray()},
                                      {u"summary"_s, sections}});
}

Response DevelopmentApi::detail(const JiraCall &call) const
{
    const JiraIssue *issue = issueFor(call);
    if (!issue)
        return issueNotFound();
    const QString type = call.request.parameter(u"dataType").value_or(QString());
    const QString status = m_site.status(issue->statusId)->name;
    QJsonObject found{{u"branches"_s, QJsonArray()},
                      {u"pullRequests"_s, QJsonArray()},
                      {u"repositories"_s, QJsonArray()}};
    const bool isBegun = status != "To Do"_L1;
    if (type == "branch"_L1 && isBegun)
        found.insert(u"branches"_s, QJsonArray{branchOf(m_site, *issue)});
    if (type == "repository"_L1 && isBegun)
        found.insert(u"repositories"_s,
                     QJsonArray{QJsonObject{{u"name"_s, repositoryUrl(*issue).section(u'/', -2)},
                                            {u"url"_s, repositoryUrl(*issue)},
                                            {u"commits"_s, QJsonArray{commitOf(m_site, *issue)}}}});
    if (type == "pullrequest"_L1 && isBegun && status != "In Progress"_L1)
        found.insert(u"pullRequests"_s,
                     QJsonArray{pullRequestOf(m_site, *issue, status == "Done"_L1)});
    const bool isKnown = call.request.parameter(u"applicationType") == u"GitHub"_s;
    return Response::json(200,
                          QJsonObject{{u"errors"_s, QJsonArray()},
                                      {u"detail"_s, isKnown ? QJsonArray{found} : QJsonArray()}});
}

} // namespace fairlead::sandbox
