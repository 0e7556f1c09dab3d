// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/comments.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype textLimit = 4000;
constexpr qsizetype cursorLimit = 1000;

Result<Comment> commentFrom(const json::Element &element)
{
    Comment comment;
    comment.id = canonicalId(json::line(element, "id"));
    if (comment.id.isEmpty() || json::line(element, "object") != "comment"_L1)
        return failure(ErrorCode::InvalidData, u"\"id\" is missing in the answer"_s);
    comment.discussionId = canonicalId(json::line(element, "discussion_id"));
    comment.created = json::line(element, "created_time");
    if (const auto parent = json::member(element, "parent")) {
        comment.isOnPage = json::line(*parent, "type") == "page_id"_L1;
        comment.blockId =
            canonicalId(json::line(*parent, comment.isOnPage ? "page_id" : "block_id"));
    }
    if (const auto author = json::member(element, "created_by"))
        comment.authorId = canonicalId(json::line(*author, "id"));
    if (const auto name = json::member(element, "display_name"))
        comment.author = json::line(*name, "resolved_name");
    if (const auto words = json::member(element, "rich_text"))
        comment.text = cleanedText(plainText(*words), textLimit);
    if (const auto files = json::list(element, "attachments"))
        comment.attachments = static_cast<int>(files->size());
    return comment;
}

QString commentText(const Comment &comment)
{
    QString text = comment.text.trimmed();
    text.replace(u'\n', u"\n    "_s);
    if (comment.attachments > 0)
        text += u" [%1 attached]"_s.arg(
            comment.attachments == 1 ? u"a file"_s : u"%1 files"_s.arg(comment.attachments));
    return u"  %1  %2: %3  (%4)\n"_s.arg(
        shortTime(comment.created),
        comment.author.isEmpty() ? bareId(comment.authorId) : cleanedLine(comment.author, 100),
        text,
        bareId(comment.id));
}

} // namespace

namespace parser {

Result<Comment> comment(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    return root ? commentFrom(*root) : failure(root.error());
}

Result<CommentPage> comments(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "results");
    if (!list || json::line(*root, "object") != "list"_L1)
        return failure(ErrorCode::InvalidData, u"\"results\" is missing in the answer"_s);
    CommentPage page;
    for (const auto element : *list) {
        const auto comment = commentFrom(element);
        if (!comment)
            return failure(comment.error());
        page.comments.append(*comment);
    }
    // A cursor that was cut would be a different one.
    const auto value = json::member(*root, "next_cursor");
    std::string_view cursor;
    if (json::isTrue(*root, "has_more") && value && value->get(cursor) == simdjson::SUCCESS
        && cursor.size() <= cursorLimit)
        page.nextCursor = cleanedLine(json::fromUtf8(cursor), cursorLimit);
    return page;
}

} // namespace parser

namespace text {

QString commentsText(const CommentPage &page)
{
    QStringList discussions;
    for (const Comment &comment : page.comments) {
        if (!discussions.contains(comment.discussionId))
            discussions.append(comment.discussionId);
    }
    if (page.comments.isEmpty() && page.nextCursor.isEmpty())
        return u"No open comments there. Comments on single blocks are listed by block."_s;
    QString result = u"%1 comment%2 (time  author: text  (id)):\n"_s.arg(page.comments.size())
                         .arg(page.comments.size() == 1 ? QString() : u"s"_s);
    for (const QString &discussion : std::as_const(discussions)) {
        QString head;
        for (const Comment &comment : page.comments) {
            if (comment.discussionId != discussion)
                continue;
            if (head.isEmpty()) {
                head = u"discussion %1%2\n"_s.arg(
                    bareId(discussion),
                    comment.isOnPage ? QString() : u", on block "_s + bareId(comment.blockId));
                result += head;
            }
            result += commentText(comment);
        }
    }
    if (!page.nextCursor.isEmpty())
        result += u"More: call again with cursor: \"%1\""_s.arg(page.nextCursor);
    return result.trimmed();
}

} // namespace text

} // namespace fairlead::providers::notion
