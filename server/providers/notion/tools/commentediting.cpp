// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/commentediting.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr qsizetype shownText = 200;

ToolDefinition editCommentDefinition()
{
    return {
        .name = u"notion_edit_comment"_s,
        .title = u"Edit a Notion comment"_s,
        .description =
            u"Replaces the text of a comment that was written over the same connection."_s,
        .inputSchema = tools::inputSchema(R"({
                "comment":{"type":"string","maxLength":100,"description":"Id, from notion_list_comments"},
                "markdown":{"type":"string","minLength":1,"maxLength":20000,"description":"Inline Markdown"},
                "connection":{"type":"string","maxLength":200}})",
                                          {u"comment"_s, u"markdown"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Write,
        .idempotent = true,
        .service = u"notion"_s,
        .toolset = u"notion_comments"_s,
        .endpoints = {u"PATCH /v1/comments/{comment_id}"_s, u"GET /v1/comments/{comment_id}"_s}};
}

ToolDefinition deleteCommentDefinition()
{
    return {
        .name = u"notion_delete_comment"_s,
        .title = u"Delete a Notion comment"_s,
        .description = u"Deletes a comment that was written over the same connection."_s,
        .inputSchema = tools::inputSchema(R"({
                "comment":{"type":"string","maxLength":100,"description":"Id, from notion_list_comments"},
                "connection":{"type":"string","maxLength":200}})",
                                          {u"comment"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Destructive,
        .idempotent = true,
        .service = u"notion"_s,
        .toolset = u"notion_comments"_s,
        .endpoints = {u"DELETE /v1/comments/{comment_id}"_s, u"GET /v1/comments/{comment_id}"_s}};
}

/** The words of the comment; none where the connection may not read comments. */
Result<QString> commentText(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    if (canonicalId(json::line(*root, "id")).isEmpty())
        return failure(ErrorCode::InvalidData, u"\"id\" is missing in the answer"_s);
    const auto words = json::member(*root, "rich_text");
    return words ? cleanedLine(plainText(*words), shownText) : QString();
}

// Notion says the same of a comment that does not exist and of somebody else's.
Error notOwn(const QString &id)
{
    return {.code = ErrorCode::NotFound,
            .message = u"There is no comment %1 that this connection may change: Notion lets a "
                       "connection change and delete only the comments that it wrote itself."_s.arg(
                           bareId(id))};
}

QCoro::Task<Result<ToolResult>> change(NotionTools tools,
                                       ToolCall call,
                                       RestCall wanted,
                                       QString done)
{
    const QString text = textOf(call, "comment"_L1).trimmed();
    const QString id = canonicalId(text);
    if (id.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"comment\" is \"%1\", but must be a comment's id, as "
                          "notion_list_comments shows it."_s.arg(cleanedLine(text, 100)));
    const QStringList probes(u"/v1/comments/%1"_s);
    const auto session = co_await sessionFor(tools, call, id, probes);
    if (!session)
        co_return failure(session.error());
    wanted.path = u"/v1/comments/"_s + id;
    wanted.check = u"Look at it with notion_list_comments."_s;
    wanted.isIdempotent = true;
    auto changed = co_await session->client->ask(wanted, commentText);
    changed = tools.sessions.choice().noted(session->connection, std::move(changed));
    if (!changed && changed.error().code == ErrorCode::NotFound)
        co_return failure(notOwn(id));
    if (!changed)
        co_return failure(changed.error());
    co_return ToolResult::fromText(changed->isEmpty()
                                       ? u"%1 comment %2"_s.arg(done, bareId(id))
                                       : u"%1 comment %2: %3"_s.arg(done, bareId(id), *changed));
}

QCoro::Task<Result<ToolResult>> editComment(NotionTools tools, ToolCall call)
{
    const QString markdown = textOf(call, "markdown"_L1).trimmed();
    if (markdown.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"markdown\" is empty. To remove the comment, use "
                          "notion_delete_comment."_s);
    RestCall wanted;
    wanted.method = "PATCH";
    wanted.json = QJsonObject{{"markdown"_L1, markdown}};
    wanted.write = u"editing the comment"_s;
    co_return co_await change(tools, std::move(call), wanted, u"Edited"_s);
}

QCoro::Task<Result<ToolResult>> deleteComment(NotionTools tools, ToolCall call)
{
    RestCall wanted;
    wanted.method = "DELETE";
    wanted.write = u"deleting the comment"_s;
    co_return co_await change(tools, std::move(call), wanted, u"Deleted"_s);
}

} // namespace

void addCommentEditing(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(editCommentDefinition(),
                 [tools](ToolCall call) { return editComment(tools, std::move(call)); });
    registry.add(deleteCommentDefinition(),
                 [tools](ToolCall call) { return deleteComment(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
