// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/watchertools.h"

#include "server/providers/answerjson.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

struct Watchers
{
    QList<User> people; ///< none of them where the account may not see who they are
    qint64 count = 0;
    bool isWatching = false; ///< the account itself
};

Result<Watchers> parsedWatchers(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Watchers watchers;
    watchers.count = json::number(*root, "watchCount");
    watchers.isWatching = json::isTrue(*root, "isWatching");
    if (const auto list = json::list(*root, "watchers")) {
        for (const json::Element element : *list)
            watchers.people.append(
                {json::line(element, "accountId"), json::line(element, "displayName")});
    }
    return watchers;
}

QString watchersText(const QString &key, const Watchers &watchers)
{
    QString text = watchers.count == 0 ? u"Nobody watches %1."_s.arg(key)
        : watchers.isWatching ? u"%1 watch %2, you among them."_s.arg(watchers.count).arg(key)
                              : u"%1 watch %2, you do not."_s.arg(watchers.count).arg(key);
    for (const User &person : watchers.people)
        text += u"\n%1  (%2)"_s.arg(person.displayName, person.accountId);
    return text;
}

RestCall watchersCall(const QString &key)
{
    RestCall request;
    request.path = u"/rest/api/3/issue/%1/watchers"_s.arg(key);
    request.subject = u"Issue "_s + key;
    return request;
}

QCoro::Task<Result<ToolResult>> listWatchers(JiraTools tools, IssueTarget target)
{
    auto asked = co_await target.session.client->ask(watchersCall(target.key), parsedWatchers);
    const auto watchers = tools.sessions.noted(target.session.connection, std::move(asked));
    if (!watchers)
        co_return failure(watchers.error());
    co_return ToolResult::fromText(text::bounded(
        watchersText(target.key, *watchers), text::defaultBytes, u"open the issue in Jira"_s));
}

QCoro::Task<Result<ToolResult>> watch(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const QString action = arguments::text(call, "action"_L1);
    if (action == "list"_L1)
        co_return co_await listWatchers(tools, *target);
    // The compiler destroys the halves of a choice inside co_await twice.
    const QString given = arguments::text(call, "user"_L1);
    const QString user = given.isEmpty() ? u"me"_s : given;
    auto found = co_await tools.directory.person(target->session, user);
    const auto person = tools.sessions.noted(target->session.connection, std::move(found));
    if (!person)
        co_return failure(person.error());
    const bool isAdding = action == "add"_L1;
    RestCall request = watchersCall(target->key);
    request.write = isAdding ? u"adding the watcher to "_s + target->key
                             : u"removing the watcher from "_s + target->key;
    request.isIdempotent = true;
    if (isAdding) {
        request.method = "POST"_ba;
        request.contentType = "application/json"_ba;
        // Jira wants one JSON string, which QJsonDocument writes inside an array only.
        const QJsonArray one{person->accountId};
        request.body = QJsonDocument(one).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
    } else {
        request.method = "DELETE"_ba;
        addText(request.query, u"accountId"_s, person->accountId);
    }
    auto sent = co_await target->session.client->fetch(std::move(request));
    const auto done = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!done)
        co_return failure(done.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(
        (isAdding ? u"%1 watches %2 now  %3"_s : u"%1 does not watch %2 any more  %3"_s)
            .arg(person->displayName,
                 target->key,
                 text::issueLink(target->session.connection.site, target->key)));
}

} // namespace

void addWatcherTools(tools::ToolRegistry &registry, JiraTools tools)
{
    tools::ToolDefinition definition{
        .name = u"jira_watch"_s,
        .title = u"Watch an issue"_s,
        .description = u"Lists, adds or removes the watchers of a Jira issue."_s,
        .inputSchema = tools::inputSchema(R"({
            "key":{"type":"string","maxLength":2048},
            "action":{"type":"string","enum":["list","add","remove"]},
            "user":{"type":"string","maxLength":320,"description":"Name, e-mail or account id; default me"},
            "connection":{"type":"string"}})",
                                          {u"key"_s, u"action"_s}),
        .outputSchema = {},
        .effect = tools::ToolEffect::Write,
        .idempotent = true,
        .service = u"jira"_s,
        .toolset = u"jira_watchers"_s,
        .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/watchers"_s,
                                    u"POST /rest/api/3/issue/{issueIdOrKey}/watchers"_s,
                                    u"DELETE /rest/api/3/issue/{issueIdOrKey}/watchers"_s,
                                    u"GET /rest/api/3/myself"_s,
                                    u"GET /rest/api/3/user/search"_s})};
    registry.add(std::move(definition),
                 [tools](ToolCall call) { return watch(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
