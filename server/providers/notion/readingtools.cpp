// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/readingtools.h"

#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pagereader.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;
using tools::ToolCall;
using tools::ToolResult;

constexpr int defaultLimit = 20;
constexpr int defaultChars = 20'000;

SearchWish wishOf(const ToolCall &call)
{
    SearchWish wish;
    wish.query = textOf(call, "query"_L1).trimmed();
    const QString order = textOf(call, "sort"_L1);
    if (order == "newest"_L1)
        wish.order = SearchWish::Order::Newest;
    else if (order == "oldest"_L1)
        wish.order = SearchWish::Order::Oldest;
    wish.inTrash = call.arguments.value("in_trash"_L1).toBool();
    wish.limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    wish.cursor = textOf(call, "cursor"_L1);
    return wish;
}

QCoro::Task<Result<ToolResult>> answered(NotionTools notion,
                                         ToolCall call,
                                         SearchWish wish,
                                         QString (*textOfAll)(const FoundPage &))
{
    const auto session = co_await workspaceTarget(notion, std::move(call));
    if (!session)
        co_return failure(session.error());
    auto found = co_await session->client->search(wish);
    found = notion.sessions.choice().noted(session->connection, std::move(found));
    if (!found)
        co_return failure(found.error());
    co_return ToolResult::fromText(textOfAll(*found));
}

/** Where reading goes on: "20000@2026-11-20T10:00:00.000Z", the page's last change behind it. */
struct ReadCursor
{
    qsizetype start = 0;
    QString edited = {};
};

Result<ReadCursor> readCursor(const QString &text)
{
    static const QRegularExpression grammar(u"\\A([1-9][0-9]{0,6})@([0-9TZ:.+-]{0,40})\\z"_s);
    if (text.isEmpty())
        return ReadCursor();
    const QRegularExpressionMatch match = grammar.match(text);
    if (match.hasMatch())
        return ReadCursor{match.captured(1).toLongLong(), match.captured(2)};
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"cursor\" must be the text that notion_read_page gave as cursor, "
                   "unchanged."_s);
}

QString partText(const PageText &page, const ReadCursor &cursor, int limit)
{
    const text::Part part = text::partOf(page.text, cursor.start, limit);
    QString result = part.text.trimmed();
    if (cursor.start > 0 && cursor.edited != page.edited) {
        result.prepend(u"[The page was edited since the part before. Read it from the start if the "
                       "parts do not fit together.]\n"_s);
    }
    if (part.end < page.text.size()) {
        return result
            + u"\n[Cut after %1 of %2 or more characters. Call again with cursor: \"%3@%4\"]"_s
                  .arg(part.end)
                  .arg(page.text.size())
                  .arg(part.end)
                  .arg(page.edited);
    }
    if (!page.leftOut.isEmpty()) {
        QStringList ids;
        for (const QString &id : page.leftOut)
            ids.append(bareId(id));
        result += u"\n[Left out, because Notion did not give it with the page: %1. Read each with "
                  "notion_read_page.]"_s.arg(ids.join(u", "_s));
    }
    return result.isEmpty() ? u"[Nothing more.]"_s : result;
}

} // namespace

QCoro::Task<Result<ToolResult>> searchNotion(NotionTools notion, ToolCall call)
{
    SearchWish wish = wishOf(call);
    const QString type = textOf(call, "type"_L1);
    if (!type.isEmpty())
        wish.kind = type == "page"_L1 ? SearchWish::Kind::Pages : SearchWish::Kind::DataSources;
    co_return co_await answered(notion, std::move(call), std::move(wish), text::searchText);
}

QCoro::Task<Result<ToolResult>> listDatabases(NotionTools notion, ToolCall call)
{
    SearchWish wish = wishOf(call);
    wish.kind = SearchWish::Kind::DataSources;
    co_return co_await answered(notion, std::move(call), std::move(wish), text::databasesText);
}

QCoro::Task<Result<ToolResult>> readPage(NotionTools notion, ToolCall call)
{
    const auto id = notionId(textOf(call, "page"_L1), "page"_L1);
    if (!id)
        co_return failure(id.error());
    const auto cursor = readCursor(textOf(call, "cursor"_L1));
    if (!cursor)
        co_return failure(cursor.error());
    const auto connections = likelyConnections(notion, call, *id);
    if (!connections)
        co_return failure(connections.error());
    const int limit = call.arguments.value("max_chars"_L1).toInt(defaultChars);
    const bool withTranscripts = call.arguments.value("include_transcript"_L1).toBool();
    std::optional<Error> failed;
    for (const Connection &connection : *connections) {
        const auto session = notion.sessions.open(connection, call.caller, call.cancellation);
        auto page = co_await readPageText(session, *id, cursor->start + limit, withTranscripts);
        page = notion.sessions.choice().noted(connection, std::move(page));
        if (page) {
            notion.directory.noteConnection(connection, *id);
            co_return ToolResult::fromText(partText(*page, *cursor, limit));
        }
        if (connections->size() == 1 || page.error().code == ErrorCode::Cancelled)
            co_return failure(page.error());
        if (!failed && page.error().code != ErrorCode::NotFound)
            failed = page.error();
    }
    co_return failure(failed ? *failed : nowhere(u"Page"_s, *id, *connections));
}

} // namespace fairlead::providers::notion
