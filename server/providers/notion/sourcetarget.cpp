// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/sourcetarget.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;

constexpr qsizetype mostSources = 10; // of one database

// A database's URL may name the row that is open beside it, which is not meant here.
QString withoutOpenPage(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    QUrlQuery query(url);
    if (!url.isValid() || !query.hasQueryItem(u"v"_s))
        return text;
    query.removeAllQueryItems(u"p"_s);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QCoro::Task<Result<SourceTarget>> asSource(NotionTools tools,
                                           NotionSessions::Session session,
                                           QString id)
{
    const auto source = co_await tools.directory.dataSource(session, id);
    if (!source)
        co_return failure(source.error());
    SourceTarget target;
    target.session = session;
    target.sources.append(*source);
    co_return target;
}

QCoro::Task<Result<SourceTarget>> asDatabase(NotionTools tools,
                                             NotionSessions::Session session,
                                             QString id,
                                             bool isOne)
{
    const auto database = co_await session.client->database(id);
    if (!database)
        co_return failure(database.error());
    const auto &all = database->dataSources;
    if (all.isEmpty()) {
        co_return failure(
            ErrorCode::NotFound,
            u"Database %1 has no data source that is shared with the connection."_s.arg(
                bareId(id)));
    }
    if (isOne && all.size() > 1) {
        QStringList names;
        for (const auto &[sourceId, name] : all)
            names.append(u"%1 (%2)"_s.arg(cleanedLine(name, 100), bareId(sourceId)));
        co_return failure(
            ErrorCode::InvalidInput,
            u"Database \"%1\" has several data sources. Pass the id of one: %2."_s.arg(
                database->title, names.join(u", "_s)));
    }
    SourceTarget target;
    target.session = session;
    target.database = *database;
    for (const auto &each : all.first(std::min(all.size(), mostSources))) {
        const auto source = co_await tools.directory.dataSource(session, each.first);
        if (!source)
            co_return failure(source.error());
        target.sources.append(*source);
    }
    co_return target;
}

QCoro::Task<Result<SourceTarget>> foundOver(
    NotionTools tools, NotionSessions::Session session, QString id, bool isUrl, bool isOne)
{
    // URLs lead to databases; the ids that tools answer with are mostly those of data sources.
    if (!isUrl) {
        const auto source = co_await asSource(tools, session, id);
        if (source || !isElsewhere(source.error()))
            co_return source;
    }
    const auto database = co_await asDatabase(tools, session, id, isOne);
    if (!isUrl || database || database.error().code != ErrorCode::NotFound)
        co_return database;
    const auto source = co_await asSource(tools, session, id);
    if (source)
        co_return source;
    co_return database;
}

QCoro::Task<Result<SourceTarget>> found(NotionTools tools,
                                        ToolCall call,
                                        QLatin1StringView argument,
                                        bool isOne)
{
    const QString given = withoutOpenPage(textOf(call, argument));
    const auto id = notionId(given, argument);
    if (!id)
        co_return failure(id.error());
    const QStringList probes{u"/v1/data_sources/%1"_s, u"/v1/databases/%1"_s};
    const auto session = co_await sessionFor(tools, call, *id, probes);
    if (!session)
        co_return failure(session.error());
    auto target = co_await foundOver(tools, *session, *id, given.contains(u'/'), isOne);
    co_return tools.sessions.choice().noted(session->connection, std::move(target));
}

} // namespace

QCoro::Task<Result<SourceTarget>> databaseTarget(NotionTools tools,
                                                 ToolCall call,
                                                 QLatin1StringView argument)
{
    return found(tools, std::move(call), argument, false);
}

QCoro::Task<Result<SourceTarget>> sourceTarget(NotionTools tools,
                                               ToolCall call,
                                               QLatin1StringView argument)
{
    return found(tools, std::move(call), argument, true);
}

} // namespace fairlead::providers::notion
