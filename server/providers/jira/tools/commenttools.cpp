// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/commenttools.h"

#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/givenvalue.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr int defaultLimit = 20;

ToolDefinition listDefinition()
{
    return {.name = u"jira_list_comments"_s,
            .title = u"Comments"_s,
            .description = u"An issue's comments, newest first."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "order":{"type":"string","enum":["newest","oldest"]},
                "limit":{"type":"integer","minimum":1,"maximum":100},
                "cursor":{"type":"string","maxLength":20},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/comment"_s})};
}

ToolDefinition addDefinition()
{
    return {.name = u"jira_add_comment"_s,
            .title = u"Comment"_s,
            .description = u"Comments on an issue."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "body":{"type":"string","minLength":1,"maxLength":32767},
                "visibility":{"type":"string","maxLength":300,"description":"role:X, group:X, internal"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s, u"body"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"POST /rest/api/3/issue/{issueIdOrKey}/comment"_s})};
}

ToolDefinition editDefinition()
{
    return {.name = u"jira_edit_comment"_s,
            .title = u"Edit a comment"_s,
            .description = u"Replaces the text of a comment, in Markdown."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "comment_id":{"type":"string","minLength":1,"maxLength":20},
                "body":{"type":"string","minLength":1,"maxLength":32767},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s, u"comment_id"_s, u"body"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"jira"_s,
            .toolset = u"jira_issues"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}"_s,
                                        u"PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}"_s})};
}

ToolDefinition deleteDefinition()
{
    return {.name = u"jira_delete_comment"_s,
            .title = u"Delete a comment"_s,
            .description = u"Deletes a comment for good."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "comment_id":{"type":"string","minLength":1,"maxLength":20},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s, u"comment_id"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .idempotent = true,
            .service = u"jira"_s,
            .toolset = u"jira_issues"_s,
            .endpoints =
                siteEndpoints({u"DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}"_s})};
}

QString commentUrl(const IssueTarget &target, const QString &id)
{
    QUrl url = text::issueUrl(target.session.connection.site, target.key);
    url.setQuery(u"focusedCommentId="_s + id);
    return QString::fromLatin1(url.toEncoded());
}

/** The body to send, when there is text and the visibility makes sense. */
Result<QJsonObject> contentOf(const ToolCall &call)
{
    const QString body = arguments::text(call, "body"_L1);
    if (body.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"body\" is empty, but a comment needs text."_s);
    }
    QJsonObject content;
    content.insert("body"_L1, adfFromMarkdown(body));
    const QString visibility = arguments::text(call, "visibility"_L1);
    if (visibility.isEmpty())
        return content;
    if (visibility.compare("internal"_L1, Qt::CaseInsensitive) == 0) {
        content.insert("properties"_L1,
                       QJsonArray{QJsonObject{{u"key"_s, u"sd.public.comment"_s},
                                              {u"value"_s, QJsonObject{{u"internal"_s, true}}}}});
        return content;
    }
    const QString kind = visibility.section(u':', 0, 0).trimmed().toLower();
    const QString name = visibility.section(u':', 1).trimmed();
    if ((kind != "role"_L1 && kind != "group"_L1) || name.isEmpty()) {
        return wrongArgument("visibility"_L1,
                             visibility,
                             u"\"role:Developers\", \"group:jira-users\" or \"internal\" (for a "
                             "service desk's agents alone); leave it out for everybody"_s);
    }
    content.insert("visibility"_L1, QJsonObject{{u"type"_s, kind}, {u"value"_s, name}});
    return content;
}

Result<QString> commentIdOf(const ToolCall &call)
{
    const QString id = arguments::text(call, "comment_id"_L1);
    if (!isNumericId(id)) {
        return wrongArgument(
            "comment_id"_L1, id, u"the number that jira_list_comments shows as id"_s);
    }
    return id;
}

RestCall commentCall(const QByteArray &method, const IssueTarget &target, const QString &id)
{
    RestCall call;
    call.method = method;
    call.path = u"/rest/api/3/issue/%1/comment/%2"_s.arg(target.key, id);
    call.subject = u"Comment %1 of %2"_s.arg(id, target.key);
    call.check = u"Look at the comments with jira_list_comments."_s;
    call.isIdempotent = true;
    return call;
}

void noteChange(const JiraTools &tools, const IssueTarget &target)
{
    tools.watch.noteChange(target.session.connection, target.key);
}

QCoro::Task<Result<ToolResult>> listComments(JiraTools tools, ToolCall call)
{
    const auto start = arguments::startAt(call);
    if (!start)
        co_return failure(start.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const auto order = arguments::text(call, "order"_L1) == "oldest"_L1 ? CommentOrder::OldestFirst
                                                                        : CommentOrder::NewestFirst;
    const int limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    auto page = co_await target->session.client->comments(target->key, *start, limit, order);
    page = tools.sessions.noted(target->session.connection, std::move(page));
    if (!page)
        co_return failure(page.error());
    co_return ToolResult::fromText(text::commentsText(target->key, *page));
}

QCoro::Task<Result<ToolResult>> addComment(JiraTools tools, ToolCall call)
{
    const auto content = contentOf(call);
    if (!content)
        co_return failure(content.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto id = co_await target->session.client->addComment(target->key, *content);
    id = tools.sessions.noted(target->session.connection, std::move(id));
    if (!id)
        co_return failure(id.error());
    noteChange(tools, *target);
    co_return ToolResult::fromText(
        u"Commented on %1 (id %2)  %3"_s.arg(target->key, *id, commentUrl(*target, *id)));
}

/** The comment as Jira keeps it: what is changed, and who alone may read it. */
Result<QJsonObject> storedComment(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document["body"_L1].isObject())
        return failure(ErrorCode::InvalidData, u"\"body\" is missing in the answer"_s);
    QJsonObject content;
    content.insert("body"_L1, document["body"_L1]);
    const QJsonObject visibility = document["visibility"_L1].toObject();
    QJsonObject kept; // Jira shows it to everybody when it is not said again
    for (const QString &member : {u"type"_s, u"value"_s, u"identifier"_s}) {
        if (visibility[member].isString())
            kept.insert(member, visibility[member]);
    }
    if (!kept.isEmpty())
        content.insert("visibility"_L1, kept);
    return content;
}

QCoro::Task<Result<QString>> edit(IssueTarget target, QString id, QString markdown)
{
    const auto stored =
        co_await target.session.client->ask(commentCall("GET"_ba, target, id), storedComment);
    if (!stored)
        co_return failure(stored.error());
    QJsonObject content = *stored;
    content["body"_L1] = editedAdf(content["body"_L1].toObject(), markdown);
    RestCall change = commentCall("PUT"_ba, target, id);
    change.write = u"changing the comment"_s;
    change.json = content;
    co_return co_await target.session.client->ask(change, parser::commentId);
}

QCoro::Task<Result<ToolResult>> editComment(JiraTools tools, ToolCall call)
{
    const auto id = commentIdOf(call);
    if (!id)
        co_return failure(id.error());
    if (arguments::text(call, "body"_L1).isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"body\" is empty; jira_delete_comment deletes."_s);
    }
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto edited = co_await edit(*target, *id, arguments::text(call, "body"_L1));
    edited = tools.sessions.noted(target->session.connection, std::move(edited));
    if (!edited)
        co_return failure(edited.error());
    noteChange(tools, *target);
    co_return ToolResult::fromText(
        u"Changed comment %1 of %2  %3"_s.arg(*id, target->key, commentUrl(*target, *id)));
}

QCoro::Task<Result<ToolResult>> deleteComment(JiraTools tools, ToolCall call)
{
    const auto id = commentIdOf(call);
    if (!id)
        co_return failure(id.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall removal = commentCall("DELETE"_ba, *target, *id);
    removal.write = u"deleting the comment"_s;
    auto removed = co_await target->session.client->fetch(removal);
    removed = tools.sessions.noted(target->session.connection, std::move(removed));
    if (!removed)
        co_return failure(removed.error());
    noteChange(tools, *target);
    co_return ToolResult::fromText(u"Deleted comment %1 of %2."_s.arg(*id, target->key));
}

} // namespace

void addCommentTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(listDefinition(),
                 [tools](ToolCall call) { return listComments(tools, std::move(call)); });
    registry.add(addDefinition(),
                 [tools](ToolCall call) { return addComment(tools, std::move(call)); });
    registry.add(editDefinition(),
                 [tools](ToolCall call) { return editComment(tools, std::move(call)); });
    registry.add(deleteDefinition(),
                 [tools](ToolCall call) { return deleteComment(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
