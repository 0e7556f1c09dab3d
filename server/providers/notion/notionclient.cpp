// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionclient.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

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

QJsonObject searchBody(const SearchWish &wish)
{
    QJsonObject body;
    body.insert("page_size"_L1, wish.limit);
    if (!wish.query.isEmpty())
        body.insert("query"_L1, wish.query);
    // With a query Notion's own order is by relevance; without one it is anything.
    const bool isOldest = wish.order == SearchWish::Order::Oldest;
    if (wish.order != SearchWish::Order::Relevance || wish.query.isEmpty())
        body.insert("sort"_L1,
                    QJsonObject{{"timestamp"_L1, "last_edited_time"_L1},
                                {"direction"_L1, isOldest ? "ascending"_L1 : "descending"_L1}});
    QJsonObject filter;
    if (wish.kind != SearchWish::Kind::Any) {
        const QString kind = wish.kind == SearchWish::Kind::Pages ? u"page"_s : u"data_source"_s;
        filter = {{"property"_L1, "object"_L1}, {"value"_L1, kind}};
    }
    if (wish.inTrash)
        filter.insert("in_trash"_L1, true);
    if (!filter.isEmpty())
        body.insert("filter"_L1, filter);
    if (!wish.cursor.isEmpty())
        body.insert("start_cursor"_L1, wish.cursor);
    return body;
}

} // namespace

NotionClient::NotionClient(AuthorizedHttp http, Target target)
    : m_http(std::move(http))
    , m_target(std::move(target))
{}

QCoro::Task<Result<Identity>> NotionClient::me()
{
    const CallPurpose purpose = reading();
    const auto body = co_await get(u"/v1/users/me"_s, QUrlQuery(), purpose);
    co_return read(body, parser::identity, purpose);
}

QCoro::Task<Result<PersonPage>> NotionClient::people(QString cursor, int limit)
{
    const CallPurpose purpose = reading();
    QUrlQuery query;
    query.addQueryItem(u"page_size"_s, QString::number(limit));
    if (!cursor.isEmpty())
        addText(query, u"start_cursor"_s, cursor);
    const auto body = co_await get(u"/v1/users"_s, query, purpose);
    co_return read(body, parser::people, purpose);
}

QCoro::Task<Result<FoundPage>> NotionClient::search(SearchWish wish)
{
    const CallPurpose purpose = reading();
    const auto body = co_await post(u"/v1/search"_s, searchBody(wish), purpose);
    co_return read(body, parser::found, purpose);
}

QCoro::Task<Result<Page>> NotionClient::page(QString id)
{
    const CallPurpose purpose = reading(u"Page "_s + bareId(id));
    const auto body = co_await get(u"/v1/pages/"_s + id, QUrlQuery(), purpose);
    co_return read(body, parser::page, purpose);
}

QCoro::Task<Result<PageMarkdown>> NotionClient::markdown(QString id, bool withTranscripts)
{
    const CallPurpose purpose = reading(u"Page "_s + bareId(id));
    QUrlQuery query;
    if (withTranscripts)
        query.addQueryItem(u"include_transcript"_s, u"true"_s);
    const auto body = co_await get(u"/v1/pages/%1/markdown"_s.arg(id), query, purpose);
    co_return read(body, parser::markdown, purpose);
}

QCoro::Task<Result<DataSource>> NotionClient::dataSource(QString id)
{
    const CallPurpose purpose = reading(u"Data source "_s + bareId(id));
    const auto body = co_await get(u"/v1/data_sources/"_s + id, QUrlQuery(), purpose);
    co_return read(body, parser::dataSource, purpose);
}

QCoro::Task<Result<Database>> NotionClient::database(QString id)
{
    const CallPurpose purpose = reading(u"Page or database "_s + bareId(id));
    const auto body = co_await get(u"/v1/databases/"_s + id, QUrlQuery(), purpose);
    co_return read(body, parser::database, purpose);
}

QCoro::Task<Result<bool>> NotionClient::mayCreate()
{
    CallPurpose purpose = reading();
    purpose.write = u"finding out whether the token may write"_s;
    const QString nowhere = u"00000000-0000-4000-8000-000000000000"_s;
    QJsonObject page;
    page.insert("parent"_L1, QJsonObject{{"page_id"_L1, nowhere}});
    page.insert("properties"_L1, QJsonObject());
    const auto body = co_await post(u"/v1/pages"_s, page, purpose);
    if (body || body.error().code == ErrorCode::InvalidInput
        || body.error().code == ErrorCode::NotFound) {
        co_return true;
    }
    if (body.error().code == ErrorCode::Forbidden)
        co_return false;
    co_return failure(body.error());
}

QCoro::Task<Result<Page>> NotionClient::createPage(QJsonObject page, QString title)
{
    CallPurpose purpose = reading(u"The parent"_s);
    purpose.write = u"creating the page"_s;
    purpose.check =
        u"Before trying again, look for it with notion_search and query: \"%1\"; a new page may "
        "take a minute to be found."_s.arg(cleanedLine(title, 100));
    const auto body = co_await post(u"/v1/pages"_s, page, purpose);
    co_return read(body, parser::page, purpose);
}

QCoro::Task<Result<QByteArray>> NotionClient::fetch(RestCall wanted)
{
    co_return co_await call(requestOf(wanted, m_target.apiBase), purposeOf(wanted));
}

CallPurpose NotionClient::purposeOf(const RestCall &wanted) const
{
    return {.connection = m_target.connection,
            .subject = wanted.subject,
            .write = wanted.write,
            .check = wanted.check};
}

QCoro::Task<Result<QByteArray>> NotionClient::get(const QString &path,
                                                  const QUrlQuery &query,
                                                  CallPurpose purpose)
{
    net::Request request;
    request.url = m_target.apiBase;
    request.url.setPath(request.url.path() + path);
    if (!query.isEmpty())
        request.url.setQuery(query);
    request.repeatable = net::Repeatable::Yes;
    return call(std::move(request), std::move(purpose));
}

QCoro::Task<Result<QByteArray>> NotionClient::post(const QString &path,
                                                   const QJsonObject &body,
                                                   CallPurpose purpose)
{
    net::Request request;
    request.method = "POST"_ba;
    request.url = m_target.apiBase;
    request.url.setPath(request.url.path() + path);
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    // A search is sent by POST, but changes nothing.
    if (purpose.write.isEmpty())
        request.repeatable = net::Repeatable::Yes;
    return call(std::move(request), std::move(purpose));
}

QCoro::Task<Result<QByteArray>> NotionClient::call(net::Request request, CallPurpose purpose)
{
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.headers.append({"Notion-Version"_ba, apiVersion.toByteArray()});
    request.cancellation = m_target.cancellation;
    request.owner = m_target.owner;
    auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(errorOf(response.error(), purpose));
    if (response->status < 200 || response->status >= 300)
        co_return failure(errorOf(*response, purpose));
    co_return std::move(response->body);
}

CallPurpose NotionClient::reading(const QString &subject) const
{
    return {.connection = m_target.connection, .subject = subject, .write = {}, .check = {}};
}

} // namespace fairlead::providers::notion
