// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/jiradesk.h"

#include "server/providers/answerjson.h"
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/attachmenttools.h"
#include "server/providers/jira/tools/newissuecheck.h"
#include "server/publishing/issueattachments.h"
#include "server/publishing/recentissues.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using providers::RestCall;
using providers::jira::bulkFetch;
using providers::jira::IssueTarget;
using providers::jira::JiraSessions;
using providers::jira::JiraTools;
namespace json = providers::json;

/** The issue property that holds the mark: people do not see it, and it can be asked for. */
const QString markProperty = u"fairlead.publication"_s;
constexpr qsizetype issuesAtOnce = 100; // Jira's limit

RestCall issueCall(const QByteArray &method, const QString &key)
{
    RestCall call;
    call.method = method;
    call.path = u"/rest/api/3/issue/"_s + key;
    call.subject = u"Issue "_s + key;
    return call;
}

/** Some of the issues that were looked for. */
struct MarkedIssues
{
    QHash<QString, QString> keys; ///< by mark
    QString nextPage; ///< empty: there are no more
};

Result<MarkedIssues> parsedMarks(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map([](const json::Element &root) {
        MarkedIssues found;
        found.nextPage = json::line(root, "nextPageToken");
        const auto issues = json::list(root, "issues");
        if (!issues)
            return found;
        for (const json::Element issue : *issues) {
            const auto properties = json::member(issue, "properties");
            const auto mark =
                properties ? json::member(*properties, markProperty.toStdString()) : std::nullopt;
            if (mark)
                found.keys.insert(json::line(*mark, "id"), json::line(issue, "key"));
        }
        return found;
    });
}

Result<QHash<QString, QString>> parsedStatuses(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map([](const json::Element &root) {
        QHash<QString, QString> statuses;
        const auto issues = json::list(root, "issues");
        if (!issues)
            return statuses;
        for (const json::Element issue : *issues) {
            const auto fields = json::member(issue, "fields");
            const auto status = fields ? json::member(*fields, "status") : std::nullopt;
            statuses.insert(json::line(issue, "key"),
                            status ? json::line(*status, "name") : QString());
        }
        return statuses;
    });
}

Result<QList<Attachment>> parsedAttachments(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return attachmentsIn(document.object());
}

Result<QJsonObject> parsedDescription(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return failure(ErrorCode::InvalidData, u"the answer is not a JSON object"_s);
    return document["fields"_L1]["description"_L1].toObject();
}

QCoro::Task<Result<std::shared_ptr<IssueDesk>>> open(JiraTools tools, DeskRequest request)
{
    tools::ToolCall call;
    call.caller = request.caller;
    call.cancellation = request.cancellation;
    if (!request.connection.isEmpty())
        call.arguments.insert("connection"_L1, request.connection);
    auto choosing = request.project.isEmpty()
        ? providers::jira::siteTarget(tools, call)
        : providers::jira::projectTarget(tools, call, request.project);
    auto session = co_await choosing;
    if (!session)
        co_return failure(session.error());
    co_return std::make_shared<JiraDesk>(tools, std::move(*session), request.caller);
}

} // namespace

JiraDesk::JiraDesk(JiraTools tools, JiraSessions::Session session, tools::Caller caller)
    : m_tools(tools)
    , m_session(std::move(session))
    , m_caller(std::move(caller))
{}

DeskOpener JiraDesk::opener(JiraTools tools)
{
    return [tools](DeskRequest request) { return open(tools, std::move(request)); };
}

const connections::Connection &JiraDesk::connection() const
{
    return m_session.connection;
}

QUrl JiraDesk::issueUrl(const QString &key) const
{
    return providers::jira::text::issueUrl(m_session.connection.site, key);
}

QCoro::Task<Result<QJsonObject>> JiraDesk::prepare(IssueDraft draft)
{
    tools::ToolCall call;
    call.caller = m_caller;
    call.cancellation = m_session.client->cancellation();
    call.arguments = {{u"project"_s, draft.project},
                      {u"type"_s, draft.type},
                      {u"summary"_s, draft.summary},
                      {u"description"_s, draft.description},
                      {u"parent"_s, draft.parent},
                      {u"fields"_s, draft.fields}};
    providers::jira::NewIssueCheck check(m_tools, m_session);
    auto fields = co_await check.fieldsOf(call);
    co_return m_tools.sessions.noted(m_session.connection, std::move(fields));
}

QCoro::Task<Result<QString>> JiraDesk::create(QJsonObject prepared, QString mark)
{
    const QJsonObject value{{u"id"_s, mark}};
    const QJsonObject property{{u"key"_s, markProperty}, {u"value"_s, value}};
    RestCall call;
    call.method = "POST"_ba;
    call.path = u"/rest/api/3/issue"_s;
    call.json = QJsonObject{{u"fields"_s, prepared}, {u"properties"_s, QJsonArray{property}}};
    call.write = u"creating the issue"_s;
    call.check = u"Publish the file again: Fairlead looks for the issue first."_s;
    auto key = co_await m_session.client->ask(call, providers::jira::parser::createdKey);
    key = m_tools.sessions.noted(m_session.connection, std::move(key));
    if (key)
        noteChange(*key);
    co_return key;
}

QCoro::Task<Result<FoundIssues>> JiraDesk::find(LostIssue lost)
{
    QJsonObject query{{u"jql"_s, recentIssuesOf(lost)},
                      {u"fields"_s, QJsonArray{u"summary"_s}},
                      {u"properties"_s, QJsonArray{markProperty}},
                      {u"maxResults"_s, recentIssuesOfAPage}};
    FoundIssues marked{.keys = {}, .areMarked = true};
    for (int page = 0; page < mostRecentPages; ++page) {
        RestCall call;
        call.method = "POST"_ba;
        call.path = u"/rest/api/3/search/jql"_s;
        call.json = query;
        auto asked = co_await m_session.client->ask(call, parsedMarks);
        const auto found = m_tools.sessions.noted(m_session.connection, std::move(asked));
        if (!found)
            co_return failure(found.error());
        if (found->keys.contains(lost.mark))
            marked.keys.append(found->keys.value(lost.mark));
        if (!marked.keys.isEmpty() || found->nextPage.isEmpty())
            co_return marked;
        query.insert("nextPageToken"_L1, found->nextPage);
    }
    co_return tooManyRecent(lost);
}

QCoro::Task<Result<QJsonObject>> JiraDesk::storedDescription(QString key)
{
    RestCall reading = issueCall("GET"_ba, key);
    reading.query.addQueryItem(u"fields"_s, u"description"_s);
    auto stored = co_await m_session.client->ask(reading, parsedDescription);
    co_return m_tools.sessions.noted(m_session.connection, std::move(stored));
}

QCoro::Task<Result<QString>> JiraDesk::description(QString key)
{
    const auto stored = co_await storedDescription(std::move(key));
    if (!stored)
        co_return failure(stored.error());
    co_return providers::jira::markdownFromAdf(*stored);
}

QCoro::Task<Result<>> JiraDesk::update(QString key, IssueDraft draft)
{
    const auto stored = co_await storedDescription(key);
    if (!stored)
        co_return failure(stored.error());
    const QJsonObject description = stored->isEmpty()
        ? providers::jira::adfFromMarkdown(draft.description)
        : providers::jira::editedAdf(*stored, draft.description);
    const QJsonObject fields{{u"summary"_s, draft.summary}, {u"description"_s, description}};
    RestCall call = issueCall("PUT"_ba, key);
    call.json = QJsonObject{{u"fields"_s, fields}};
    call.write = u"changing "_s + key;
    call.check = u"Publish the file again."_s;
    call.isIdempotent = true;
    auto done = co_await m_session.client->fetch(call);
    done = m_tools.sessions.noted(m_session.connection, std::move(done));
    if (!done)
        co_return failure(done.error());
    noteChange(key);
    co_return {};
}

QCoro::Task<Result<>> JiraDesk::comment(QString key, QString markdown)
{
    const QJsonObject content{{u"body"_s, providers::jira::adfFromMarkdown(markdown)}};
    auto made = co_await m_session.client->addComment(key, content);
    made = m_tools.sessions.noted(m_session.connection, std::move(made));
    if (!made)
        co_return failure(made.error());
    noteChange(key);
    co_return {};
}

QCoro::Task<Result<>> JiraDesk::attach(QString key, QString fileName, QByteArray content)
{
    const IssueTarget target{m_session, key};
    auto made = co_await providers::jira::attachFile(target, fileName, content);
    made = m_tools.sessions.noted(m_session.connection, std::move(made));
    if (!made)
        co_return failure(made.error());
    noteChange(key);
    co_return {};
}

QCoro::Task<Result<QList<Attachment>>> JiraDesk::attachments(QString key)
{
    RestCall reading = issueCall("GET"_ba, key);
    reading.query.addQueryItem(u"fields"_s, u"attachment"_s);
    auto stored = co_await m_session.client->ask(reading, parsedAttachments);
    co_return m_tools.sessions.noted(m_session.connection, std::move(stored));
}

QCoro::Task<Result<QHash<QString, QString>>> JiraDesk::statuses(QStringList keys)
{
    QHash<QString, QString> all;
    for (qsizetype start = 0; start < keys.size(); start += issuesAtOnce) {
        const QStringList part = keys.mid(start, issuesAtOnce);
        const QStringList fields{u"status"_s};
        auto statuses = co_await m_session.client->ask(bulkFetch(part, fields), parsedStatuses);
        statuses = m_tools.sessions.noted(m_session.connection, std::move(statuses));
        if (!statuses)
            co_return failure(statuses.error());
        all.insert(*statuses);
    }
    co_return all;
}

void JiraDesk::noteChange(const QString &key)
{
    m_tools.directory.forgetIssue(m_session.connection, key);
    m_tools.watch.noteChange(m_session.connection, key);
}

} // namespace fairlead::publishing
