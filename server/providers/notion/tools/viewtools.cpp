// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/viewtools.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/tools/viewparser.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int atOnce = 3; // Notion allows about as many calls in a second
constexpr int viewsShown = 30;
constexpr int defaultRows = 20;
constexpr qsizetype valueLimit = 120;

/** Reads each of the ids, some at once; what cannot be read is missing in the result. */
template<typename T>
QCoro::Task<Result<QHash<QString, T>>> readEach(NotionSessions::Session session,
                                                QStringList ids,
                                                QString path,
                                                Result<T> (*parse)(const QByteArray &))
{
    QHash<QString, T> all;
    for (qsizetype start = 0; start < ids.size(); start += atOnce) {
        const QStringList some = ids.mid(start, atOnce);
        std::vector<QCoro::Task<Result<T>>> reading;
        for (const QString &id : some) {
            RestCall wanted;
            wanted.path = path.arg(id);
            reading.push_back(session.client->ask(wanted, parse));
        }
        std::optional<Error> failed;
        for (size_t i = 0; i < reading.size(); ++i) {
            const auto read = co_await reading[i];
            if (read)
                all.insert(some.at(static_cast<qsizetype>(i)), *read);
            else if (!isElsewhere(read.error()) && !failed)
                failed = read.error();
        }
        if (failed)
            co_return failure(*failed);
    }
    co_return all;
}

// -- notion_list_views

ToolDefinition listViewsDefinition()
{
    return {.name = u"notion_list_views"_s,
            .title = u"List a Notion database's views"_s,
            .description = u"Lists the views of a database: id, type, name. Their rows come from "
                           "notion_query_view."_s,
            .inputSchema = tools::inputSchema(R"({
                "database":{"type":"string","maxLength":2048,"description":"Id or URL of a database or data source"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"database"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_views"_s,
            .endpoints = {u"GET /v1/views"_s,
                          u"GET /v1/views/{view_id}"_s,
                          u"GET /v1/data_sources/{data_source_id}"_s,
                          u"GET /v1/databases/{database_id}"_s}};
}

QCoro::Task<Result<IdPage>> viewIds(NotionTarget target, QString kind, QString cursor)
{
    RestCall wanted;
    wanted.path = u"/v1/views"_s;
    wanted.query.addQueryItem(kind, target.id);
    wanted.query.addQueryItem(u"page_size"_s, QString::number(viewsShown));
    if (!cursor.isEmpty())
        addText(wanted.query, u"start_cursor"_s, cursor);
    wanted.subject = u"Database "_s + bareId(target.id);
    co_return co_await target.session.client->ask(wanted, viewparser::ids);
}

QString viewLine(const QString &id, const View &view)
{
    QStringList notes;
    if (view.isFiltered)
        notes.append(u"filtered"_s);
    if (view.isSorted)
        notes.append(u"sorted"_s);
    return u"%1  %2  %3%4\n"_s.arg(bareId(id),
                                   view.type.isEmpty() ? u"-"_s : view.type,
                                   view.name.isEmpty() ? u"Untitled"_s : view.name,
                                   notes.isEmpty() ? QString()
                                                   : u" (%1)"_s.arg(notes.join(u", "_s)));
}

QCoro::Task<Result<QString>> listed(NotionTarget target, QString cursor)
{
    // Neither the id nor its URL tells which of the two it is.
    auto page = co_await viewIds(target, u"data_source_id"_s, cursor);
    if (!page && isElsewhere(page.error()))
        page = co_await viewIds(target, u"database_id"_s, cursor);
    if (!page)
        co_return failure(page.error());
    const auto views =
        co_await readEach<View>(target.session, page->ids, u"/v1/views/%1"_s, viewparser::view);
    if (!views)
        co_return failure(views.error());
    QString text;
    for (const QString &id : std::as_const(page->ids))
        text += viewLine(id, views->value(id));
    if (text.isEmpty())
        text = u"No views."_s;
    if (!page->nextCursor.isEmpty())
        text += u"More: call again with cursor: \"%1\""_s.arg(page->nextCursor);
    co_return text.trimmed();
}

QCoro::Task<Result<ToolResult>> listViews(NotionTools tools, ToolCall call)
{
    const auto id = notionId(textOf(call, "database"_L1), "database"_L1);
    if (!id)
        co_return failure(id.error());
    const QStringList probes{u"/v1/data_sources/%1"_s, u"/v1/databases/%1"_s};
    const auto session = co_await sessionFor(tools, call, *id, probes);
    if (!session)
        co_return failure(session.error());
    const NotionTarget target{*session, *id};
    auto text = co_await listed(target, textOf(call, "cursor"_L1));
    text = tools.sessions.choice().noted(session->connection, std::move(text));
    if (!text)
        co_return failure(text.error());
    co_return ToolResult::fromText(*text);
}

// -- notion_query_view

ToolDefinition queryViewDefinition()
{
    return {.name = u"notion_query_view"_s,
            .title = u"Read the rows of a Notion view"_s,
            .description =
                u"Reads the rows that a database's view shows, with its filter and order: id, "
                "title and properties."_s,
            .inputSchema = tools::inputSchema(R"({
                "view":{"type":"string","maxLength":2048,"description":"Id, or URL with ?v="},
                "limit":{"type":"integer","minimum":1,"maximum":50,"description":"Default 20"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"view"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_views"_s,
            .endpoints = {u"POST /v1/views/{view_id}/queries"_s,
                          u"GET /v1/views/{view_id}/queries/{query_id}"_s,
                          u"GET /v1/views/{view_id}"_s,
                          u"GET /v1/pages/{page_id}"_s}};
}

// A view's URL is that of its database with the view behind it: ?v=1a2b….
Result<QString> viewId(const QString &text)
{
    const QString inUrl = canonicalId(QUrlQuery(QUrl(text.trimmed())).queryItemValue(u"v"_s));
    const auto id = notionId(text, "view"_L1);
    return id && !inUrl.isEmpty() ? Result<QString>(inUrl) : id;
}

/** Where the next rows are: of which query, and behind which row. */
struct RowsCursor
{
    QString queryId;
    QString start;
};

Result<RowsCursor> readCursor(const QString &text)
{
    static const QRegularExpression grammar(u"\\A([0-9a-f]{32})\\.([!-~]{1,900})\\z"_s);
    if (text.isEmpty())
        return RowsCursor();
    const auto match = grammar.match(text);
    if (!match.hasMatch())
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"cursor\" is not one of this tool's. Pass what the last answer "
                       "named, or leave it out to begin again."_s);
    return RowsCursor{canonicalId(match.captured(1)), match.captured(2)};
}

QCoro::Task<Result<IdPage>> rowIds(NotionTarget target, int limit, RowsCursor cursor)
{
    RestCall wanted;
    wanted.path = u"/v1/views/%1/queries"_s.arg(target.id);
    wanted.subject = u"View "_s + bareId(target.id);
    if (cursor.queryId.isEmpty()) {
        wanted.method = "POST";
        wanted.json = QJsonObject{{"page_size"_L1, limit}};
    } else {
        wanted.path += u'/' + cursor.queryId;
        wanted.query.addQueryItem(u"page_size"_s, QString::number(limit));
        addText(wanted.query, u"start_cursor"_s, cursor.start);
        // Notion keeps what a view showed for a quarter of an hour.
        wanted.subject =
            u"What view %1 showed (kept for 15 minutes; query it again)"_s.arg(bareId(target.id));
    }
    auto page = co_await target.session.client->ask(wanted, viewparser::ids);
    if (page && page->queryId.isEmpty())
        page->queryId = cursor.queryId;
    co_return page;
}

QString rowLine(const QString &id, const Page &row)
{
    QStringList values;
    for (const PropertyValue &property : row.properties) {
        if (!property.text.isEmpty())
            values.append(u"%1: %2"_s.arg(cleanedLine(property.name, valueLimit),
                                          cleanedLine(property.text, valueLimit)));
    }
    const QString title = row.id.isEmpty() ? u"(not readable)"_s
        : row.title.isEmpty()              ? u"Untitled"_s
                                           : cleanedLine(row.title, 200);
    return u"%1  %2%3\n"_s.arg(
        bareId(id), title, values.isEmpty() ? QString() : u"  | "_s + values.join(u"; "_s));
}

QCoro::Task<Result<QString>> queried(NotionTarget target, int limit, RowsCursor cursor)
{
    const auto page = co_await rowIds(target, limit, cursor);
    if (!page)
        co_return failure(page.error());
    const auto rows =
        co_await readEach<Page>(target.session, page->ids, u"/v1/pages/%1"_s, parser::page);
    if (!rows)
        co_return failure(rows.error());
    QString text =
        page->total < 0 ? QString() : u"%1 of %2 rows:\n"_s.arg(page->ids.size()).arg(page->total);
    for (const QString &id : page->ids)
        text += rowLine(id, rows->value(id));
    if (page->ids.isEmpty())
        text = u"The view shows no rows."_s;
    if (!page->nextCursor.isEmpty())
        text += u"More: call again with cursor: \"%1.%2\""_s.arg(bareId(page->queryId),
                                                                 page->nextCursor);
    co_return text.trimmed();
}

QCoro::Task<Result<ToolResult>> queryView(NotionTools tools, ToolCall call)
{
    const auto id = viewId(textOf(call, "view"_L1));
    if (!id)
        co_return failure(id.error());
    const auto cursor = readCursor(textOf(call, "cursor"_L1));
    if (!cursor)
        co_return failure(cursor.error());
    const QStringList probes(u"/v1/views/%1"_s);
    const auto session = co_await sessionFor(tools, call, *id, probes);
    if (!session)
        co_return failure(session.error());
    const int limit = call.arguments.value("limit"_L1).toInt(defaultRows);
    const NotionTarget target{*session, *id};
    auto text = co_await queried(target, limit, *cursor);
    text = tools.sessions.choice().noted(session->connection, std::move(text));
    if (!text)
        co_return failure(text.error());
    co_return ToolResult::fromText(*text);
}

} // namespace

void addViewTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(listViewsDefinition(),
                 [tools](ToolCall call) { return listViews(tools, std::move(call)); });
    registry.add(queryViewDefinition(),
                 [tools](ToolCall call) { return queryView(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
