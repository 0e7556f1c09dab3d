// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraclient.h"

#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/lookupparser.h"
#include "server/providers/jira/metaparser.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int metadataPageSize = 50;
constexpr int metadataPages = 20; // a bound for a server that never ends

// A success is a 2xx whose body the parser understands.
template<typename Parsed>
Result<Parsed> read(const Result<QByteArray> &body,
                    Result<Parsed> (*parse)(const QByteArray &),
                    const CallPurpose &purpose)
{
    if (!body)
        return failure(body.error());
    auto parsed = parse(*body);
    if (!parsed)
        return failure(unreadable(parsed.error(), purpose));
    return parsed;
}

} // namespace

RestCall bulkFetch(const QStringList &keys, const QStringList &fields)
{
    RestCall call;
    call.method = "POST"_ba;
    call.path = u"/rest/api/3/issue/bulkfetch"_s;
    call.json = QJsonObject{{u"issueIdsOrKeys"_s, QJsonArray::fromStringList(keys)},
                            {u"fields"_s, QJsonArray::fromStringList(fields)}};
    return call;
}

JiraClient::JiraClient(AuthorizedHttp http, Target target)
    : m_http(std::move(http))
    , m_target(std::move(target))
{}

bool JiraClient::isRefusal(const net::Response &response)
{
    // Jira goes on with a refused credential as with a visitor who is not signed in: an empty list
    // (200) or an issue that does not exist (404). Only this field tells.
    if (response.header("X-Seraph-LoginReason").contains("AUTHENTICATED_FAILED"))
        return true;
    return response.status == 401 && !parser::problem(response.body).isScope;
}

QCoro::Task<Result<Myself>> JiraClient::myself()
{
    const CallPurpose purpose = reading();
    const auto body = co_await get(u"/rest/api/3/myself"_s, QUrlQuery(), purpose);
    co_return read(body, parser::myself, purpose);
}

QCoro::Task<Result<QStringList>> JiraClient::missingPermissions(QStringList permissions)
{
    const CallPurpose purpose = reading();
    QUrlQuery query;
    query.addQueryItem(u"permissions"_s, permissions.join(u','));
    const auto body = co_await get(u"/rest/api/3/mypermissions"_s, query, purpose);
    co_return read(body, parser::missingPermissions, purpose);
}

QCoro::Task<Result<ProjectPage>> JiraClient::projects(QString query, qint64 startAt, int limit)
{
    const CallPurpose purpose = reading();
    QUrlQuery items;
    items.addQueryItem(u"startAt"_s, QString::number(startAt));
    items.addQueryItem(u"maxResults"_s, QString::number(limit));
    items.addQueryItem(u"orderBy"_s, u"key"_s);
    if (!query.isEmpty())
        addText(items, u"query"_s, query);
    const auto body = co_await get(u"/rest/api/3/project/search"_s, items, purpose);
    co_return read(body, parser::projects, purpose);
}

QCoro::Task<Result<Project>> JiraClient::project(QString key)
{
    const CallPurpose purpose = reading(u"Project "_s + key);
    const auto body = co_await get(u"/rest/api/3/project/"_s + key, QUrlQuery(), purpose);
    co_return read(body, parser::project, purpose);
}

QCoro::Task<Result<QList<User>>> JiraClient::users(QString query, int limit)
{
    const CallPurpose purpose = reading();
    QUrlQuery items;
    addText(items, u"query"_s, query);
    items.addQueryItem(u"maxResults"_s, QString::number(limit));
    const auto body = co_await get(u"/rest/api/3/user/search"_s, items, purpose);
    co_return read(body, parser::users, purpose);
}

QCoro::Task<Result<PickedIssues>> JiraClient::pickIssues(QString query)
{
    const CallPurpose purpose = reading();
    QUrlQuery items;
    addText(items, u"query"_s, query);
    addText(items, u"currentJQL"_s, u"updated >= -365d ORDER BY updated DESC"_s);
    items.addQueryItem(u"showSubTasks"_s, u"true"_s);
    const auto body = co_await get(u"/rest/api/3/issue/picker"_s, items, purpose);
    co_return read(body, parser::pickedIssues, purpose);
}

QCoro::Task<Result<QHash<QString, QString>>> JiraClient::changeTimes(QStringList keys)
{
    const QStringList fields{u"updated"_s};
    co_return co_await ask(bulkFetch(keys, fields), parser::changeTimes);
}

QCoro::Task<Result<IssuePage>> JiraClient::search(SearchRequest request)
{
    const CallPurpose purpose = reading();
    QJsonObject query;
    query.insert("jql"_L1, request.jql);
    query.insert("fields"_L1, QJsonArray::fromStringList(request.fields));
    query.insert("maxResults"_L1, request.limit);
    query.insert("expand"_L1, u"names"_s);
    if (!request.nextPageToken.isEmpty())
        query.insert("nextPageToken"_L1, request.nextPageToken);
    const auto body = co_await post(u"/rest/api/3/search/jql"_s, query, purpose);
    co_return read(body, parser::issues, purpose);
}

QCoro::Task<Result<qint64>> JiraClient::count(QString jql)
{
    const CallPurpose purpose = reading();
    QJsonObject query;
    query.insert("jql"_L1, jql);
    const auto body = co_await post(u"/rest/api/3/search/approximate-count"_s, query, purpose);
    co_return read(body, parser::count, purpose);
}

QCoro::Task<Result<Issue>> JiraClient::issue(QString key, QStringList fields)
{
    const CallPurpose purpose = reading(u"Issue "_s + key);
    QUrlQuery query;
    addText(query, u"fields"_s, fields.join(u','));
    query.addQueryItem(u"expand"_s, u"names"_s);
    const auto body = co_await get(u"/rest/api/3/issue/"_s + key, query, purpose);
    co_return read(body, parser::issue, purpose);
}

QCoro::Task<Result<CommentPage>> JiraClient::comments(QString key, int limit)
{
    return comments(std::move(key), 0, limit, CommentOrder::NewestFirst);
}

QCoro::Task<Result<CommentPage>> JiraClient::comments(QString key,
                                                      qint64 startAt,
                                                      int limit,
                                                      CommentOrder order)
{
    const CallPurpose purpose = reading(u"Issue "_s + key);
    QUrlQuery query;
    if (startAt > 0)
        query.addQueryItem(u"startAt"_s, QString::number(startAt));
    query.addQueryItem(u"maxResults"_s, QString::number(limit));
    query.addQueryItem(u"orderBy"_s,
                       order == CommentOrder::NewestFirst ? u"-created"_s : u"created"_s);
    const auto body = co_await get(u"/rest/api/3/issue/%1/comment"_s.arg(key), query, purpose);
    co_return read(body, parser::comments, purpose);
}

QCoro::Task<Result<QList<IssueType>>> JiraClient::issueTypes(QString project)
{
    const CallPurpose purpose = reading(u"Project "_s + project);
    QList<IssueType> types;
    for (int page = 0; page < metadataPages; ++page) {
        QUrlQuery query;
        query.addQueryItem(u"startAt"_s, QString::number(types.size()));
        query.addQueryItem(u"maxResults"_s, QString::number(metadataPageSize));
        const auto body = co_await get(
            u"/rest/api/3/issue/createmeta/%1/issuetypes"_s.arg(project), query, purpose);
        const auto found = read(body, parser::issueTypes, purpose);
        if (!found)
            co_return failure(found.error());
        types += found->types;
        if (found->types.isEmpty() || types.size() >= found->total)
            break;
    }
    co_return types;
}

QCoro::Task<Result<QList<CreateField>>> JiraClient::createFields(QString project, QString typeId)
{
    const CallPurpose purpose = reading(u"Project "_s + project);
    const QString path = u"/rest/api/3/issue/createmeta/%1/issuetypes/%2"_s.arg(project, typeId);
    QList<CreateField> fields;
    for (int page = 0; page < metadataPages; ++page) {
        QUrlQuery query;
        query.addQueryItem(u"startAt"_s, QString::number(fields.size()));
        query.addQueryItem(u"maxResults"_s, QString::number(metadataPageSize));
        const auto body = co_await get(path, query, purpose);
        const auto found = read(body, parser::createFields, purpose);
        if (!found)
            co_return failure(found.error());
        fields += found->fields;
        if (found->fields.isEmpty() || fields.size() >= found->total)
            break;
    }
    co_return fields;
}

QCoro::Task<Result<bool>> JiraClient::mayWrite()
{
    CallPurpose purpose = reading();
    purpose.write = u"finding out whether the token may write"_s;
    QJsonObject content;
    content.insert("fields"_L1, QJsonObject());
    const auto body = co_await post(u"/rest/api/3/issue"_s, content, purpose);
    if (body || body.error().code == ErrorCode::InvalidInput)
        co_return true;
    if (body.error().code == ErrorCode::Forbidden)
        co_return false;
    co_return failure(body.error());
}

QCoro::Task<Result<QString>> JiraClient::createIssue(QString project, QJsonObject fields)
{
    CallPurpose purpose = reading();
    purpose.write = u"creating the issue"_s;
    purpose.check =
        u"Before trying again, look for it with jira_search: project = %1 AND reporter = "
        "currentUser() ORDER BY created DESC."_s.arg(project);
    QJsonObject content;
    content.insert("fields"_L1, fields);
    const auto body = co_await post(u"/rest/api/3/issue"_s, content, purpose);
    co_return read(body, parser::createdKey, purpose);
}

QCoro::Task<Result<QString>> JiraClient::addComment(QString key, QJsonObject content)
{
    CallPurpose purpose = reading(u"Issue "_s + key);
    purpose.write = u"adding the comment to "_s + key;
    purpose.check = u"Before trying again, look at its comments with jira_list_comments."_s;
    const auto body = co_await post(u"/rest/api/3/issue/%1/comment"_s.arg(key), content, purpose);
    co_return read(body, parser::commentId, purpose);
}

QCoro::Task<Result<QByteArray>> JiraClient::fetch(RestCall wanted)
{
    co_return co_await call(requestOf(wanted, m_target.apiBase), purposeOf(wanted));
}

CallPurpose JiraClient::purposeOf(const RestCall &wanted) const
{
    return {.site = m_target.siteName,
            .subject = wanted.subject,
            .write = wanted.write,
            .check = wanted.check,
            .scopes = wanted.scopes};
}

QCoro::Task<Result<QByteArray>> JiraClient::get(const QString &path,
                                                const QUrlQuery &query,
                                                CallPurpose purpose)
{
    net::Request request;
    request.url = m_target.apiBase;
    request.url.setPath(request.url.path() + path);
    request.url.setQuery(query);
    request.repeatable = net::Repeatable::Yes;
    return call(std::move(request), std::move(purpose));
}

QCoro::Task<Result<QByteArray>> JiraClient::post(const QString &path,
                                                 const QJsonObject &body,
                                                 CallPurpose purpose)
{
    net::Request request;
    request.method = "POST"_ba;
    request.url = m_target.apiBase;
    request.url.setPath(request.url.path() + path);
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    // A search is sent by POST only because JQL may be long.
    if (purpose.write.isEmpty())
        request.repeatable = net::Repeatable::Yes;
    return call(std::move(request), std::move(purpose));
}

QCoro::Task<Result<net::Response>> JiraClient::exchange(RestCall wanted)
{
    co_return co_await send(requestOf(wanted, m_target.apiBase), purposeOf(wanted));
}

QCoro::Task<Result<QByteArray>> JiraClient::call(net::Request request, CallPurpose purpose)
{
    auto response = co_await send(std::move(request), purpose);
    if (!response)
        co_return failure(response.error());
    if (response->status >= 300)
        co_return failure(errorOf(*response, purpose));
    co_return std::move(response->body);
}

QCoro::Task<Result<net::Response>> JiraClient::send(net::Request request, CallPurpose purpose)
{
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.cancellation = m_target.cancellation;
    request.owner = m_target.owner;
    auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(errorOf(response.error(), purpose));
    if (isRefusal(*response))
        response->status = 401;
    if (response->status < 200 || response->status >= 400)
        co_return failure(errorOf(*response, purpose));
    co_return response;
}

CallPurpose JiraClient::reading(const QString &subject) const
{
    return {.site = m_target.siteName, .subject = subject, .write = {}, .check = {}};
}

} // namespace fairlead::providers::jira
