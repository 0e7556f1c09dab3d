// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/appendblocks.h"

#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/tools/blockbuilder.h"
#include "server/providers/notion/tools/blockmarkdown.h"
#include "server/providers/notion/tools/blockparser.h"
#include "server/providers/notion/tools/blocktools.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolResult;

constexpr qsizetype mostAtOnce = 100; // Notion's limit
constexpr qsizetype mostBlocks = 1000;
constexpr qsizetype shownBlocks = 30;

/** What was asked for, checked as far as that goes without Notion. */
struct Wish
{
    QString parent; ///< canonical id of a page or block
    QString after; ///< that of a block in it; empty: at `place`
    QString place; ///< "start" or "end"
    QString markdown;
    QJsonArray blocks; ///< as given; empty: the Markdown
};

Result<Wish> wishOf(const ToolCall &call)
{
    Wish wish;
    const auto parent = blockId(textOf(call, "parent"_L1), "parent"_L1);
    if (!parent)
        return failure(parent.error());
    wish.parent = *parent;
    wish.markdown = textOf(call, "markdown"_L1);
    wish.blocks = call.arguments.value("blocks"_L1).toArray();
    if (wish.markdown.trimmed().isEmpty() == wish.blocks.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"Pass either \"markdown\" or \"blocks\", e.g. blocks: "
                       "[{\"type\":\"to_do\",\"text\":\"Ship it\",\"checked\":false}]."_s);
    wish.place = textOf(call, "position"_L1);
    const QString after = textOf(call, "after"_L1);
    if (!after.trimmed().isEmpty()) {
        if (!wish.place.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           u"Pass either \"after\" or \"position\", not both."_s);
        const auto id = blockId(after, "after"_L1);
        if (!id)
            return failure(id.error());
        wish.after = *id;
    }
    if (wish.place.isEmpty())
        wish.place = u"end"_s;
    return wish;
}

RestCall appending(const Wish &wish)
{
    RestCall call;
    call.method = "PATCH";
    call.subject = u"Page or block "_s + bareId(wish.parent);
    call.write = u"appending the blocks"_s;
    call.check = u"Before trying again, look with notion_get_blocks and block: \"%1\"."_s.arg(
        bareId(wish.parent));
    return call;
}

QCoro::Task<Result<ToolResult>> appendMarkdown(NotionSessions::Session session, Wish wish)
{
    RestCall wanted = appending(wish);
    wanted.path = u"/v1/pages/%1/markdown"_s.arg(wish.parent);
    const QJsonObject position{{"type"_L1, wish.place}};
    const QJsonObject insert{{"content"_L1, wish.markdown}, {"position"_L1, position}};
    wanted.json = QJsonObject{{"type"_L1, "insert_content"_L1}, {"insert_content"_L1, insert}};
    const auto written = co_await session.client->ask(wanted, parser::markdown);
    if (!written)
        co_return failure(written.error());
    co_return ToolResult::fromText(
        u"Added the Markdown at the %1 of %2"_s.arg(wish.place, text::urlOf(wish.parent)));
}

QJsonObject positionOf(const Wish &wish)
{
    if (wish.after.isEmpty())
        return {{"type"_L1, wish.place}};
    return {{"type"_L1, "after_block"_L1}, {"after_block"_L1, QJsonObject{{"id"_L1, wish.after}}}};
}

Error appendedOnly(const Error &error, const QList<Block> &done, qsizetype all)
{
    if (done.isEmpty())
        return error;
    Error partly = error;
    partly.message =
        u"Only the first %1 of %2 blocks were appended, the last one being %3. Then: %4"_s
            .arg(done.size())
            .arg(all)
            .arg(bareId(done.last().id), error.message);
    return partly;
}

QString appendedText(const QList<Block> &done, const Wish &wish)
{
    QString text = u"Appended %1 %2 to %3\n"_s.arg(done.size())
                       .arg(done.size() == 1 ? u"block"_s : u"blocks"_s, text::urlOf(wish.parent));
    for (const Block &block : done.first(std::min(done.size(), shownBlocks)))
        text += lineOf(block) + u'\n';
    if (done.size() > shownBlocks)
        text += u"and %1 more, the last one: %2"_s.arg(done.size() - shownBlocks)
                    .arg(lineOf(done.last()));
    return text.trimmed();
}

/** Appends in parts of what Notion takes at once, each behind the one before. */
QCoro::Task<Result<ToolResult>> appendParts(NotionSessions::Session session,
                                            Wish wish,
                                            QJsonArray blocks)
{
    const Wish wanted = wish;
    QList<Block> done;
    for (qsizetype start = 0; start < blocks.size(); start += mostAtOnce) {
        QJsonArray part;
        for (qsizetype i = start; i < std::min(start + mostAtOnce, blocks.size()); ++i)
            part.append(blocks.at(i));
        RestCall call = appending(wish);
        call.path = u"/v1/blocks/%1/children"_s.arg(wish.parent);
        call.json = QJsonObject{{"children"_L1, part}, {"position"_L1, positionOf(wish)}};
        const auto added = co_await session.client->ask(call, blockparser::blocks);
        if (!added)
            co_return failure(appendedOnly(added.error(), done, blocks.size()));
        done += added->blocks;
        if (!added->blocks.isEmpty())
            wish.after = added->blocks.last().id;
    }
    co_return ToolResult::fromText(appendedText(done, wanted));
}

Result<QJsonArray> blocksOf(const Wish &wish)
{
    auto blocks =
        wish.blocks.isEmpty() ? blocksFromMarkdown(wish.markdown) : blocksFrom(wish.blocks);
    if (blocks && blocks->size() > mostBlocks)
        return failure(
            ErrorCode::InvalidInput,
            u"These are %1 blocks, but at most %2 are appended in one call."_s.arg(blocks->size())
                .arg(mostBlocks));
    return blocks;
}

QCoro::Task<Result<ToolResult>> append(NotionSessions::Session session, Wish wish)
{
    if (!wish.blocks.isEmpty() || !wish.after.isEmpty()) {
        const auto blocks = blocksOf(wish);
        if (!blocks)
            co_return failure(blocks.error());
        co_return co_await appendParts(session, wish, *blocks);
    }
    RestCall looking;
    looking.path = u"/v1/blocks/"_s + wish.parent;
    looking.subject = u"Page or block "_s + bareId(wish.parent);
    const auto parent = co_await session.client->ask(looking, blockparser::block);
    if (!parent)
        co_return failure(parent.error());
    if (parent->isPage())
        co_return co_await appendMarkdown(session, wish);
    if (parent->isDatabase()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"parent\" is a database, which has rows and no blocks. Add "
                          "a row with notion_create_page."_s);
    }
    const auto blocks = blocksOf(wish);
    if (!blocks)
        co_return failure(blocks.error());
    co_return co_await appendParts(session, wish, *blocks);
}

} // namespace

QCoro::Task<Result<ToolResult>> appendBlocks(NotionTools tools, ToolCall call)
{
    const auto wish = wishOf(call);
    if (!wish)
        co_return failure(wish.error());
    const QStringList probes(u"/v1/blocks/%1"_s);
    const auto session = co_await sessionFor(tools, call, wish->parent, probes);
    if (!session)
        co_return failure(session.error());
    auto result = co_await append(*session, *wish);
    // Some of it may have been appended even when the end of it failed.
    tools.watch.noteChange(session->connection, wish->parent);
    co_return tools.sessions.choice().noted(session->connection, std::move(result));
}

} // namespace fairlead::providers::notion
