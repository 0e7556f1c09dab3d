// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/searchapi.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jqlmatcher.h"
#include "tests/sandbox/jira/jqlparser.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumResults = 5000;
constexpr int maximumWithFields = 100;
constexpr qsizetype maximumReconciled = 50;
constexpr qsizetype maximumOpenSearches = 1000;
constexpr int tokenDays = 7;

QStringList strings(const QJsonValue &array)
{
    QStringList result;
    for (const auto &value : array.toArray())
        result.append(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
    return result;
}

Response unbounded()
{
    return jiraError(400,
                     u"Unbounded JQL queries are not allowed here. Please add a search "
                     "restriction to your query."_s);
}

bool isUnbounded(const QString &jql)
{
    const Result<JqlQuery> query = parseJql(jql);
    return query && !query->where;
}

/** With those of the issue's properties that the search asks for. */
QJsonObject withProperties(QJsonObject rendered, const JiraIssue &issue, const QJsonObject &wanted)
{
    QJsonObject properties;
    for (const QString &key : strings(wanted["properties"_L1])) {
        if (issue.properties.contains(key))
            properties.insert(key, issue.properties[key]);
    }
    if (!properties.isEmpty())
        rendered.insert(u"properties"_s, properties);
    return rendered;
}

} // namespace

SearchApi::SearchApi(Site &site, SearchIndex &index)
    : JiraApi(site, index)
{}

JiraHandlers SearchApi::handlers()
{
    return {
        {u"searchAndReconsileIssuesUsingJql"_s, [this](auto &call) { return searchByQuery(call); }},
        {u"searchAndReconsileIssuesUsingJqlPost"_s,
         [this](auto &call) { return searchByBody(call); }},
        {u"countIssues"_s, [this](auto &call) { return count(call); }},
        {u"searchForIssuesUsingJql"_s, &SearchApi::removed},
        {u"searchForIssuesUsingJqlPost"_s, &SearchApi::removed},
    };
}

Response SearchApi::searchByQuery(const JiraCall &call)
{
    const Request &request = call.request;
    QJsonObject wanted{
        {u"jql"_s, request.parameter(u"jql").value_or(QString())},
        {u"nextPageToken"_s, request.parameter(u"nextPageToken").value_or(QString())},
        {u"expand"_s, request.parameter(u"expand").value_or(QString())},
        {u"fields"_s, QJsonArray::fromStringList(request.parameterList(u"fields"))},
        {u"reconcileIssues"_s,
         QJsonArray::fromStringList(request.parameterList(u"reconcileIssues"))}};
    if (request.parameter(u"maxResults"))
        wanted.insert(u"maxResults"_s, request.integer(u"maxResults", 0));
    return search(call, wanted);
}

Response SearchApi::searchByBody(const JiraCall &call)
{
    return search(call, call.body);
}

Response SearchApi::search(const JiraCall &call, const QJsonObject &wanted)
{
    const QString jql = wanted["jql"_L1].toString();
    const QString token = wanted["nextPageToken"_L1].toString();
    const QStringList reconciled = strings(wanted["reconcileIssues"_L1]);
    const int maxResults = wanted["maxResults"_L1].toInt(50);
    const OpenSearch *open = openSearch(call, jql, token);
    if (!token.isEmpty() && !open)
        return jiraError(400, u"The nextPageToken is invalid or has expired."_s);
    if (maxResults < 1 || maxResults > maximumResults)
        return jiraError(
            400, u"The value of maxResults must be between 1 and %1."_s.arg(maximumResults));
    if (reconciled.size() > maximumReconciled)
        return jiraError(400, u"At most 50 issues can be reconciled."_s);
    if (isUnbounded(jql))
        return unbounded();
    if (open)
        return page(call, *open, wanted);
    const Result<QStringList> found = find(call, jql, reconciled);
    if (!found)
        return jiraError(400, found.error().message);
    return page(call,
                {.jql = jql,
                 .accountId = call.caller ? call.caller->accountId : QString(),
                 .ids = *found,
                 .next = 0,
                 .expires = m_site.now().addDays(tokenDays)},
                wanted);
}

const SearchApi::OpenSearch *SearchApi::openSearch(const JiraCall &call,
                                                   const QString &jql,
                                                   const QString &token) const
{
    const auto open = m_open.constFind(token);
    const QString accountId = call.caller ? call.caller->accountId : QString();
    const bool isOwn = open != m_open.constEnd() && open->expires >= m_site.now()
        && open->jql == jql && open->accountId == accountId;
    return isOwn ? &*open : nullptr;
}

Response SearchApi::page(const JiraCall &call, OpenSearch search, const QJsonObject &wanted)
{
    const FieldSelection fields(strings(wanted["fields"_L1]), {u"id"_s});
    const Renderer renderer = rendererFor(call);
    const int maxResults = wanted["maxResults"_L1].toInt(50);
    const QStringList ids = search.ids.mid(
        search.next, fields.isSmall() ? maxResults : qMin(maxResults, maximumWithFields));
    QJsonArray issues;
    for (const QString &id : ids) {
        if (const JiraIssue *issue = m_site.issue(id))
            issues.append(withProperties(renderer.issue(*issue, fields), *issue, wanted));
    }
    search.next += ids.size();
    const bool isLast = search.next >= search.ids.size();
    QJsonObject answer{{u"issues"_s, issues}, {u"isLast"_s, isLast}};
    if (!isLast)
        answer.insert(u"nextPageToken"_s, keep(search));
    if (wanted["expand"_L1].toString().split(u',').contains("names"_L1))
        answer.insert(u"names"_s, fieldNames(fields));
    return Response::json(200, answer);
}

Response SearchApi::count(const JiraCall &call)
{
    const QString jql = call.body["jql"_L1].toString();
    if (isUnbounded(jql))
        return unbounded();
    const Result<QStringList> found = find(call, jql, {});
    if (!found)
        return jiraError(400, found.error().message);
    return Response::json(200, QJsonObject{{u"count"_s, found->size()}});
}

Response SearchApi::removed(const JiraCall &call)
{
    Q_UNUSED(call)
    return jiraError(410,
                     u"The requested API has been removed. Please migrate to the "
                     "/rest/api/3/search/jql API. A full migration guideline is available at "
                     "https://developer.atlassian.com/changelog/#CHANGE-2046"_s);
}

Result<QStringList> SearchApi::find(const JiraCall &call,
                                    const QString &jql,
                                    const QStringList &reconciled)
{
    const Result<JqlQuery> query = parseJql(jql);
    if (!query)
        return tl::unexpected(query.error());
    const JqlMatcher matcher(m_site, call.caller);
    if (const Result<> checked = matcher.check(*query); !checked)
        return tl::unexpected(checked.error());
    QList<const JiraIssue *> found;
    for (const JiraIssue *issue : m_index.issues(reconciled)) {
        if (m_site.allows(call.caller, *issue, Permission::BrowseProjects)
            && matcher.matches(*query->where, *issue))
            found.append(issue);
    }
    matcher.sort(found, query->orderBy);
    QStringList ids;
    for (const JiraIssue *issue : std::as_const(found))
        ids.append(issue->id);
    return ids;
}

QString SearchApi::keep(const OpenSearch &search)
{
    if (m_open.size() >= maximumOpenSearches)
        m_open.clear();
    const quint64 random[]{m_random(), m_random(), m_random()};
    const QString token =
        QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random), sizeof random)
                                .toBase64(QByteArray::Base64UrlEncoding));
    m_open.insert(token, search);
    return token;
}

} // namespace fairlead::sandbox
