// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/changepreviews.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/tools/agilelookup.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/changepreviews.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ChangedField;
using tools::ToolCall;

using Fields = Result<QList<ChangedField>>;

/** An argument and the field that it sets. */
struct Setting
{
    QString argument;
    QString field; ///< id, or name as the model gave it
};

QList<Setting> settingsOf(const ToolCall &call)
{
    constexpr std::array known{std::pair{"summary"_L1, "summary"_L1},
                               std::pair{"description"_L1, "description"_L1},
                               std::pair{"assignee"_L1, "assignee"_L1},
                               std::pair{"priority"_L1, "priority"_L1},
                               std::pair{"add_labels"_L1, "labels"_L1},
                               std::pair{"remove_labels"_L1, "labels"_L1},
                               std::pair{"components"_L1, "components"_L1},
                               std::pair{"fix_versions"_L1, "fixVersions"_L1},
                               std::pair{"parent"_L1, "parent"_L1},
                               std::pair{"resolution"_L1, "resolution"_L1},
                               std::pair{"to"_L1, "status"_L1}};
    QList<Setting> settings;
    for (const auto &[argument, field] : known) {
        if (call.arguments.contains(argument))
            settings.append({argument, field});
    }
    const QStringList others = call.arguments.value("fields"_L1).toObject().keys();
    for (const QString &field : others)
        settings.append({u"fields."_s + field, field});
    return settings;
}

/** What to read for them; a field that is given by name is found only among all of them. */
QStringList fieldsToRead(const QList<Setting> &settings)
{
    QStringList ids;
    for (const Setting &setting : settings) {
        const bool isById = !setting.argument.startsWith("fields."_L1)
            || setting.field.startsWith("customfield_"_L1);
        ids.append(isById ? setting.field : u"*all"_s);
    }
    ids.removeDuplicates();
    return ids.contains(u"*all"_s) ? QStringList(u"*all"_s) : ids;
}

bool isNamed(const FieldValue &value, const QString &field)
{
    return value.id == field || value.name.compare(field, Qt::CaseInsensitive) == 0;
}

/** Empty where it has no value. */
QString valueOf(const Issue &issue, const QString &field)
{
    const std::array own{std::pair{"summary"_L1, &Issue::summary},
                         std::pair{"description"_L1, &Issue::description},
                         std::pair{"status"_L1, &Issue::status},
                         std::pair{"assignee"_L1, &Issue::assignee}};
    for (const auto &[name, member] : own) {
        if (field.compare(name, Qt::CaseInsensitive) == 0)
            return issue.*member;
    }
    const auto found = std::ranges::find_if(
        issue.others, [&field](const FieldValue &value) { return isNamed(value, field); });
    return found == issue.others.end() ? QString() : found->text;
}

QCoro::Task<Fields> changedFields(JiraTools tools, ToolCall call)
{
    const QList<Setting> settings = settingsOf(call);
    if (settings.isEmpty())
        co_return QList<ChangedField>();
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const QStringList wanted = fieldsToRead(settings);
    const auto issue = co_await target->session.client->issue(target->key, wanted);
    if (!issue)
        co_return failure(issue.error());
    QList<ChangedField> fields;
    for (const Setting &setting : settings)
        fields.append(
            {.argument = setting.argument, .name = {}, .before = valueOf(*issue, setting.field)});
    co_return fields;
}

/** What goes with the issue. */
QCoro::Task<Fields> deletedIssue(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const QStringList wanted{u"summary"_s, u"status"_s, u"assignee"_s, u"description"_s};
    const auto issue = co_await target->session.client->issue(target->key, wanted);
    if (!issue)
        co_return failure(issue.error());
    QList<ChangedField> fields;
    for (const QString &field : wanted) {
        if (const QString value = valueOf(*issue, field); !value.isEmpty())
            fields.append({.argument = {}, .name = field, .before = value});
    }
    co_return fields;
}

// -- Many issues at once

constexpr qsizetype mostIssues = 10; // one by one
constexpr qsizetype longestSummary = 40;

/** What is there now: of the first issues in a line for each field, of the others in one. */
QList<ChangedField> sharedFields(const QList<Issue> &issues, const QList<Setting> &settings)
{
    QList<ChangedField> fields;
    for (const Issue &issue : issues.mid(0, mostIssues)) {
        const QString summary = cleanedLine(issue.summary, longestSummary);
        for (const Setting &setting : settings)
            fields.append({.argument = setting.argument,
                           .name = u"%1 “%2” %3"_s.arg(issue.key, summary, setting.argument),
                           .before = valueOf(issue, setting.field)});
    }
    QStringList others;
    for (const Issue &issue : issues.mid(mostIssues)) {
        QStringList values;
        for (const Setting &setting : settings)
            values.append(valueOf(issue, setting.field));
        others.append(issue.key + u": "_s + values.join(u", "_s));
    }
    if (!others.isEmpty())
        fields.append({.argument = settings.first().argument,
                       .name = u"and %1 more issues"_s.arg(others.size()),
                       .before = others.join(u'\n')});
    return fields;
}

QCoro::Task<Result<IssueTarget>> firstTarget(JiraTools tools, ToolCall call)
{
    call.arguments.insert("key"_L1, call.arguments.value("keys"_L1)[0]);
    return issueTarget(tools, std::move(call), "key"_L1);
}

/** Jira sorts by id; the card does as the call. */
void sortAs(const QStringList &keys, QList<Issue> &issues)
{
    std::ranges::stable_sort(
        issues, {}, [&keys](const Issue &issue) { return keys.indexOf(issue.key); });
}

/** Where the call only asks how far a move is there is nothing to tell. */
QCoro::Task<Fields> movedIssues(JiraTools tools, ToolCall call)
{
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    if (keys->isEmpty())
        co_return QList<ChangedField>();
    QList<Setting> settings{{u"project"_s, u"project"_s}, {u"type"_s, u"issuetype"_s}};
    if (call.arguments.contains("parent"_L1))
        settings.append({u"parent"_s, u"parent"_s});
    const auto target = co_await firstTarget(tools, call);
    if (!target)
        co_return failure(target.error());
    QStringList wanted{u"summary"_s};
    for (const Setting &setting : std::as_const(settings))
        wanted.append(setting.field);
    auto page = co_await target->session.client->ask(bulkFetch(*keys, wanted), parser::issues);
    if (!page)
        co_return failure(page.error());
    sortAs(*keys, page->issues);
    co_return sharedFields(page->issues, settings);
}

// -- Sprints

/** Of issues with their summary and one other field: as that the open sprint, if they are in one. A
 * move leaves those closed as they are. */
Result<QList<Issue>> issuesInSprints(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document["issues"_L1].isArray())
        return failure(ErrorCode::InvalidData, u"\"issues\" is missing in the answer"_s);
    QList<Issue> issues;
    for (const QJsonValue value : document["issues"_L1].toArray()) {
        const QJsonObject fields = value["fields"_L1].toObject();
        Issue issue;
        issue.key = value["key"_L1].toString();
        issue.summary = fields.value("summary"_L1).toString();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            for (const QJsonValue sprint : field->toArray()) {
                if (sprint["state"_L1].toString() != "closed"_L1)
                    issue.others.append({field.key(), {}, sprint["name"_L1].toString()});
            }
        }
        issues.append(std::move(issue));
    }
    return issues;
}

QCoro::Task<Fields> issuesMovedAmongSprints(JiraTools tools, ToolCall call)
{
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    const auto target = co_await firstTarget(tools, call);
    if (!target)
        co_return failure(target.error());
    const auto known = co_await tools.directory.fields(target->session);
    if (!known)
        co_return failure(known.error());
    const auto sprint = std::ranges::find_if(
        *known, [](const SiteField &field) { return field.custom.endsWith(":gh-sprint"_L1); });
    if (sprint == known->end())
        co_return QList<ChangedField>();
    const QStringList wanted{u"summary"_s, sprint->id};
    auto issues = co_await target->session.client->ask(bulkFetch(*keys, wanted), issuesInSprints);
    if (!issues)
        co_return failure(issues.error());
    sortAs(*keys, *issues);
    const QList<Setting> settings{{u"sprint"_s, sprint->id}};
    QList<ChangedField> fields = sharedFields(*issues, settings);
    // A move to the backlog only takes them away.
    for (ChangedField &field : fields) {
        if (!call.arguments.contains(field.argument))
            field.argument.clear();
    }
    co_return fields;
}

QCoro::Task<Fields> changedSprint(JiraTools tools, ToolCall call)
{
    const auto session = co_await siteTarget(tools, call);
    if (!session)
        co_return failure(session.error());
    const auto sprint = co_await sprintNamed(
        *session, arguments::text(call, "board"_L1), arguments::text(call, "sprint"_L1));
    if (!sprint)
        co_return failure(sprint.error());
    const std::array members{std::pair{"name"_L1, &Sprint::name},
                             std::pair{"goal"_L1, &Sprint::goal},
                             std::pair{"start"_L1, &Sprint::start},
                             std::pair{"end"_L1, &Sprint::end},
                             std::pair{"state"_L1, &Sprint::state}};
    QList<ChangedField> fields;
    for (const auto &[argument, member] : members) {
        if (call.arguments.contains(argument))
            fields.append({.argument = argument, .name = {}, .before = (*sprint).*member});
    }
    co_return fields;
}

// -- Comments

struct StoredComment
{
    QString author;
    QString text;
};

Result<StoredComment> storedComment(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document["body"_L1].isObject())
        return failure(ErrorCode::InvalidData, u"\"body\" is missing in the answer"_s);
    return StoredComment{.author = document["author"_L1]["displayName"_L1].toString(),
                         .text = markdownFromAdf(document["body"_L1].toObject())};
}

QCoro::Task<Result<StoredComment>> commentOf(JiraTools tools, ToolCall call)
{
    const QString id = arguments::text(call, "comment_id"_L1);
    if (!arguments::isId(id))
        co_return failure(ErrorCode::InvalidInput, u"Its comment_id is no comment's."_s);
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall reading;
    reading.path = u"/rest/api/3/issue/%1/comment/%2"_s.arg(target->key, id);
    reading.subject = u"Comment %1 of %2"_s.arg(id, target->key);
    co_return co_await target->session.client->ask(reading, storedComment);
}

QCoro::Task<Fields> editedComment(JiraTools tools, ToolCall call)
{
    const auto comment = co_await commentOf(tools, call);
    if (!comment)
        co_return failure(comment.error());
    QList<ChangedField> fields;
    fields.append({.argument = u"body"_s, .name = {}, .before = comment->text});
    co_return fields;
}

QCoro::Task<Fields> deletedComment(JiraTools tools, ToolCall call)
{
    const auto comment = co_await commentOf(tools, call);
    if (!comment)
        co_return failure(comment.error());
    QList<ChangedField> fields;
    fields.append(
        {.argument = {}, .name = u"Comment by "_s + comment->author, .before = comment->text});
    co_return fields;
}

} // namespace

void addChangePreviews(tools::ChangePreviews &previews, JiraTools tools)
{
    const auto add = [&](const QString &tool, QCoro::Task<Fields> (*read)(JiraTools, ToolCall)) {
        previews.add(tool, [tools, read](ToolCall call) { return read(tools, std::move(call)); });
    };
    add(u"jira_update_issue"_s, changedFields);
    add(u"jira_transition_issue"_s, changedFields);
    add(u"jira_delete_issue"_s, deletedIssue);
    add(u"jira_edit_comment"_s, editedComment);
    add(u"jira_delete_comment"_s, deletedComment);
    add(u"jira_move_issues"_s, movedIssues);
    add(u"jira_move_to_sprint"_s, issuesMovedAmongSprints);
    add(u"jira_move_to_backlog"_s, issuesMovedAmongSprints);
    add(u"jira_update_sprint"_s, changedSprint);
}

} // namespace fairlead::providers::jira
