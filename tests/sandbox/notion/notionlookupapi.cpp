// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionlookupapi.h"

#include "tests/sandbox/notion/notionpaging.h"
#include "tests/sandbox/notion/notionquery.h"
#include "tests/sandbox/notion/notionrenderer.h"
#include "tests/sandbox/notion/notionsearch.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

QList<NotionRoute> NotionLookupApi::routes()
{
    using enum NotionCapability;
    const QStringList paging{u"page_size"_s, u"start_cursor"_s};
    const QString source = u"/v1/data_sources/{data_source_id}"_s;
    return {
        {"GET", u"/v1/users/me"_s, None, [this](auto &call) { return getSelf(call); }},
        {"GET", u"/v1/users"_s, ReadUsers, [this](auto &call) { return getUsers(call); }, paging},
        {"GET", u"/v1/users/{user_id}"_s, ReadUsers, [this](auto &call) { return getUser(call); }},
        {"POST", u"/v1/search"_s, ReadContent, [this](auto &call) { return search(call); }},
        {"GET",
         u"/v1/databases/{database_id}"_s,
         ReadContent,
         [this](auto &call) { return getDatabase(call); }},
        {"GET", source, ReadContent, [this](auto &call) { return getDataSource(call); }},
        {"POST",
         source + u"/query"_s,
         ReadContent,
         [this](auto &call) { return queryDataSource(call); },
         {u"filter_properties"_s}},
    };
}

Response NotionLookupApi::getSelf(const NotionCall &call)
{
    return notionOk(NotionRenderer(m_workspace).bot(call.caller));
}

Response NotionLookupApi::getUsers(const NotionCall &call)
{
    const Result<NotionPaging> paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    QList<const NotionUser *> people;
    for (const NotionUser &user : std::as_const(m_workspace.users))
        people.append(&user);
    return paging->answer(
        people, u"user"_s, [](const NotionUser &user) { return NotionRenderer::user(user); });
}

Response NotionLookupApi::getUser(const NotionCall &call)
{
    const QString id = call.path[u"user_id"_s];
    if (const NotionUser *user = m_workspace.user(id))
        return notionOk(NotionRenderer::user(*user));
    if (const NotionConnection *bot = m_workspace.bot(id))
        return notionOk(NotionRenderer(m_workspace).bot(*bot));
    return notionError(404, u"object_not_found"_s, u"Could not find user with ID: %1."_s.arg(id));
}

Response NotionLookupApi::getDatabase(const NotionCall &call)
{
    const QString id = call.path[u"database_id"_s];
    const NotionDatabase *database = m_workspace.database(id);
    if (!database || !m_workspace.sees(call.caller, *database))
        return notionNotFound(u"database"_s, id, call.caller);
    return notionOk(NotionRenderer(m_workspace).database(*database));
}

Response NotionLookupApi::getDataSource(const NotionCall &call)
{
    const QString id = call.path[u"data_source_id"_s];
    const NotionDataSource *source = m_workspace.dataSource(id);
    if (!source || !m_workspace.sees(call.caller, *source))
        return notionNotFound(u"data_source"_s, id, call.caller);
    return notionOk(NotionRenderer(m_workspace).dataSource(*source));
}

Response NotionLookupApi::queryDataSource(const NotionCall &call)
{
    const QString id = call.path[u"data_source_id"_s];
    const NotionDataSource *source = m_workspace.dataSource(id);
    if (!source || !m_workspace.sees(call.caller, *source))
        return notionNotFound(u"data_source"_s, id, call.caller);
    const QString unknown = notionUnknownMember(call.body,
                                                {u"filter"_s,
                                                 u"sorts"_s,
                                                 u"start_cursor"_s,
                                                 u"page_size"_s,
                                                 u"in_trash"_s,
                                                 u"result_type"_s},
                                                u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    const Result<NotionPaging> paging = NotionPaging::fromBody(call.body);
    if (!paging)
        return notionInvalid(paging.error().message);
    NotionQuery query(m_workspace, *source);
    if (const Result<> prepared = query.prepare(call.body); !prepared)
        return notionInvalid(prepared.error().message);
    const bool inTrash = call.body["in_trash"_L1].toBool();
    QList<const NotionPage *> rows;
    for (const NotionPage &page : std::as_const(m_workspace.pages)) {
        if (page.parent.id == id && m_workspace.isTrashed(page) == inTrash
            && m_workspace.sees(call.caller, page) && query.matches(page))
            rows.append(&page);
    }
    query.sort(rows);
    const QStringList wanted = call.request.parameterList(u"filter_properties");
    const NotionRenderer renderer(m_workspace);
    return paging->answer(rows, u"page_or_data_source"_s, [&](const NotionPage &page) {
        return renderer.page(page, wanted);
    });
}

Response NotionLookupApi::search(const NotionCall &call)
{
    const Result<NotionSearch> search = NotionSearch::fromBody(call.body);
    if (!search)
        return notionInvalid(search.error().message);
    const Result<NotionPaging> paging = NotionPaging::fromBody(call.body);
    if (!paging)
        return notionInvalid(paging.error().message);
    const QList<NotionSearch::Hit> hits =
        search->run(m_workspace, call.caller, m_workspace.now().addMSecs(-m_searchLag.count()));
    const NotionRenderer renderer(m_workspace);
    return paging->answer(hits, u"page_or_data_source"_s, [&](const NotionSearch::Hit &hit) {
        return hit.page ? renderer.page(*hit.page) : renderer.dataSource(*hit.source);
    });
}

} // namespace fairlead::sandbox
