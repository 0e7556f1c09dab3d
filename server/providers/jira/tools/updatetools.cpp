// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/updatetools.h"

#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/issueupdate.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/metaparser.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/givenvalue.h"
#include "server/providers/textedits.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition updateDefinition()
{
    return {.name = u"jira_update_issue"_s,
            .title = u"Update issue"_s,
            .description = u"Changes what is given; none empties it."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "summary":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":100000},
                "description_edits":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","properties":{
                    "old":{"type":"string","minLength":1,"maxLength":100000},
                    "new":{"type":"string","maxLength":100000},
                    "all":{"type":"boolean"}},"required":["old","new"]}},
                "assignee":{"type":"string","maxLength":200},
                "priority":{"type":"string","maxLength":100},
                "add_labels":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "remove_labels":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "components":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "fix_versions":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":255}},
                "parent":{"type":"string","maxLength":2048},
                "fields":{"type":"object"},
                "notify":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/editmeta"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                                        u"GET /rest/api/3/myself"_s,
                                        u"GET /rest/api/3/user/search"_s,
                                        u"GET /rest/api/3/user/assignable/search"_s,
                                        u"PUT /rest/api/3/issue/{issueIdOrKey}"_s})};
}

ToolDefinition deleteDefinition()
{
    return {.name = u"jira_delete_issue"_s,
            .title = u"Delete an issue"_s,
            .description = u"Deletes an issue for good. One with subtasks only with "
                           "delete_subtasks."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "key":{"type":"string","minLength":3,"maxLength":2048},
                "delete_subtasks":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .idempotent = true,
            .service = u"jira"_s,
            .toolset = u"jira_issues"_s,
            .endpoints = siteEndpoints({u"DELETE /rest/api/3/issue/{issueIdOrKey}"_s})};
}

RestCall issueCall(const QByteArray &method, const QString &key, const QString &path = {})
{
    RestCall call;
    call.method = method;
    call.path = u"/rest/api/3/issue/"_s + key + path;
    call.subject = u"Issue "_s + key;
    return call;
}

/** The stored description, as Jira keeps it: the one text that is edited and not only shown. */
Result<QJsonObject> storedDescription(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return failure(ErrorCode::InvalidData, u"the answer is not a JSON object"_s);
    return document["fields"_L1]["description"_L1].toObject();
}

/** What the arguments of their own say, by field id, over what `fields` says. */
Result<QJsonObject> givenValues(const ToolCall &call)
{
    QJsonObject values = call.arguments.value("fields"_L1).toObject();
    constexpr std::array texts{std::pair{"assignee"_L1, "assignee"_L1},
                               std::pair{"priority"_L1, "priority"_L1}};
    for (const auto &[argument, field] : texts) {
        const QString text = arguments::text(call, argument);
        if (call.arguments.contains(argument))
            values[field] = meansNone(text) ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    }
    constexpr std::array lists{std::pair{"components"_L1, "components"_L1},
                               std::pair{"fix_versions"_L1, "fixVersions"_L1}};
    for (const auto &[argument, field] : lists) {
        if (call.arguments.contains(argument))
            values[field] = QJsonArray::fromStringList(arguments::list(call, argument));
    }
    if (call.arguments.contains("summary"_L1)) {
        const QString summary = arguments::text(call, "summary"_L1).simplified();
        if (summary.isEmpty()) {
            return failure(ErrorCode::InvalidInput,
                           u"Argument \"summary\" is empty, but an issue needs one."_s);
        }
        values["summary"_L1] = summary;
    }
    return values;
}

/** The "update" object: what is added and taken away, and a parent that goes. */
Result<QJsonObject> givenOperations(const ToolCall &call)
{
    QJsonArray labels;
    constexpr std::array kinds{std::pair{"add_labels"_L1, "add"_L1},
                               std::pair{"remove_labels"_L1, "remove"_L1}};
    for (const auto &[argument, operation] : kinds) {
        for (const QString &label : arguments::list(call, argument)) {
            if (const auto checked = checkedLabel(label, argument); !checked)
                return failure(checked.error());
            labels.append(QJsonObject{{operation, label}});
        }
    }
    QJsonObject update;
    if (!labels.isEmpty())
        update["labels"_L1] = labels;
    if (call.arguments.contains("parent"_L1) && meansNone(arguments::text(call, "parent"_L1))) {
        const QJsonObject nothing{{u"none"_s, true}};
        update["parent"_L1] = QJsonArray{QJsonObject{{u"set"_s, nothing}}};
    }
    return update;
}

/** What an update sends. */
struct Update
{
    QJsonObject values; ///< by field id or name, as the model gave them
    QJsonObject operations;
    QString parent; ///< key; empty: stays, or goes
    QString description; ///< Markdown
    std::vector<TextEdit> edits;
    bool hasDescription = false;
    bool doesNotify = true; ///< Jira sends its mails; it ignores a no from all but administrators

    [[nodiscard]] bool isEmpty() const
    {
        return values.isEmpty() && operations.isEmpty() && parent.isEmpty() && !hasDescription
            && edits.empty();
    }
};

std::vector<TextEdit> textEdits(const ToolCall &call)
{
    std::vector<TextEdit> edits;
    const QJsonArray given = call.arguments.value("description_edits"_L1).toArray();
    for (const auto &edit : given) {
        edits.push_back({.oldText = edit["old"_L1].toString(),
                         .newText = edit["new"_L1].toString(),
                         .all = edit["all"_L1].toBool()});
    }
    return edits;
}

Result<Update> updateOf(const ToolCall &call)
{
    const auto values = givenValues(call);
    const auto operations = givenOperations(call);
    if (!values || !operations)
        return failure(!values ? values.error() : operations.error());
    Update update{.values = *values,
                  .operations = *operations,
                  .parent = {},
                  .description = call.arguments.value("description"_L1).toString(),
                  .edits = textEdits(call),
                  .hasDescription = call.arguments.contains("description"_L1),
                  .doesNotify = call.arguments.value("notify"_L1).toBool(true)};
    if (const QString parent = arguments::text(call, "parent"_L1); !meansNone(parent)) {
        const auto address = issueAddress(parent, "parent"_L1);
        if (!address)
            return failure(address.error());
        update.parent = address->key;
    }
    if (update.hasDescription && !update.edits.empty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Give \"description\" (all of it) or \"description_edits\" (pieces), not "
                       "both."_s);
    }
    if (update.operations.contains("labels"_L1) && update.values.contains("labels"_L1)) {
        return failure(ErrorCode::InvalidInput,
                       u"Give all labels in \"fields\", or what changes in \"add_labels\" and "
                       "\"remove_labels\", not both."_s);
    }
    if (update.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Nothing is to be changed: give what is to be, such as summary, assignee, "
                       "or fields: {\"Story Points\": 3}."_s);
    }
    return update;
}

/** The description as it is to be, of a change that says so; else undefined. */
QCoro::Task<Result<QJsonValue>> newDescription(IssueTarget target, Update update)
{
    if (!update.hasDescription && update.edits.empty())
        co_return QJsonValue(QJsonValue::Undefined);
    if (update.hasDescription && meansNone(update.description))
        co_return QJsonValue(QJsonValue::Null);
    RestCall reading = issueCall("GET"_ba, target.key);
    reading.query.addQueryItem(u"fields"_s, u"description"_s);
    const auto stored = co_await target.session.client->ask(reading, storedDescription);
    if (!stored)
        co_return failure(stored.error());
    QString text = update.description;
    if (!update.edits.empty()) {
        const auto edited =
            replacedText(markdownFromAdf(*stored), update.edits, u"description_edits"_s);
        if (!edited)
            co_return failure(edited.error());
        text = *edited;
    }
    co_return QJsonValue(stored->isEmpty() ? adfFromMarkdown(text) : editedAdf(*stored, text));
}

/** The body of the PUT. */
QCoro::Task<Result<QJsonObject>> contentOf(JiraTools tools, IssueTarget target, Update update)
{
    auto readingMeta = target.session.client->ask(issueCall("GET"_ba, target.key, u"/editmeta"_s),
                                                  parser::editFields);
    auto readingDescription = newDescription(target, update);
    const auto known = co_await readingMeta;
    const auto description = co_await readingDescription;
    if (!known)
        co_return failure(known.error());
    if (!description)
        co_return failure(description.error());
    const FieldChange change{target.key, u"on its edit screen"_s, *known};
    const AssignPlace place{{}, target.key};
    const auto values =
        co_await tools.directory.withPeople(target.session, *known, update.values, place);
    if (!values)
        co_return failure(values.error());
    QJsonObject wanted = *values;
    if (!description->isUndefined())
        wanted["description"_L1] = *description;
    // To add a label needs the field as much as to set all of them.
    const bool hasLabels = update.operations.contains("labels"_L1);
    if (hasLabels)
        wanted["labels"_L1] = QJsonArray();
    const auto changed = changedFields(change, wanted);
    if (!changed)
        co_return failure(changed.error());
    QJsonObject content;
    QJsonObject fields = *changed;
    if (hasLabels)
        fields.remove("labels"_L1);
    // Jira takes a parent where its screen does not show one.
    if (!update.parent.isEmpty()) {
        QJsonObject parent;
        parent.insert("key"_L1, update.parent);
        fields["parent"_L1] = parent;
    }
    if (!fields.isEmpty())
        content["fields"_L1] = fields;
    if (!update.operations.isEmpty())
        content["update"_L1] = update.operations;
    co_return content;
}

QCoro::Task<Result<QStringList>> send(JiraTools tools, IssueTarget target, Update update)
{
    const auto content = co_await contentOf(tools, target, update);
    if (!content)
        co_return failure(content.error());
    RestCall edit = issueCall("PUT"_ba, target.key);
    edit.json = *content;
    edit.write = u"changing "_s + target.key;
    edit.check = u"Look at it with jira_get_issue."_s;
    edit.isIdempotent = true;
    if (!update.doesNotify)
        edit.query.addQueryItem(u"notifyUsers"_s, u"false"_s);
    const auto done = co_await target.session.client->fetch(edit);
    if (!done)
        co_return failure(done.error());
    QStringList changed = (*content)["fields"_L1].toObject().keys();
    changed += (*content)["update"_L1].toObject().keys();
    changed.sort();
    co_return changed;
}

QCoro::Task<Result<ToolResult>> updateIssue(JiraTools tools, ToolCall call)
{
    const auto update = updateOf(call);
    if (!update)
        co_return failure(update.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto changed = co_await send(tools, *target, *update);
    changed = tools.sessions.noted(target->session.connection, std::move(changed));
    if (!changed)
        co_return failure(changed.error());
    tools.directory.forgetIssue(target->session.connection, target->key);
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Updated %1 (%2)  %3"_s.arg(
        target->key,
        changed->join(u", "_s),
        text::issueLink(target->session.connection.site, target->key)));
}

QCoro::Task<Result<ToolResult>> deleteIssue(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall removal = issueCall("DELETE"_ba, target->key);
    if (call.arguments.value("delete_subtasks"_L1).toBool())
        removal.query.addQueryItem(u"deleteSubtasks"_s, u"true"_s);
    removal.write = u"deleting "_s + target->key;
    removal.check = u"Look for it with jira_get_issue."_s;
    auto removed = co_await target->session.client->fetch(removal);
    removed = tools.sessions.noted(target->session.connection, std::move(removed));
    if (!removed)
        co_return failure(removed.error());
    tools.directory.forgetIssue(target->session.connection, target->key);
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(
        u"Deleted %1 on %2."_s.arg(target->key, target->session.connection.name));
}

} // namespace

void addUpdateTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(updateDefinition(),
                 [tools](ToolCall call) { return updateIssue(tools, std::move(call)); });
    registry.add(deleteDefinition(),
                 [tools](ToolCall call) { return deleteIssue(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
