// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/pageparent.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

// Notion answers for the wrong kind of id either that there is no such thing, or that it is
// something else.
bool isOtherKind(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::InvalidInput;
}

QCoro::Task<Result<PageParent>> asPage(NotionSessions::Session session, QString id)
{
    const auto page = co_await session.client->page(id);
    if (!page)
        co_return failure(page.error());
    PageParent parent;
    parent.pageId = page->id;
    co_return parent;
}

QCoro::Task<Result<PageParent>> asDataSource(NotionSessions::Session session, QString id)
{
    const auto source = co_await session.client->dataSource(id);
    if (!source)
        co_return failure(source.error());
    PageParent parent;
    parent.source = *source;
    co_return parent;
}

QCoro::Task<Result<PageParent>> asDatabase(NotionSessions::Session session, QString id)
{
    const auto database = co_await session.client->database(id);
    if (!database)
        co_return failure(database.error());
    if (database->dataSources.size() == 1)
        co_return co_await asDataSource(session, database->dataSources.first().first);
    QStringList sources;
    for (const auto &[sourceId, name] : database->dataSources)
        sources.append(u"%1 (%2)"_s.arg(cleanedLine(name, 100), bareId(sourceId)));
    if (sources.isEmpty()) {
        co_return failure(
            ErrorCode::NotFound,
            u"Database %1 has no data source that is shared with the connection."_s.arg(
                bareId(id)));
    }
    co_return failure(
        ErrorCode::InvalidInput,
        u"Database \"%1\" has several data sources. Pass the id of one as \"parent\": "
        "%2."_s.arg(database->title, sources.join(u", "_s)));
}

} // namespace

QCoro::Task<Result<PageParent>> pageParent(NotionSessions::Session session, QString id, bool isRow)
{
    auto first = isRow ? asDataSource(session, id) : asPage(session, id);
    const auto likely = co_await first;
    if (likely || !isOtherKind(likely.error().code))
        co_return likely;
    auto second = isRow ? asPage(session, id) : asDataSource(session, id);
    const auto other = co_await second;
    if (other || !isOtherKind(other.error().code))
        co_return other;
    co_return co_await asDatabase(session, id);
}

} // namespace fairlead::providers::notion
