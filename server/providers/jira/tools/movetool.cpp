// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/movetool.h"

#include "server/net/wait.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/newissue.h"
#include "server/providers/jira/tools/bulkparser.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <QCoroSignal>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using namespace std::chrono_literals;

constexpr auto firstWait = 200ms;
constexpr auto longestWait = 3000ms;
constexpr auto patience = 100s; // clients give up on a call after some minutes

QCoro::Task<Result<QHash<QString, QString>>> keysOf(JiraSessions::Session session,
                                                    QStringList issues)
{
    const QStringList fields{u"summary"_s};
    co_return co_await session.client->ask(bulkFetch(issues, fields), parser::keysById);
}

/** Tells the client how far the move is, and never goes back. */
void report(const ToolCall &call, const BulkProgress &progress, qint64 &reported)
{
    if (!call.reportProgress || progress.percent <= reported)
        return;
    reported = progress.percent;
    call.reportProgress({.progress = double(progress.percent),
                         .total = 100.0,
                         .message = u"Jira moves the issues: %1 %"_s.arg(progress.percent)});
}

/** The task's end, or how far it is when patience ends. */
QCoro::Task<Result<BulkProgress>> awaitTask(JiraSessions::Session session,
                                            QString task,
                                            ToolCall call)
{
    QElapsedTimer elapsed;
    elapsed.start();
    qint64 reported = 0;
    auto pause = std::chrono::milliseconds(firstWait);
    for (;;) {
        RestCall ask;
        ask.path = u"/rest/api/3/bulk/queue/"_s + task;
        ask.subject = u"Task "_s + task;
        const auto progress = co_await session.client->ask(ask, parser::bulkProgress);
        if (!progress)
            co_return failure(progress.error());
        report(call, *progress, reported);
        if (!progress->isRunning() || std::chrono::milliseconds(elapsed.elapsed()) > patience)
            co_return *progress;
        const auto wait = std::make_unique<net::Wait>(pause, call.cancellation);
        if (wait->outcome() == net::Wait::Outcome::Pending) // not cancelled already
            co_await qCoro(wait.get(), &net::Wait::finished);
        if (wait->outcome() == net::Wait::Outcome::Cancelled) {
            co_return failure(
                ErrorCode::Cancelled,
                u"Nobody waits for the move any more; Jira goes on with it as task %1."_s.arg(
                    task));
        }
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestWait);
    }
}

QString listOfFailures(const BulkProgress &progress, const QHash<QString, QString> &before)
{
    QString text;
    for (const auto &[id, reason] : progress.failed)
        text += u"\nNot moved: %1: %2"_s.arg(before.value(id, id), reason);
    if (progress.inaccessible > 0) {
        text +=
            u"\nNot found, or not to be seen by you: %1 of the issues"_s.arg(progress.inaccessible);
    }
    return text;
}

/** What became of the task; `before` are the keys that its issues had. */
QCoro::Task<Result<QString>> outcomeOf(JiraTools tools,
                                       JiraSessions::Session session,
                                       ToolCall call,
                                       QString task,
                                       QHash<QString, QString> before)
{
    const auto progress = co_await awaitTask(session, task, call);
    if (!progress)
        co_return failure(progress.error());
    if (progress->isRunning()) {
        co_return u"Jira has moved %1 % and goes on. Call jira_move_issues with task: \"%2\" to "
                  u"see "
                  "the end."_s.arg(progress->percent)
                      .arg(task);
    }
    if (progress->status != "COMPLETE"_L1 && progress->doneIds.isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Jira at %1 moved nothing: the task ended as %2.%3"_s.arg(
                              session.connection.name,
                              progress->status.toLower(),
                              listOfFailures(*progress, before)));
    }
    QHash<QString, QString> after;
    if (!progress->doneIds.isEmpty()) {
        const auto keys = co_await keysOf(session, progress->doneIds.mid(0, 100));
        if (keys)
            after = *keys;
    }
    QString text = u"Moved %1 issues."_s.arg(progress->doneIds.size());
    for (const QString &id : progress->doneIds) {
        const QString old = before.value(id);
        const QString now = after.value(id, id);
        text += old.isEmpty() ? u'\n' + now : u"\n%1 → %2"_s.arg(old, now);
        if (!old.isEmpty())
            tools.watch.noteChange(session.connection, old);
        if (isIssueKey(now))
            tools.watch.noteChange(session.connection, now);
    }
    co_return text + listOfFailures(*progress, before);
}

/** "PROJECT,typeId" or "PROJECT,typeId,parent", as Jira names the place. */
QCoro::Task<Result<QString>> targetOf(JiraSessions::Session session, ToolCall call)
{
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!project)
        co_return failure(project.error());
    const auto parent = arguments::issueKey(call, "parent"_L1);
    if (!parent)
        co_return failure(parent.error());
    const auto types = co_await session.client->issueTypes(*project);
    if (!types)
        co_return failure(types.error());
    const auto type = issueTypeNamed(*types, arguments::text(call, "type"_L1), *project);
    if (!type)
        co_return failure(type.error());
    if (type->isSubtask && !*parent) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"The type %1 is a subtask, so it needs the argument \"parent\"."_s.arg(type->name));
    }
    const QString target = u"%1,%2"_s.arg(*project, type->id);
    co_return *parent ? u"%1,%2"_s.arg(target, **parent) : target;
}

QJsonObject moveBody(const QString &target, const QStringList &keys, bool notifies)
{
    QJsonObject sources;
    for (const QLatin1StringView name : {"inferClassificationDefaults"_L1,
                                         "inferFieldDefaults"_L1,
                                         "inferStatusDefaults"_L1,
                                         "inferSubtaskTypeDefault"_L1})
        sources.insert(name, true);
    sources.insert("issueIdsOrKeys"_L1, QJsonArray::fromStringList(keys));
    QJsonObject mapping;
    mapping.insert(target, sources);
    QJsonObject body;
    body.insert("targetToSourcesMapping"_L1, mapping);
    body.insert("sendBulkNotification"_L1, notifies);
    return body;
}

Result<> checkFound(const QStringList &keys, const QHash<QString, QString> &found)
{
    const QStringList known = found.values();
    QStringList unknown;
    std::ranges::copy_if(keys, std::back_inserter(unknown), [&known](const QString &key) {
        return !known.contains(key);
    });
    if (unknown.isEmpty())
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"Nothing was moved: these do not exist by this key, or you may not see them: "
                   "%1."_s.arg(unknown.join(u", "_s)));
}

QCoro::Task<Result<QString>> moveIssues(JiraTools tools,
                                        JiraSessions::Session session,
                                        ToolCall call)
{
    if (const QString task = arguments::text(call, "task"_L1); !task.isEmpty())
        co_return co_await outcomeOf(tools, std::move(session), std::move(call), task, {});
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    if (keys->isEmpty() || arguments::text(call, "project"_L1).isEmpty()
        || arguments::text(call, "type"_L1).isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Pass keys, project and type, or the task of a move that was begun."_s);
    }
    const auto target = co_await targetOf(session, call);
    if (!target)
        co_return failure(target.error());
    const auto before = co_await keysOf(session, *keys);
    if (!before)
        co_return failure(before.error());
    const auto found = checkFound(*keys, *before);
    if (!found)
        co_return failure(found.error());
    RestCall move;
    move.method = "POST"_ba;
    move.path = u"/rest/api/3/bulk/issues/move"_s;
    move.json = moveBody(*target, *keys, call.arguments.value("notify"_L1).toBool());
    move.write = u"moving the issues"_s;
    move.check = u"Before trying again, look at one of them with jira_get_issue."_s;
    const auto task = co_await session.client->ask(move, parser::taskId);
    if (!task)
        co_return failure(task.error());
    co_return co_await outcomeOf(tools, std::move(session), std::move(call), *task, *before);
}

} // namespace

void addMoveTool(tools::ToolRegistry &registry, JiraTools tools)
{
    const ToolDefinition definition{
        .name = u"jira_move_issues"_s,
        .title = u"Move issues to another project or type"_s,
        .description = u"Moves up to 100 Jira issues, with their subtasks, to a project and type; "
                       "they get new keys. Statuses and fields that do not fit get defaults."_s,
        .inputSchema = inputSchema(R"({
            "keys":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":2048}},
            "project":{"type":"string","maxLength":10,"description":"Where to"},
            "type":{"type":"string","maxLength":100},
            "parent":{"type":"string","maxLength":2048},
            "notify":{"type":"boolean","description":"Send e-mails, default false"},
            "task":{"type":"string","pattern":"^[0-9]{1,20}$","description":"Instead of the others: a move begun earlier"},
            "connection":{"type":"string","maxLength":200}})"),
        .outputSchema = {},
        .effect = ToolEffect::Destructive,
        .service = u"jira"_s,
        .toolset = u"jira_bulk"_s,
        .endpoints = {u"POST /rest/api/3/bulk/issues/move"_s,
                      u"GET /rest/api/3/bulk/queue/{taskId}"_s,
                      u"POST /rest/api/3/issue/bulkfetch"_s,
                      u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes"_s}};
    addSiteTool(registry, tools, definition, moveIssues);
}

} // namespace fairlead::providers::jira
