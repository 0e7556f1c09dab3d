// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/contenttools.h"

#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/textedits.h"
#include "server/tools/personform.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::PersonForm;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition editPageDefinition()
{
    return {
        .name = u"notion_edit_page"_s,
        .title = u"Edit a Notion page"_s,
        .description =
            u"Changes a page's Markdown by edits, append, prepend or replace_all (the whole). Read "
            "the page first: old must match exactly."_s,
        .inputSchema = tools::inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048},
                "edits":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"object","properties":{"old":{"type":"string","minLength":1,"maxLength":100000},"new":{"type":"string","maxLength":200000},"all":{"type":"boolean","description":"Every match"}},"required":["old","new"]}},
                "append":{"type":"string","maxLength":200000},
                "prepend":{"type":"string","maxLength":200000},
                "replace_all":{"type":"string","maxLength":200000},
                "allow_deleting_content":{"type":"boolean","description":"Of child pages left out"},
                "connection":{"type":"string","maxLength":200}})",
                                          {u"page"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Write,
        .service = u"notion"_s,
        .endpoints = pageEndpoints(
            {u"PATCH /v1/pages/{page_id}/markdown"_s, u"GET /v1/pages/{page_id}/markdown"_s})};
}

/** What is to be done to a page. */
struct Change
{
    QString kind; ///< the argument
    QJsonObject body; ///< of the request
    QList<TextEdit> edits; ///< when it is those
    QString done; ///< to say afterwards: "2 edits made"
};

QList<TextEdit> editsOf(const ToolCall &call)
{
    QList<TextEdit> edits;
    const QJsonArray given = call.arguments.value("edits"_L1).toArray();
    for (const auto &each : given) {
        edits.append({.oldText = each["old"_L1].toString(),
                      .newText = each["new"_L1].toString(),
                      .isForAll = each["all"_L1].toBool()});
    }
    return edits;
}

QJsonObject command(const QString &type, const QJsonObject &members)
{
    return {{"type"_L1, type}, {type, members}};
}

Result<Change> withEdits(Change change, const ToolCall &call, bool mayDelete)
{
    change.edits = editsOf(call);
    QJsonArray updates;
    for (const TextEdit &edit : std::as_const(change.edits)) {
        if (edit.oldText == edit.newText)
            return failure(ErrorCode::InvalidInput,
                           u"An edit has the same text as \"old\" and \"new\"."_s);
        QJsonObject update{{"old_str"_L1, edit.oldText}, {"new_str"_L1, edit.newText}};
        if (edit.isForAll)
            update.insert("replace_all_matches"_L1, true);
        updates.append(update);
    }
    QJsonObject members{{"content_updates"_L1, updates}};
    if (mayDelete)
        members.insert("allow_deleting_content"_L1, true);
    change.body = command(u"update_content"_s, members);
    change.done =
        change.edits.size() == 1 ? u"1 edit made"_s : u"%1 edits made"_s.arg(change.edits.size());
    return change;
}

Result<Change> changeOf(const ToolCall &call)
{
    Change change;
    constexpr std::array kinds{"edits"_L1, "append"_L1, "prepend"_L1, "replace_all"_L1};
    for (const QLatin1StringView kind : kinds) {
        if (!call.arguments.contains(kind))
            continue;
        if (!change.kind.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           u"\"%1\" and \"%2\" are two changes: make one after the other."_s.arg(
                               change.kind, kind));
        change.kind = kind;
    }
    if (change.kind.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"Nothing to change: pass \"edits\", \"append\", \"prepend\" or "
                       "\"replace_all\"."_s);
    const bool mayDelete = call.arguments.value("allow_deleting_content"_L1).toBool();
    const QString text = textOf(call, QLatin1StringView(change.kind.toLatin1()));
    if (change.kind == "edits"_L1)
        return withEdits(std::move(change), call, mayDelete);
    if (change.kind == "replace_all"_L1) {
        QJsonObject members{{"new_str"_L1, text}};
        if (mayDelete)
            members.insert("allow_deleting_content"_L1, true);
        change.body = command(u"replace_content"_s, members);
        change.done = u"content replaced"_s;
        return change;
    }
    if (text.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, u"Argument \"%1\" is empty."_s.arg(change.kind));
    const bool isAtEnd = change.kind == "append"_L1;
    QJsonObject members{{"content"_L1, text}};
    if (!isAtEnd)
        members.insert("position"_L1, QJsonObject{{"type"_L1, "start"_L1}});
    change.body = command(u"insert_content"_s, members);
    change.done = isAtEnd ? u"appended"_s : u"prepended"_s;
    return change;
}

/** Child pages that go to the trash are more than a change: the key must allow it, and the person
 * at the client is asked where that is possible. */
QCoro::Task<Result<>> allowedToDelete(ToolCall call, QString page)
{
    if (!call.arguments.value("allow_deleting_content"_L1).toBool())
        co_return Result<>();
    if (call.caller.access != tools::KeyAccess::Full)
        co_return failure(ErrorCode::Forbidden,
                          u"This key may not delete, and allow_deleting_content lets child pages "
                          "go to the trash. Leave it out and keep the tags of the child pages in "
                          "the text, or use a key with full access."_s);
    if (!PersonForm::canAsk(call.client))
        co_return Result<>();
    PersonForm form(u"allow_deleting_content"_s,
                    u"The Notion page %1 is to be edited so that pages and databases in it may go "
                    "to the trash. Is that wanted?"_s.arg(page));
    form.addValue(u"delete"_s, u"They may go to the trash"_s, u"boolean"_s);
    const auto answer = co_await PersonForm::ask(call.client, form);
    if (!answer)
        co_return failure(answer.error());
    if (answer->value("delete"_L1).toBool())
        co_return Result<>();
    co_return failure(ErrorCode::Cancelled,
                      u"The person did not want pages to go to the trash, and nothing was "
                      "changed."_s);
}

/** Notion says that an edit does not fit, but not what is there. */
QCoro::Task<Error> explained(NotionTarget target, Change change, Error error)
{
    if (error.code != ErrorCode::InvalidInput)
        co_return error;
    if (error.message.contains("allow_deleting_content"_L1)) {
        error.message += u" They would go to the trash: only if the person wants that."_s;
        co_return error;
    }
    if (change.edits.isEmpty())
        co_return error;
    const auto page = co_await target.session.client->markdown(target.id);
    if (!page)
        co_return error;
    if (const QString problem = editProblem(page->markdown, change.edits); !problem.isEmpty())
        error.message = problem + u" Nothing was changed."_s;
    co_return error;
}

QCoro::Task<Result<ToolResult>> edit(NotionTools notion, NotionTarget target, Change change)
{
    RestCall wanted;
    wanted.method = "PATCH"_ba;
    wanted.path = u"/v1/pages/%1/markdown"_s.arg(target.id);
    wanted.json = change.body;
    wanted.subject = u"Page "_s + bareId(target.id);
    wanted.write = u"editing page %1"_s.arg(bareId(target.id));
    wanted.check = u"Read the page with notion_read_page before trying again."_s;
    const auto edited = co_await target.session.client->ask(wanted, parser::markdown);
    if (!edited)
        co_return failure(co_await explained(target, change, edited.error()));
    notion.watch.noteChange(target.session.connection, target.id);
    co_return ToolResult::fromText(u"Edited %1: %2."_s.arg(text::urlOf(target.id), change.done));
}

QCoro::Task<Result<ToolResult>> editPage(NotionTools notion, ToolCall call)
{
    const auto change = changeOf(call);
    if (!change)
        co_return failure(change.error());
    const auto target = co_await pageTarget(notion, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    const auto allowed = co_await allowedToDelete(call, text::urlOf(target->id));
    if (!allowed)
        co_return failure(allowed.error());
    // A person may have taken minutes over the form.
    const auto &choice = notion.sessions.choice();
    if (const auto current = choice.current(target->session.connection); !current)
        co_return failure(current.error());
    auto result = co_await edit(notion, *target, *change);
    co_return choice.noted(target->session.connection, std::move(result));
}

} // namespace

void addContentTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(editPageDefinition(),
                 [notion](ToolCall call) { return editPage(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
