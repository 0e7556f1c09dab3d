// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/blocktools.h"

#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/tools/appendblocks.h"
#include "server/providers/notion/tools/blockbuilder.h"
#include "server/providers/notion/tools/blockparser.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int defaultLimit = 50;
constexpr int mostReads = 30; // of one call: nested blocks cost one each

/** A block and how deep it stands below what was asked for. */
struct Placed
{
    Block block;
    int depth = 0;
};

/** The block in an argument, and the open session to its workspace. */
QCoro::Task<Result<NotionTarget>> blockTarget(NotionTools tools, ToolCall call)
{
    const auto id = blockId(textOf(call, "block"_L1), "block"_L1);
    if (!id)
        co_return failure(id.error());
    const QStringList probes(u"/v1/blocks/%1"_s);
    const auto session = co_await sessionFor(tools, std::move(call), *id, probes);
    if (!session)
        co_return failure(session.error());
    co_return NotionTarget{*session, *id};
}

RestCall blockCall(const QString &id)
{
    RestCall call;
    call.path = u"/v1/blocks/"_s + id;
    call.subject = u"Page or block "_s + bareId(id);
    return call;
}

QCoro::Task<Result<BlockPage>> children(NotionTarget target, int limit, QString cursor)
{
    RestCall call = blockCall(target.id);
    call.path += u"/children"_s;
    call.query.addQueryItem(u"page_size"_s, QString::number(limit));
    if (!cursor.isEmpty())
        addText(call.query, u"start_cursor"_s, cursor);
    co_return co_await target.session.client->ask(call, blockparser::blocks);
}

// -- notion_get_blocks

ToolDefinition getBlocksDefinition()
{
    return {.name = u"notion_get_blocks"_s,
            .title = u"List a Notion page's blocks"_s,
            .description =
                u"Lists the blocks of a page or in a block, one line each: id, type, text. For "
                "changing single blocks; to read, notion_read_page is shorter."_s,
            .inputSchema = tools::inputSchema(R"({
                "block":{"type":"string","maxLength":2048,"description":"Id or URL of a page or block"},
                "depth":{"type":"integer","minimum":0,"maximum":3,"description":"Of nested blocks to include; default 0"},
                "limit":{"type":"integer","minimum":1,"maximum":100,"description":"Default 50"},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"block"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_blocks"_s,
            .endpoints = {u"GET /v1/blocks/{block_id}/children"_s, u"GET /v1/blocks/{block_id}"_s}};
}

/** Puts what is nested behind its block; what is too much stays out. */
QCoro::Task<Result<QList<Placed>>> withNested(NotionTarget target, QList<Placed> all, int depth)
{
    int reads = 0;
    for (qsizetype i = 0; i < all.size() && reads < mostReads; ++i) {
        const Placed &outer = all.at(i);
        const int inside = outer.depth + 1;
        if (!outer.block.hasChildren || inside > depth || outer.block.isPage()
            || outer.block.isDatabase())
            continue;
        ++reads;
        const NotionTarget holder{target.session, outer.block.id};
        const auto inner = co_await children(holder, 100, QString());
        if (!inner)
            co_return failure(inner.error());
        // Whatever does not fit on one page is left to a call of its own.
        all[i].block.hasChildren = !inner->nextCursor.isEmpty();
        for (qsizetype n = 0; n < inner->blocks.size(); ++n)
            all.insert(i + 1 + n, {inner->blocks.at(n), inside});
    }
    co_return all;
}

QString blocksText(const QList<Placed> &all, const QString &nextCursor)
{
    if (all.isEmpty())
        return u"No blocks: it is empty."_s;
    QString text;
    for (const Placed &each : all) {
        text += QString(2 * each.depth, u' ') + lineOf(each.block);
        text += each.block.hasChildren ? u"  (has more inside)\n"_s : u"\n"_s;
    }
    if (!nextCursor.isEmpty())
        text += u"More: call again with cursor: \"%1\""_s.arg(nextCursor);
    return text.trimmed();
}

QCoro::Task<Result<ToolResult>> getBlocks(NotionTools tools, ToolCall call)
{
    const auto target = co_await blockTarget(tools, call);
    if (!target)
        co_return failure(target.error());
    const int limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    auto page = co_await children(*target, limit, textOf(call, "cursor"_L1));
    page = tools.sessions.choice().noted(target->session.connection, std::move(page));
    if (!page)
        co_return failure(page.error());
    QList<Placed> all;
    for (const Block &block : page->blocks)
        all.append({block, 0});
    const int depth = call.arguments.value("depth"_L1).toInt();
    const auto nested = co_await withNested(*target, all, depth);
    if (!nested)
        co_return failure(nested.error());
    co_return ToolResult::fromText(blocksText(*nested, page->nextCursor));
}

// -- notion_append_blocks

ToolDefinition appendBlocksDefinition()
{
    return {.name = u"notion_append_blocks"_s,
            .title = u"Append blocks in Notion"_s,
            .description =
                u"Adds content to a page or into a block: at its end, its start, or after one of "
                "its blocks. Give Markdown, or blocks for what Markdown cannot say."_s,
            .inputSchema = tools::inputSchema(R"({
                "parent":{"type":"string","maxLength":2048,"description":"Id or URL of a page or block"},
                "markdown":{"type":"string","maxLength":200000},
                "blocks":{"type":"array","maxItems":100,"items":{"type":"object","properties":{
                    "type":{"type":"string","description":"paragraph, heading_1 to heading_3, bulleted_list_item, numbered_list_item, to_do, toggle, quote, callout, code, divider, equation, bookmark, embed, image, video, pdf, audio, file"},
                    "text":{"type":"string","maxLength":20000,"description":"Inline Markdown"},
                    "checked":{"type":"boolean"},
                    "language":{"type":"string","maxLength":50},
                    "url":{"type":"string","maxLength":2000},
                    "children":{"type":"array","items":{"type":"object"},"maxItems":100}},
                    "required":["type"],"additionalProperties":false}},
                "after":{"type":"string","maxLength":2048,"description":"Block in the parent to append after"},
                "position":{"type":"string","enum":["start","end"]},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"parent"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"notion"_s,
            .toolset = u"notion_blocks"_s,
            .endpoints = {u"GET /v1/blocks/{block_id}"_s,
                          u"PATCH /v1/blocks/{block_id}/children"_s,
                          u"PATCH /v1/pages/{page_id}/markdown"_s}};
}

// -- notion_update_block

ToolDefinition updateBlockDefinition()
{
    return {
        .name = u"notion_update_block"_s,
        .title = u"Change a Notion block"_s,
        .description =
            u"Replaces the text of one block, ticks a to-do, or sets a code block's language."_s,
        .inputSchema = tools::inputSchema(R"({
                "block":{"type":"string","maxLength":2048,"description":"Id, from notion_get_blocks"},
                "text":{"type":"string","maxLength":20000,"description":"Inline Markdown"},
                "checked":{"type":"boolean"},
                "language":{"type":"string","maxLength":50},
                "connection":{"type":"string","maxLength":200}})",
                                          {u"block"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Write,
        .idempotent = true,
        .service = u"notion"_s,
        .toolset = u"notion_blocks"_s,
        .endpoints = {u"GET /v1/blocks/{block_id}"_s, u"PATCH /v1/blocks/{block_id}"_s}};
}

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

/** The block and what is wrong with changing it by these tools. */
QCoro::Task<Result<Block>> editableBlock(NotionTarget target)
{
    auto block = co_await target.session.client->ask(blockCall(target.id), blockparser::block);
    if (!block)
        co_return failure(block.error());
    if (block->isPage())
        co_return refused(
            u"%1 is a page. Change it with notion_edit_page or "
            "notion_update_properties, remove it with notion_trash_page."_s.arg(bareId(target.id)));
    if (block->isDatabase())
        co_return refused(
            u"%1 is a database. Change it with notion_update_schema."_s.arg(bareId(target.id)));
    if (block->isInTrash)
        co_return refused(u"Block %1 is in the trash."_s.arg(bareId(target.id)));
    co_return block;
}

Result<QJsonObject> changeOf(const Block &block, const QJsonObject &arguments)
{
    QJsonObject content;
    if (arguments.contains("text"_L1)) {
        if (!hasText(block.type))
            return refused(u"A block of the type %1 has no text that can be set. Delete it and "
                           "append another one."_s.arg(block.type));
        const auto text =
            textContent(block.type, arguments.value("text"_L1).toString(), u"Argument \"text\""_s);
        if (!text)
            return failure(text.error());
        content = *text;
    }
    if (arguments.contains("checked"_L1)) {
        if (block.type != "to_do"_L1)
            return refused(
                u"Only a to_do can be checked; this block is of the type %1."_s.arg(block.type));
        content.insert("checked"_L1, arguments.value("checked"_L1).toBool());
    }
    if (arguments.contains("language"_L1)) {
        if (block.type != "code"_L1)
            return refused(
                u"Only code has a language; this block is of the type %1."_s.arg(block.type));
        content.insert("language"_L1, codeLanguage(arguments.value("language"_L1).toString()));
    }
    if (content.isEmpty())
        return refused(u"Nothing to change: pass \"text\", \"checked\" or \"language\"."_s);
    return content;
}

QCoro::Task<Result<Block>> update(NotionTarget target, QJsonObject arguments)
{
    const auto block = co_await editableBlock(target);
    if (!block)
        co_return failure(block.error());
    const auto content = changeOf(*block, arguments);
    if (!content)
        co_return failure(content.error());
    RestCall wanted = blockCall(target.id);
    wanted.method = "PATCH";
    wanted.json = QJsonObject{{block->type, *content}};
    wanted.write = u"changing block "_s + bareId(target.id);
    wanted.check = u"Look at it with notion_get_blocks."_s;
    wanted.isIdempotent = true;
    co_return co_await target.session.client->ask(wanted, blockparser::block);
}

void noteChange(const NotionTools &tools, const NotionTarget &target, const Block &block)
{
    if (!block.pageId.isEmpty())
        tools.watch.noteChange(target.session.connection, block.pageId);
}

QCoro::Task<Result<ToolResult>> updateBlock(NotionTools tools, ToolCall call)
{
    const auto target = co_await blockTarget(tools, call);
    if (!target)
        co_return failure(target.error());
    auto block = co_await update(*target, call.arguments);
    block = tools.sessions.choice().noted(target->session.connection, std::move(block));
    if (!block)
        co_return failure(block.error());
    noteChange(tools, *target, *block);
    co_return ToolResult::fromText(u"Changed  "_s + lineOf(*block));
}

// -- notion_delete_block

ToolDefinition deleteBlockDefinition()
{
    return {.name = u"notion_delete_block"_s,
            .title = u"Delete a Notion block"_s,
            .description = u"Moves one block, with what is nested in it, to Notion's trash."_s,
            .inputSchema = tools::inputSchema(R"({
                "block":{"type":"string","maxLength":2048,"description":"Id, from notion_get_blocks"},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"block"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .idempotent = true,
            .service = u"notion"_s,
            .toolset = u"notion_blocks"_s,
            .endpoints = {u"GET /v1/blocks/{block_id}"_s, u"DELETE /v1/blocks/{block_id}"_s}};
}

QCoro::Task<Result<Block>> remove(NotionTarget target)
{
    auto block = co_await editableBlock(target);
    if (!block)
        co_return block;
    RestCall wanted = blockCall(target.id);
    wanted.method = "DELETE";
    wanted.write = u"deleting block "_s + bareId(target.id);
    wanted.check = u"Look for it with notion_get_blocks."_s;
    wanted.isIdempotent = true;
    const auto gone = co_await target.session.client->ask(wanted, blockparser::block);
    if (!gone)
        co_return failure(gone.error());
    co_return block;
}

QCoro::Task<Result<ToolResult>> deleteBlock(NotionTools tools, ToolCall call)
{
    const auto target = co_await blockTarget(tools, call);
    if (!target)
        co_return failure(target.error());
    auto block = co_await remove(*target);
    block = tools.sessions.choice().noted(target->session.connection, std::move(block));
    if (!block)
        co_return failure(block.error());
    noteChange(tools, *target, *block);
    co_return ToolResult::fromText(u"Moved to the trash  "_s + lineOf(*block));
}

} // namespace

Result<QString> blockId(const QString &text, QLatin1StringView argument)
{
    const QString anchor = canonicalId(QUrl(text.trimmed()).fragment());
    const auto page = notionId(text, argument);
    return page && !anchor.isEmpty() ? Result<QString>(anchor) : page;
}

void addBlockTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(getBlocksDefinition(),
                 [tools](ToolCall call) { return getBlocks(tools, std::move(call)); });
    registry.add(appendBlocksDefinition(),
                 [tools](ToolCall call) { return appendBlocks(tools, std::move(call)); });
    registry.add(updateBlockDefinition(),
                 [tools](ToolCall call) { return updateBlock(tools, std::move(call)); });
    registry.add(deleteBlockDefinition(),
                 [tools](ToolCall call) { return deleteBlock(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
