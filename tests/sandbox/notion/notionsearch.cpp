// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionsearch.h"

#include "tests/sandbox/notion/notionanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

Result<> checkFilter(const QJsonObject &filter)
{
    const QString unknown =
        notionUnknownMember(filter, {u"property"_s, u"value"_s, u"in_trash"_s}, u"body.filter"_s);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    const QJsonValue property = filter["property"_L1];
    const QJsonValue value = filter["value"_L1];
    const QJsonValue inTrash = filter["in_trash"_L1];
    if (!inTrash.isUndefined() && !inTrash.isBool())
        return complaint(u"body.filter.in_trash"_s, u"a boolean"_s, inTrash);
    if (property.isUndefined() && value.isUndefined() && inTrash.isBool())
        return {};
    if (property.toString() != "object"_L1)
        return complaint(u"body.filter.property"_s, u"`\"object\"`"_s, property);
    if (value.toString() != "page"_L1 && value.toString() != "data_source"_L1)
        return complaint(u"body.filter.value"_s, u"`\"page\"` or `\"data_source\"`"_s, value);
    return {};
}

Result<> checkSort(const QJsonObject &sort)
{
    const QString unknown =
        notionUnknownMember(sort, {u"timestamp"_s, u"direction"_s, u"property"_s}, u"body.sort"_s);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    if (sort["property"_L1].toString() == "relevance"_L1)
        return {};
    if (sort["timestamp"_L1].toString() != "last_edited_time"_L1)
        return complaint(
            u"body.sort.timestamp"_s, u"`\"last_edited_time\"`"_s, sort["timestamp"_L1]);
    const QString direction = sort["direction"_L1].toString();
    if (direction != "ascending"_L1 && direction != "descending"_L1)
        return complaint(u"body.sort.direction"_s,
                         u"`\"ascending\"` or `\"descending\"`"_s,
                         sort["direction"_L1]);
    return {};
}

} // namespace

Result<NotionSearch> NotionSearch::fromBody(const QJsonObject &body)
{
    const QString unknown = notionUnknownMember(
        body, {u"query"_s, u"filter"_s, u"sort"_s, u"page_size"_s, u"start_cursor"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    const QJsonValue query = body["query"_L1];
    if (!query.isUndefined() && !query.isString())
        return complaint(u"body.query"_s, u"a string"_s, query);
    for (const QString &name : {u"filter"_s, u"sort"_s}) {
        if (body.contains(name) && !body[name].isObject())
            return complaint(u"body."_s + name, u"an object"_s, body[name]);
    }
    const QJsonObject filter = body["filter"_L1].toObject();
    const QJsonObject sort = body["sort"_L1].toObject();
    if (const Result<> checked = body.contains("filter"_L1) ? checkFilter(filter) : Result<>();
        !checked)
        return tl::unexpected(checked.error());
    if (const Result<> checked = body.contains("sort"_L1) ? checkSort(sort) : Result<>(); !checked)
        return tl::unexpected(checked.error());
    NotionSearch search;
    search.m_query = query.toString().trimmed();
    search.m_only = filter["value"_L1].toString();
    search.m_inTrash = filter["in_trash"_L1].toBool();
    if (sort.contains("timestamp"_L1))
        search.m_order = sort["direction"_L1].toString() == "ascending"_L1 ? Order::Ascending
                                                                           : Order::Descending;
    return search;
}

bool NotionSearch::fits(const QString &title) const
{
    const QStringList words = m_query.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&title](const QString &word) {
        return title.contains(word, Qt::CaseInsensitive);
    });
}

int NotionSearch::rank(const QString &title) const
{
    if (m_query.isEmpty())
        return 0;
    if (title.compare(m_query, Qt::CaseInsensitive) == 0)
        return 0;
    if (title.startsWith(m_query, Qt::CaseInsensitive))
        return 1;
    return title.contains(m_query, Qt::CaseInsensitive) ? 2 : 3;
}

QList<NotionSearch::Hit> NotionSearch::run(const NotionWorkspace &workspace,
                                           const NotionConnection &caller,
                                           const QDateTime &until) const
{
    QList<Hit> hits;
    for (const NotionPage &page : workspace.pages) {
        const QString title = NotionWorkspace::title(page);
        if (m_only != "data_source"_L1 && fits(title) && workspace.sees(caller, page)
            && workspace.isTrashed(page) == m_inTrash && page.times.created <= until)
            hits.append(
                {.id = page.id, .title = title, .edited = page.times.edited, .page = &page});
    }
    for (const NotionDataSource &source : workspace.dataSources) {
        const NotionDatabase *database = workspace.database(source.databaseId);
        if (m_only != "page"_L1 && fits(source.title) && database && workspace.sees(caller, source)
            && workspace.isTrashed(*database) == m_inTrash)
            hits.append({.id = source.id,
                         .title = source.title,
                         .edited = source.times.edited,
                         .source = &source});
    }
    std::stable_sort(hits.begin(), hits.end(), [this](const Hit &left, const Hit &right) {
        if (m_order == Order::Ascending)
            return left.edited < right.edited;
        const int ranks = m_order == Order::Relevance ? rank(left.title) - rank(right.title) : 0;
        return ranks != 0 ? ranks < 0 : left.edited > right.edited;
    });
    return hits;
}

} // namespace fairlead::sandbox
