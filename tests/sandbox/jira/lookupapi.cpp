// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/lookupapi.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jqlmatcher.h"
#include "tests/sandbox/jira/jqlparser.h"

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFetched = 100;
constexpr qsizetype mostPicked = 20;

bool isMeant(const JiraIssue &issue, const QString &query)
{
    if (query.isEmpty() || issue.key.startsWith(query, Qt::CaseInsensitive))
        return true;
    const QStringList words = issue.summary.split(u' ');
    return std::ranges::any_of(words, [&query](const QString &word) {
        return word.startsWith(query, Qt::CaseInsensitive);
    });
}

QJsonObject section(const QString &id,
                    const QString &label,
                    QList<const JiraIssue *> issues,
                    const QString &query)
{
    issues.removeIf([&query](const JiraIssue *issue) { return !isMeant(*issue, query); });
    QJsonArray suggested;
    for (const JiraIssue *issue : issues.first(std::min(issues.size(), mostPicked)))
        suggested.append(QJsonObject{{u"id"_s, issue->id.toLongLong()},
                                     {u"key"_s, issue->key},
                                     {u"keyHtml"_s, issue->key},
                                     {u"img"_s, u"/images/icons/issuetypes/task.svg"_s},
                                     {u"summary"_s, issue->summary.toHtmlEscaped()},
                                     {u"summaryText"_s, issue->summary}});
    QJsonObject result{{u"id"_s, id}, {u"label"_s, label}, {u"issues"_s, suggested}};
    if (issues.isEmpty())
        result.insert(u"msg"_s, u"No matches found"_s);
    else
        result.insert(
            u"sub"_s,
            u"Showing %1 of %2 matching issues"_s.arg(suggested.size()).arg(issues.size()));
    return result;
}

} // namespace

JiraHandlers LookupApi::handlers()
{
    return {{u"bulkFetchIssues"_s, [this](auto &call) { return bulkFetch(call); }},
            {u"getIssuePickerResource"_s, [this](auto &call) { return pick(call); }}};
}

Response LookupApi::bulkFetch(const JiraCall &call) const
{
    const QJsonArray wanted = call.body["issueIdsOrKeys"_L1].toArray();
    if (wanted.isEmpty() || wanted.size() > mostFetched)
        return jiraError(400, u"Between 1 and %1 issues can be fetched."_s.arg(mostFetched));
    QStringList names;
    for (const auto &name : call.body["fields"_L1].toArray())
        names.append(name.toString());
    const FieldSelection fields(names, {u"*all"_s});
    const Renderer renderer = rendererFor(call);
    QList<const JiraIssue *> found;
    for (const auto &name : wanted) {
        const JiraIssue *issue = m_site.issue(name.toString());
        // What the caller may not see is left out, and is no error.
        if (issue && m_site.allows(call.caller, *issue, Permission::BrowseProjects)
            && !found.contains(issue))
            found.append(issue);
    }
    std::ranges::sort(found, {}, [](const JiraIssue *issue) { return issue->id.toLongLong(); });
    QJsonArray issues;
    for (const JiraIssue *issue : found) {
        QJsonObject answer = renderer.issue(*issue, fields);
        answer.insert(u"key"_s, issue->key);
        issues.append(answer);
    }
    QJsonObject answer{
        {u"expand"_s, u"schema,names"_s}, {u"issueErrors"_s, QJsonArray()}, {u"issues"_s, issues}};
    if (call.body["expand"_L1].toArray().contains(u"names"_s))
        answer.insert(u"names"_s, fieldNames(fields));
    return Response::json(200, answer);
}

Response LookupApi::pick(const JiraCall &call)
{
    const QString query = call.request.parameter(u"query").value_or(QString()).trimmed();
    const auto jql = call.request.parameter(u"currentJQL");
    QJsonArray sections{section(u"hs"_s, u"History Search"_s, history(call), query)};
    if (jql) {
        const auto found = searched(call, *jql);
        if (!found)
            return jiraError(400, found.error().message);
        sections.append(section(u"cs"_s, u"Current Search"_s, *found, query));
    }
    return Response::json(200, QJsonObject{{u"sections"_s, sections}});
}

Result<QList<const JiraIssue *>> LookupApi::searched(const JiraCall &call, const QString &jql)
{
    const Result<JqlQuery> query = parseJql(jql);
    if (!query)
        return failure(query.error());
    const JqlMatcher matcher(m_site, call.caller);
    if (const Result<> checked = matcher.check(*query); !checked)
        return failure(checked.error());
    QList<const JiraIssue *> found;
    for (const JiraIssue *issue : m_index.issues({})) {
        if (m_site.allows(call.caller, *issue, Permission::BrowseProjects)
            && (!query->where || matcher.matches(*query->where, *issue)))
            found.append(issue);
    }
    matcher.sort(found, query->orderBy);
    return found;
}

QList<const JiraIssue *> LookupApi::history(const JiraCall &call) const
{
    QList<const JiraIssue *> own;
    for (const JiraIssue &issue : m_site.issues) {
        if (call.caller && issue.reporterId == call.caller->accountId
            && m_site.allows(call.caller, issue, Permission::BrowseProjects))
            own.append(&issue);
    }
    std::ranges::sort(
        own, std::ranges::greater(), [](const JiraIssue *issue) { return issue->updated; });
    return own;
}

} // namespace fairlead::sandbox
