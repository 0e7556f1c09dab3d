// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionviewapi.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionpaging.h"
#include "tests/sandbox/notion/notionquery.h"
#include "tests/sandbox/notion/notionrenderer.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int queryLifeSeconds = 900;

QJsonObject reference(const QString &object, const QString &id)
{
    return {{u"object"_s, object}, {u"id"_s, id}};
}

QJsonValue timeOf(const QDateTime &time)
{
    return notionTime(time);
}

} // namespace

QList<NotionRoute> NotionViewApi::routes()
{
    using enum NotionCapability;
    const QString one = u"/v1/views/{view_id}"_s;
    return {{"GET",
             u"/v1/views"_s,
             ReadContent,
             [this](auto &call) { return list(call); },
             {u"database_id"_s, u"data_source_id"_s, u"page_size"_s, u"start_cursor"_s}},
            {"GET", one, ReadContent, [this](auto &call) { return get(call); }},
            {"POST", one + u"/queries"_s, ReadContent, [this](auto &call) { return query(call); }},
            {"GET",
             one + u"/queries/{query_id}"_s,
             ReadContent,
             [this](auto &call) { return results(call); },
             {u"page_size"_s, u"start_cursor"_s}},
            {"GET", u"/v1/async_tasks/{task_id}"_s, ReadContent, [this](auto &call) {
                 return task(call);
             }}};
}

const NotionView *NotionViewApi::visibleView(const NotionCall &call) const
{
    for (const NotionView &view : std::as_const(m_workspace.views)) {
        const NotionDatabase *database = m_workspace.database(view.databaseId);
        if (view.id == call.path[u"view_id"_s] && database
            && m_workspace.sees(call.caller, *database))
            return &view;
    }
    return nullptr;
}

QJsonObject NotionViewApi::rendered(const NotionView &view) const
{
    const QJsonObject parent{{u"type"_s, u"database_id"_s}, {u"database_id"_s, view.databaseId}};
    return {{u"object"_s, u"view"_s},
            {u"id"_s, view.id},
            {u"parent"_s, parent},
            {u"data_source_id"_s, view.dataSourceId},
            {u"name"_s, view.name},
            {u"type"_s, view.type},
            {u"created_time"_s, timeOf(view.times.created)},
            {u"last_edited_time"_s, timeOf(view.times.edited)},
            {u"created_by"_s, reference(u"user"_s, view.times.createdBy)},
            {u"last_edited_by"_s, reference(u"user"_s, view.times.editedBy)},
            {u"filter"_s, view.filter.isEmpty() ? QJsonValue() : QJsonValue(view.filter)},
            {u"sorts"_s, view.sorts.isEmpty() ? QJsonValue() : QJsonValue(view.sorts)},
            {u"quick_filters"_s, QJsonValue::Null},
            {u"configuration"_s, QJsonObject{{u"type"_s, view.type}}},
            {u"url"_s,
             NotionRenderer::url({}, view.databaseId) + u"?v="_s + QString(view.id).remove(u'-')}};
}

Response NotionViewApi::list(const NotionCall &call)
{
    const QString database = call.request.parameter(u"database_id").value_or(QString());
    const QString source = call.request.parameter(u"data_source_id").value_or(QString());
    const QString sent = database.isEmpty() ? source : database;
    const QString id = notionId(sent);
    if (id.isEmpty())
        return notionInvalid(
            notionComplaint(u"query.database_id"_s,
                            sent.isEmpty() ? u"defined"_s : u"a valid uuid"_s,
                            sent.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(sent)));
    const auto paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    const NotionDatabase *holder = m_workspace.database(id);
    const NotionDataSource *from = m_workspace.dataSource(id);
    const bool isVisible = database.isEmpty() ? from && m_workspace.sees(call.caller, *from)
                                              : holder && m_workspace.sees(call.caller, *holder);
    if (!isVisible)
        return notionNotFound(
            database.isEmpty() ? u"data_source"_s : u"database"_s, id, call.caller);
    QList<const NotionView *> views;
    for (const NotionView &view : std::as_const(m_workspace.views)) {
        if (view.databaseId == id || view.dataSourceId == id)
            views.append(&view);
    }
    return paging->answer(
        views, u"view"_s, [](const NotionView &view) { return reference(u"view"_s, view.id); });
}

Response NotionViewApi::get(const NotionCall &call)
{
    const NotionView *view = visibleView(call);
    return view ? notionOk(rendered(*view))
                : notionNotFound(u"view"_s, call.path[u"view_id"_s], call.caller);
}

Response NotionViewApi::query(const NotionCall &call)
{
    const NotionView *view = visibleView(call);
    if (!view)
        return notionNotFound(u"view"_s, call.path[u"view_id"_s], call.caller);
    if (const QString unknown = notionUnknownMember(call.body, {u"page_size"_s}, u"body"_s);
        !unknown.isEmpty())
        return notionInvalid(unknown);
    const auto paging = NotionPaging::fromBody(call.body);
    if (!paging)
        return notionInvalid(paging.error().message);
    const NotionDataSource *source = m_workspace.dataSource(view->dataSourceId);
    NotionQuery query(m_workspace, *source);
    QJsonObject body;
    if (!view->filter.isEmpty())
        body.insert(u"filter"_s, view->filter);
    if (!view->sorts.isEmpty())
        body.insert(u"sorts"_s, view->sorts);
    if (const Result<> prepared = query.prepare(body); !prepared)
        return notionInvalid(prepared.error().message);
    QList<const NotionPage *> rows;
    for (const NotionPage &page : std::as_const(m_workspace.pages)) {
        if (page.parent.id == source->id && !m_workspace.isTrashed(page)
            && m_workspace.sees(call.caller, page) && query.matches(page))
            rows.append(&page);
    }
    query.sort(rows);
    NotionViewQuery kept{.id = NotionWorkspace::newId(),
                         .viewId = view->id,
                         .pageIds = {},
                         .expires = m_workspace.now().addSecs(queryLifeSeconds)};
    for (const NotionPage *row : std::as_const(rows))
        kept.pageIds.append(row->id);
    m_workspace.viewQueries.append(kept);
    const Response listed = paging->answer(
        rows, u"page"_s, [](const NotionPage &row) { return reference(u"page"_s, row.id); });
    const QJsonObject list = QJsonDocument::fromJson(listed.body).object();
    return notionOk({{u"object"_s, u"view_query"_s},
                     {u"id"_s, kept.id},
                     {u"view_id"_s, view->id},
                     {u"expires_at"_s, timeOf(kept.expires)},
                     {u"total_count"_s, qint64(rows.size())},
                     {u"results"_s, list["results"_L1]},
                     {u"next_cursor"_s, list["next_cursor"_L1]},
                     {u"has_more"_s, list["has_more"_L1]}});
}

Response NotionViewApi::results(const NotionCall &call)
{
    const QString id = call.path[u"query_id"_s];
    const auto kept = std::find_if(m_workspace.viewQueries.cbegin(),
                                   m_workspace.viewQueries.cend(),
                                   [&](const auto &each) { return each.id == id; });
    if (!visibleView(call) || kept == m_workspace.viewQueries.cend()
        || kept->viewId != call.path[u"view_id"_s] || m_workspace.now() > kept->expires)
        return notionNotFound(u"view_query"_s, id, call.caller);
    const auto paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    QList<const NotionPage *> rows;
    for (const QString &pageId : kept->pageIds) {
        if (const NotionPage *page = std::as_const(m_workspace).page(pageId))
            rows.append(page);
    }
    return paging->answer(
        rows, u"page"_s, [](const NotionPage &row) { return reference(u"page"_s, row.id); });
}

Response NotionViewApi::task(const NotionCall &call)
{
    const QString id = call.path[u"task_id"_s];
    for (const NotionTask &task : std::as_const(m_workspace.tasks)) {
        if (task.id != id || task.ownerId != call.caller.id)
            continue;
        QJsonObject result{
            {u"object"_s, u"async_task"_s},
            {u"id"_s, id},
            {u"status_url"_s, u"https://api.notion.com/v1/async_tasks/"_s + id},
            {u"created_time"_s, timeOf(task.created)},
            {u"operation"_s, QJsonObject{{u"surface"_s, u"rest"_s}, {u"name"_s, task.operation}}}};
        const bool isDone = m_workspace.now() >= task.done;
        result.insert(u"status"_s, isDone ? u"succeeded"_s : u"running"_s);
        if (isDone)
            result.insert(u"result"_s, task.result);
        else
            result.insert(u"poll_after_seconds"_s, 2);
        return notionOk(result);
    }
    return notionNotFound(u"async_task"_s, id, call.caller);
}

} // namespace fairlead::sandbox
