// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notioncommentapi.h"

#include "tests/sandbox/notion/notionpaging.h"
#include "tests/sandbox/notion/notionrenderer.h"
#include "tests/sandbox/notion/notionrichtext.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

/** Either rich_text or markdown, which knows inline formatting only. */
Result<QJsonArray> readWords(const QJsonObject &body)
{
    if (!body.contains("markdown"_L1))
        return readRichText(body["rich_text"_L1], u"body.rich_text"_s);
    if (body.contains("rich_text"_L1))
        return complaint(u"body.rich_text"_s, u"not present"_s, body["rich_text"_L1]);
    if (!body["markdown"_L1].isString())
        return complaint(u"body.markdown"_s, u"a string"_s, body["markdown"_L1]);
    return richTextFromMarkdown(body["markdown"_L1].toString());
}

} // namespace

QList<NotionRoute> NotionCommentApi::routes()
{
    using enum NotionCapability;
    return {
        {"GET",
         u"/v1/comments"_s,
         ReadComments,
         [this](auto &call) { return list(call); },
         {u"block_id"_s, u"page_size"_s, u"start_cursor"_s}},
        {"POST", u"/v1/comments"_s, InsertComments, [this](auto &call) { return create(call); }},
        {"GET",
         u"/v1/comments/{comment_id}"_s,
         ReadComments,
         [this](auto &call) { return get(call); }},
        {"PATCH",
         u"/v1/comments/{comment_id}"_s,
         InsertComments,
         [this](auto &call) { return update(call); }},
        {"DELETE",
         u"/v1/comments/{comment_id}"_s,
         InsertComments,
         [this](auto &call) { return remove(call); }},
    };
}

NotionComment *NotionCommentApi::own(const NotionCall &call)
{
    for (NotionComment &comment : m_workspace.comments) {
        if (comment.id == call.path[u"comment_id"_s] && comment.connectionId == call.caller.id
            && sees(call.caller, comment.pageId))
            return &comment;
    }
    return nullptr;
}

Response NotionCommentApi::update(const NotionCall &call)
{
    NotionComment *comment = own(call);
    if (!comment)
        return notionNotFound(u"comment"_s, call.path[u"comment_id"_s], call.caller);
    const QString unknown =
        notionUnknownMember(call.body, {u"rich_text"_s, u"markdown"_s}, u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    const Result<QJsonArray> words = readWords(call.body);
    if (!words)
        return notionInvalid(words.error().message);
    comment->richText = *words;
    comment->edited = m_workspace.now();
    return notionOk(NotionRenderer::comment(*comment));
}

Response NotionCommentApi::remove(const NotionCall &call)
{
    const NotionComment *comment = own(call);
    if (!comment)
        return notionNotFound(u"comment"_s, call.path[u"comment_id"_s], call.caller);
    const NotionComment gone = *comment;
    m_workspace.comments.removeIf(
        [&gone](const NotionComment &each) { return each.id == gone.id; });
    return notionOk(NotionRenderer::comment(gone));
}

bool NotionCommentApi::sees(const NotionConnection &caller, const QString &pageId) const
{
    const NotionPage *page = std::as_const(m_workspace).page(pageId);
    return page && m_workspace.sees(caller, *page);
}

Response NotionCommentApi::list(const NotionCall &call)
{
    const std::optional<QString> sent = call.request.parameter(u"block_id");
    const QString id = notionId(sent.value_or(QString()));
    if (id.isEmpty())
        return notionInvalid(notionComplaint(u"query.block_id"_s,
                                             sent ? u"a valid uuid"_s : u"defined"_s,
                                             sent ? QJsonValue(*sent) : QJsonValue::Undefined));
    const Result<NotionPaging> paging = NotionPaging::fromQuery(call.request);
    if (!paging)
        return notionInvalid(paging.error().message);
    if (!sees(call.caller, id))
        return notionNotFound(u"block"_s, id, call.caller);
    QList<const NotionComment *> comments;
    for (const NotionComment &comment : std::as_const(m_workspace.comments)) {
        if (comment.pageId == id)
            comments.append(&comment);
    }
    return paging->answer(comments, u"comment"_s, [](const NotionComment &comment) {
        return NotionRenderer::comment(comment);
    });
}

Response NotionCommentApi::get(const NotionCall &call)
{
    const QString id = call.path[u"comment_id"_s];
    for (const NotionComment &comment : std::as_const(m_workspace.comments)) {
        if (comment.id == id && sees(call.caller, comment.pageId))
            return notionOk(NotionRenderer::comment(comment));
    }
    return notionNotFound(u"comment"_s, id, call.caller);
}

std::optional<Response> NotionCommentApi::readPlace(const NotionCall &call, NotionComment &comment)
{
    const QJsonValue parent = call.body["parent"_L1];
    const QJsonValue discussion = call.body["discussion_id"_L1];
    if (!discussion.isUndefined()) {
        if (!parent.isUndefined())
            return notionInvalid(notionComplaint(u"body.parent"_s, u"not present"_s, parent));
        comment.discussionId = notionId(discussion.toString());
        for (const NotionComment &other : std::as_const(m_workspace.comments)) {
            if (other.discussionId == comment.discussionId && sees(call.caller, other.pageId))
                comment.pageId = other.pageId;
        }
        return comment.pageId.isEmpty()
            ? std::optional(notionNotFound(u"discussion"_s, discussion.toString(), call.caller))
            : std::nullopt;
    }
    const QString member = parent["block_id"_L1].isUndefined() ? u"page_id"_s : u"block_id"_s;
    const QJsonValue sent = parent[member];
    comment.pageId = notionId(sent.toString());
    comment.discussionId = NotionWorkspace::newId();
    if (comment.pageId.isEmpty())
        return notionInvalid(notionComplaint(u"body.parent."_s + member,
                                             sent.isUndefined() ? u"defined"_s : u"a valid uuid"_s,
                                             sent));
    return sees(call.caller, comment.pageId)
        ? std::nullopt
        : std::optional(notionNotFound(
            member == "page_id"_L1 ? u"page"_s : u"block"_s, comment.pageId, call.caller));
}

Result<> NotionCommentApi::readName(const NotionCall &call, NotionComment &comment) const
{
    const QJsonValue wanted = call.body["display_name"_L1];
    const bool isPerson = call.caller.kind == NotionConnection::Kind::Personal;
    comment.nameType = wanted["type"_L1].toString(isPerson ? u"user"_s : u"integration"_s);
    const NotionUser *owner = m_workspace.user(call.caller.ownerId);
    if (comment.nameType == "custom"_L1)
        comment.name = wanted["custom"_L1]["name"_L1].toString();
    else if (comment.nameType == "user"_L1)
        comment.name = owner ? owner->name : QString();
    else if (comment.nameType == "integration"_L1)
        comment.name = call.caller.name;
    return comment.name.isEmpty()
        ? complaint(u"body.display_name.type"_s,
                    u"`\"integration\"`, `\"user\"` or `\"custom\"` with a name"_s,
                    wanted["type"_L1])
        : Result<>();
}

Response NotionCommentApi::create(const NotionCall &call)
{
    const QString unknown = notionUnknownMember(call.body,
                                                {u"parent"_s,
                                                 u"discussion_id"_s,
                                                 u"rich_text"_s,
                                                 u"markdown"_s,
                                                 u"attachments"_s,
                                                 u"display_name"_s},
                                                u"body"_s);
    if (!unknown.isEmpty())
        return notionInvalid(unknown);
    if (call.body.contains("attachments"_L1))
        return notionNotServed(u"attachments of comments"_s);
    NotionComment comment;
    comment.id = NotionWorkspace::newId();
    const Result<QJsonArray> words = readWords(call.body);
    if (!words)
        return notionInvalid(words.error().message);
    if (const Result<> named = readName(call, comment); !named)
        return notionInvalid(named.error().message);
    if (const auto refused = readPlace(call, comment))
        return *refused;
    comment.richText = *words;
    comment.authorId = call.caller.authorId();
    comment.connectionId = call.caller.id;
    comment.created = m_workspace.now();
    m_workspace.comments.append(comment);
    return notionOk(NotionRenderer::comment(comment));
}

} // namespace fairlead::sandbox
