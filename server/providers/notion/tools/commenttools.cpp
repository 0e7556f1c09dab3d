// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/commenttools.h"

#include "server/providers/notion/comments.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
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

ToolDefinition listCommentsDefinition()
{
    return {.name = u"notion_list_comments"_s,
            .title = u"List Notion comments"_s,
            .description = u"Open comments on a page or block, by discussion."_s,
            .inputSchema = tools::inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048,"description":"Or block"},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":1000},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"page"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = pageEndpoints({u"GET /v1/comments"_s})};
}

ToolDefinition addCommentDefinition()
{
    return {.name = u"notion_add_comment"_s,
            .title = u"Comment in Notion"_s,
            .description = u"Comments on a page or block, or replies in a discussion."_s,
            .inputSchema = tools::inputSchema(R"({
                "markdown":{"type":"string","minLength":1,"maxLength":20000,"description":"Inline only: no lists or headings"},
                "page":{"type":"string","maxLength":2048,"description":"Or block"},
                "discussion":{"type":"string","maxLength":100},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"markdown"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"notion"_s,
            .endpoints = pageEndpoints({u"POST /v1/comments"_s})};
}

/** A page's URL with a block's anchor means the block here. */
QString anchorOf(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && url.hasFragment() ? canonicalId(url.fragment()) : QString();
}

/** The page or block in the argument "page". */
QCoro::Task<Result<NotionTarget>> commentTarget(NotionTools notion, ToolCall call)
{
    const QString block = anchorOf(textOf(call, "page"_L1));
    auto target = co_await pageTarget(notion, std::move(call), "page"_L1);
    if (target && !block.isEmpty())
        target->id = block;
    co_return target;
}

QCoro::Task<Result<ToolResult>> commentsOf(NotionTools notion, NotionTarget target, ToolCall call)
{
    RestCall wanted;
    wanted.path = u"/v1/comments"_s;
    addText(wanted.query, u"block_id"_s, target.id);
    addText(wanted.query,
            u"page_size"_s,
            QString::number(call.arguments.value("limit"_L1).toInt(defaultLimit)));
    if (const QString cursor = textOf(call, "cursor"_L1); !cursor.isEmpty())
        addText(wanted.query, u"start_cursor"_s, cursor);
    wanted.subject = u"Page or block "_s + bareId(target.id);
    const auto page = co_await target.session.client->ask(wanted, parser::comments);
    if (!page)
        co_return failure(page.error());
    for (const Comment &comment : page->comments)
        notion.directory.noteConnection(target.session.connection, comment.discussionId);
    co_return ToolResult::fromText(text::commentsText(*page));
}

QCoro::Task<Result<ToolResult>> listComments(NotionTools notion, ToolCall call)
{
    const auto target = co_await commentTarget(notion, call);
    if (!target)
        co_return failure(target.error());
    auto result = co_await commentsOf(notion, *target, call);
    co_return notion.sessions.choice().noted(target->session.connection, std::move(result));
}

/** The workspace of a discussion, which Notion does not let anybody look up. */
QCoro::Task<Result<NotionTarget>> discussionTarget(NotionTools notion, ToolCall call)
{
    const auto id = notionId(textOf(call, "discussion"_L1), "discussion"_L1);
    if (!id)
        co_return failure(id.error());
    const QString known = notion.directory.connectionOf(call.caller.userId, *id);
    if (!known.isEmpty() && textOf(call, "connection"_L1).isEmpty()) {
        const auto fitting = notion.sessions.choice().fitting(call.caller, known);
        if (fitting)
            call.arguments["connection"_L1] = known;
    }
    const auto session = co_await workspaceTarget(notion, std::move(call));
    if (!session)
        co_return failure(session.error());
    co_return NotionTarget{*session, *id};
}

QCoro::Task<Result<ToolResult>> comment(NotionTools notion,
                                        NotionTarget target,
                                        ToolCall call,
                                        bool isReply)
{
    QJsonObject body{{"markdown"_L1, textOf(call, "markdown"_L1)}};
    const bool isBlock = !isReply && target.id == anchorOf(textOf(call, "page"_L1));
    if (isReply)
        body.insert("discussion_id"_L1, target.id);
    else
        body.insert("parent"_L1, QJsonObject{{isBlock ? u"block_id"_s : u"page_id"_s, target.id}});
    RestCall wanted;
    wanted.method = "POST"_ba;
    wanted.path = u"/v1/comments"_s;
    wanted.json = body;
    wanted.subject = (isReply ? u"Discussion "_s : u"Page or block "_s) + bareId(target.id);
    wanted.write = u"commenting"_s;
    wanted.check = u"Look with notion_list_comments before trying again."_s;
    auto made = co_await target.session.client->ask(wanted, parser::comment);
    // A bare id does not tell whether it is a block's.
    if (!made && !isReply && !isBlock && isElsewhere(made.error())) {
        body["parent"_L1] = QJsonObject{{"block_id"_L1, target.id}};
        wanted.json = body;
        auto onBlock = co_await target.session.client->ask(wanted, parser::comment);
        if (onBlock)
            made = std::move(onBlock);
    }
    if (!made)
        co_return failure(made.error());
    notion.directory.noteConnection(target.session.connection, made->discussionId);
    if (made->isOnPage)
        notion.watch.noteChange(target.session.connection, made->blockId);
    co_return ToolResult::fromText(u"Commented (id %1, discussion %2)  %3"_s.arg(
        bareId(made->id), bareId(made->discussionId), text::urlOf(made->blockId)));
}

QCoro::Task<Result<ToolResult>> addComment(NotionTools notion, ToolCall call)
{
    const bool isReply = !textOf(call, "discussion"_L1).trimmed().isEmpty();
    if (textOf(call, "markdown"_L1).trimmed().isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"markdown\" is empty, but a comment needs text."_s);
    if (!isReply && textOf(call, "page"_L1).trimmed().isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Pass \"page\", what to comment on, or \"discussion\", an id that "
                          "notion_list_comments gave."_s);
    auto finding = isReply ? discussionTarget(notion, call) : commentTarget(notion, call);
    const auto target = co_await finding;
    if (!target)
        co_return failure(target.error());
    auto result = co_await comment(notion, *target, call, isReply);
    co_return notion.sessions.choice().noted(target->session.connection, std::move(result));
}

} // namespace

void addCommentTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(listCommentsDefinition(),
                 [notion](ToolCall call) { return listComments(notion, std::move(call)); });
    registry.add(addCommentDefinition(),
                 [notion](ToolCall call) { return addComment(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
