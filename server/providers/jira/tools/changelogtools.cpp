// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/changelogtools.h"

#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/changelogparser.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

constexpr int defaultLimit = 50;
constexpr int pageSize = 1000;
constexpr int changePages = 10; // a bound for issues that robots change all day

/** What happened to the issues asked for. */
struct History
{
    QList<IssueHead> issues;
    QList<Change> changes; ///< oldest first
    bool isWhole = true; ///< false: there are more than were fetched
};

QCoro::Task<Result<QList<IssueHead>>> fetchHeads(JiraSessions::Session session, QStringList keys)
{
    const QStringList fields{u"summary"_s, u"status"_s, u"created"_s};
    co_return co_await session.client->ask(bulkFetch(keys, fields), parser::issueHeads);
}

QCoro::Task<Result<History>> fetchHistory(JiraSessions::Session session,
                                          QStringList keys,
                                          QStringList fieldIds)
{
    auto reading = fetchHeads(session, keys);
    History history;
    QString token;
    for (int page = 0; page < changePages; ++page) {
        RestCall call;
        call.method = "POST"_ba;
        call.path = u"/rest/api/3/changelog/bulkfetch"_s;
        QJsonObject body;
        body.insert("issueIdsOrKeys"_L1, QJsonArray::fromStringList(keys));
        body.insert("maxResults"_L1, pageSize);
        if (!fieldIds.isEmpty())
            body.insert("fieldIds"_L1, QJsonArray::fromStringList(fieldIds));
        if (!token.isEmpty())
            body.insert("nextPageToken"_L1, token);
        call.json = body;
        const auto found = co_await session.client->ask(call, parser::changes);
        if (!found) {
            co_await reading;
            co_return failure(found.error());
        }
        history.changes += found->changes;
        token = found->nextPageToken;
        if (token.isEmpty())
            break;
    }
    history.isWhole = token.isEmpty();
    const auto heads = co_await reading;
    if (!heads)
        co_return failure(heads.error());
    history.issues = *heads;
    co_return history;
}

QString changeLine(const Change &change)
{
    const auto said = [](const QString &value) { return value.isEmpty() ? u"(none)"_s : value; };
    return u"%1  %2  %3: %4 → %5"_s.arg(change.at.toString(u"yyyy-MM-dd HH:mm"_s),
                                        change.author.isEmpty() ? u"Somebody"_s : change.author,
                                        change.field,
                                        said(change.from),
                                        said(change.to));
}

QString issueText(const History &history, const IssueHead &issue, bool withTimes, qsizetype limit)
{
    QStringList lines;
    for (const Change &change : history.changes) {
        if (change.issueId == issue.id)
            lines.append(changeLine(change));
    }
    QString text = u"%1  %2\nCreated %3, now %4\n"_s.arg(
        issue.key, issue.summary, issue.created.toString(u"yyyy-MM-dd HH:mm"_s), issue.status);
    if (withTimes && history.isWhole) {
        text += u"Time in status: %1\n"_s.arg(
            timeInStatus(issue, history.changes, QDateTime::currentDateTimeUtc()));
    }
    const qsizetype shown = std::min(lines.size(), limit);
    if (shown > 0 && shown < lines.size())
        text += u"The newest %1 of %2 changes:\n"_s.arg(shown).arg(lines.size());
    if (shown > 0)
        text += lines.last(shown).join(u'\n') + u'\n';
    return text;
}

QCoro::Task<Result<QString>> getChangelog(JiraTools tools,
                                          JiraSessions::Session session,
                                          ToolCall call)
{
    const auto keys = arguments::issueKeys(call, "keys"_L1);
    if (!keys)
        co_return failure(keys.error());
    const auto fieldIds =
        co_await tools.directory.fieldIds(session, arguments::list(call, "fields"_L1));
    if (!fieldIds)
        co_return failure(fieldIds.error());
    const auto history = co_await fetchHistory(session, *keys, *fieldIds);
    if (!history)
        co_return failure(history.error());
    const bool withTimes = fieldIds->isEmpty() || fieldIds->contains(u"status"_s);
    const int limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    QStringList parts;
    QStringList unknown = *keys;
    for (const QString &key : *keys) {
        const auto issue = std::ranges::find(history->issues, key, &IssueHead::key);
        if (issue == history->issues.end())
            continue;
        parts.append(issueText(*history, *issue, withTimes, limit));
        unknown.removeAll(key);
    }
    for (const IssueHead &issue : history->issues) { // moved meanwhile: it answers with another key
        if (!keys->contains(issue.key))
            parts.append(issueText(*history, issue, withTimes, limit));
    }
    if (parts.isEmpty()) {
        co_return failure(ErrorCode::NotFound,
                          u"None of these issues exists on %1, or you may not see them: %2."_s.arg(
                              session.connection.name, unknown.join(u", "_s)));
    }
    QString text = u"Times are UTC.\n"_s + parts.join(u'\n');
    if (!history->isWhole)
        text += u"\nThere are more changes than could be read: ask for fewer keys or fields.\n"_s;
    if (!unknown.isEmpty())
        text +=
            u"\nNot found by this key, or not to be seen by you: %1\n"_s.arg(unknown.join(u", "_s));
    co_return text.trimmed();
}

} // namespace

void addChangelogTools(tools::ToolRegistry &registry, JiraTools tools)
{
    const ToolDefinition definition{
        .name = u"jira_get_changelog"_s,
        .title = u"Get the history of issues"_s,
        .description = u"Says who changed what and when in Jira issues, and how long each was in "
                       "each status."_s,
        .inputSchema = inputSchema(R"({
            "keys":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"string","maxLength":2048}},
            "fields":{"type":"array","maxItems":10,"items":{"type":"string","maxLength":100},"description":"Only changes of these, by name or id"},
            "limit":{"type":"integer","minimum":0,"maximum":500,"description":"Newest changes per issue, default 50; 0: only the times"},
            "connection":{"type":"string","maxLength":200}})",
                                   {u"keys"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Read,
        .service = u"jira"_s,
        .toolset = u"jira_changelog"_s,
        .endpoints = {u"POST /rest/api/3/changelog/bulkfetch"_s,
                      u"POST /rest/api/3/issue/bulkfetch"_s,
                      u"GET /rest/api/3/field"_s}};
    addSiteTool(registry, tools, definition, getChangelog);
}

} // namespace fairlead::providers::jira
