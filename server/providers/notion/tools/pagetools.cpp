// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/pagetools.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pageparent.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

QJsonObject pageSchema()
{
    return tools::inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048},
                "connection":{"type":"string","maxLength":200}})",
                              {u"page"_s});
}

ToolDefinition trashPageDefinition()
{
    return {.name = u"notion_trash_page"_s,
            .title = u"Trash a Notion page"_s,
            .description = u"Moves a page, with all below it, to the trash."_s,
            .inputSchema = pageSchema(),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .idempotent = true,
            .service = u"notion"_s,
            .toolset = u"notion_pages"_s,
            .endpoints = pageEndpoints({u"PATCH /v1/pages/{page_id}"_s})};
}

ToolDefinition restorePageDefinition()
{
    return {.name = u"notion_restore_page"_s,
            .title = u"Restore a Notion page"_s,
            .description = u"Takes a page out of the trash."_s,
            .inputSchema = pageSchema(),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"notion"_s,
            .toolset = u"notion_pages"_s,
            .endpoints = pageEndpoints({u"PATCH /v1/pages/{page_id}"_s})};
}

ToolDefinition movePageDefinition()
{
    return {.name = u"notion_move_page"_s,
            .title = u"Move a Notion page"_s,
            .description = u"Moves a page below another page or into a database."_s,
            .inputSchema = tools::inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048},
                "parent":{"type":"string","minLength":1,"maxLength":2048,"description":"Id or URL of a page, database or data source"},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"page"_s, u"parent"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"notion"_s,
            .toolset = u"notion_pages"_s,
            .endpoints = pageEndpoints({u"POST /v1/pages/{page_id}/move"_s,
                                        u"GET /v1/pages/{page_id}"_s,
                                        u"GET /v1/data_sources/{data_source_id}"_s,
                                        u"GET /v1/databases/{database_id}"_s})};
}

QString titleOf(const Page &page)
{
    return page.title.isEmpty() ? u"Untitled"_s : cleanedLine(page.title, 200);
}

QCoro::Task<Result<Page>> setInTrash(NotionTarget target, bool isInTrash)
{
    RestCall wanted;
    wanted.method = "PATCH"_ba;
    wanted.path = u"/v1/pages/"_s + target.id;
    wanted.json = QJsonObject{{"in_trash"_L1, isInTrash}};
    wanted.subject = u"Page "_s + bareId(target.id);
    wanted.write = isInTrash ? u"moving page %1 to the trash"_s.arg(bareId(target.id))
                             : u"restoring page %1"_s.arg(bareId(target.id));
    wanted.check = u"Read the page with notion_read_page to see."_s;
    wanted.isIdempotent = true;
    co_return co_await target.session.client->ask(wanted, parser::page);
}

QCoro::Task<Result<ToolResult>> trashOrRestore(NotionTools notion, ToolCall call, bool isTrash)
{
    const auto target = co_await pageTarget(notion, std::move(call), "page"_L1);
    if (!target)
        co_return failure(target.error());
    auto page = co_await setInTrash(*target, isTrash);
    page = notion.sessions.choice().noted(target->session.connection, std::move(page));
    if (!page)
        co_return failure(page.error());
    notion.watch.noteChange(target->session.connection, target->id);
    co_return ToolResult::fromText(
        (isTrash ? u"Moved \"%1\" to the trash; notion_restore_page takes it out again.  %2"_s
                 : u"Restored \"%1\"  %2"_s)
            .arg(titleOf(*page), text::urlOf(page->id)));
}

QCoro::Task<Result<Page>> move(NotionTarget target, QString parentId)
{
    const auto parent = co_await pageParent(target.session, parentId, false);
    if (!parent)
        co_return failure(parent.error());
    QJsonObject place{{"type"_L1, "page_id"_L1}, {"page_id"_L1, parent->pageId}};
    if (parent->source) {
        place = QJsonObject{{"type"_L1, "data_source_id"_L1},
                            {"data_source_id"_L1, parent->source->id}};
    }
    RestCall wanted;
    wanted.method = "POST"_ba;
    wanted.path = u"/v1/pages/%1/move"_s.arg(target.id);
    wanted.json = QJsonObject{{"parent"_L1, place}};
    wanted.subject = u"Page "_s + bareId(target.id);
    wanted.write = u"moving page %1"_s.arg(bareId(target.id));
    wanted.check = u"Look for it with notion_search to see."_s;
    wanted.isIdempotent = true;
    co_return co_await target.session.client->ask(wanted, parser::page);
}

QCoro::Task<Result<ToolResult>> movePage(NotionTools notion, ToolCall call)
{
    const auto parentId = notionId(textOf(call, "parent"_L1), "parent"_L1);
    if (!parentId)
        co_return failure(parentId.error());
    const auto target = co_await pageTarget(notion, std::move(call), "page"_L1);
    if (!target)
        co_return failure(target.error());
    auto page = co_await move(*target, *parentId);
    page = notion.sessions.choice().noted(target->session.connection, std::move(page));
    if (!page)
        co_return failure(page.error());
    notion.watch.noteChange(target->session.connection, target->id);
    co_return ToolResult::fromText(
        u"Moved \"%1\"  %2"_s.arg(titleOf(*page), text::urlOf(page->id)));
}

} // namespace

void addPageTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(trashPageDefinition(),
                 [notion](ToolCall call) { return trashOrRestore(notion, std::move(call), true); });
    registry.add(restorePageDefinition(), [notion](ToolCall call) {
        return trashOrRestore(notion, std::move(call), false);
    });
    registry.add(movePageDefinition(),
                 [notion](ToolCall call) { return movePage(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
