// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/writingtools.h"

#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/askperson.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiraaddress.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/newissue.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::PersonForm;
using tools::ToolCall;
using tools::ToolResult;

QString textOf(const ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString();
}

Result<NewIssue> newIssueOf(const ToolCall &call)
{
    NewIssue issue;
    const auto project = projectKey(textOf(call, "project"_L1), "project"_L1);
    if (!project)
        return failure(project.error());
    issue.project = *project;
    if (const QString parent = textOf(call, "parent"_L1); !parent.isEmpty()) {
        const auto address = issueAddress(parent, "parent"_L1);
        if (!address)
            return failure(address.error());
        issue.parent = address->key;
    }
    issue.summary = textOf(call, "summary"_L1).simplified(); // Jira refuses line breaks in it
    if (issue.summary.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"summary\" is empty, but an issue needs one."_s);
    }
    issue.description = textOf(call, "description"_L1);
    issue.assigneeId = textOf(call, "assignee"_L1);
    issue.priority = textOf(call, "priority"_L1);
    const QJsonArray labels = call.arguments.value("labels"_L1).toArray();
    for (const auto &label : labels)
        issue.labels.append(label.toString());
    issue.fields = call.arguments.value("fields"_L1).toObject();
    return issue;
}

/** What is given wrongly is said before Jira, or a person, is asked for anything. */
Result<> checkGiven(ToolCall call)
{
    if (PersonForm::canAsk(call.client)) {
        const std::array needed{std::pair{"project"_L1, u"ABC"_s}, std::pair{"summary"_L1, u"-"_s}};
        for (const auto &[name, standIn] : needed) {
            if (textOf(call, name).trimmed().isEmpty())
                call.arguments[name] = standIn;
        }
    }
    return newIssueOf(call).map([](const NewIssue &) {});
}

/** A line to read, and the issue's address for a client that shows or follows it. */
ToolResult created(const JiraSessions::Session &session, const QString &key)
{
    const QUrl url = text::issueUrl(session.connection.site, key);
    ToolResult result =
        ToolResult::fromText(u"Created %1  %2"_s.arg(key, QString::fromLatin1(url.toEncoded())));
    tools::Content link;
    link.kind = tools::Content::Kind::ResourceLink;
    link.uri = JiraAddress{JiraAddress::Kind::Issue, session.connection.name, key}.toUri();
    link.name = key;
    link.mimeType = u"text/markdown"_s;
    result.content.append(link);
    return result;
}

QCoro::Task<Result<QString>> create(const JiraSessions &sessions,
                                    JiraSessions::Session session,
                                    ToolCall call)
{
    const auto arguments = co_await completeNewIssue(session, call);
    if (!arguments)
        co_return failure(arguments.error());
    call.arguments = *arguments;
    auto issue = newIssueOf(call);
    if (!issue)
        co_return failure(issue.error());
    const auto types = co_await session.client->issueTypes(issue->project);
    if (!types)
        co_return failure(types.error());
    const auto type = issueTypeNamed(*types, textOf(call, "type"_L1).trimmed(), issue->project);
    if (!type)
        co_return failure(type.error());
    const auto known = co_await session.client->createFields(issue->project, type->id);
    if (!known)
        co_return failure(known.error());
    issue = co_await completeFields(call.client, *issue, *type, *known);
    if (!issue)
        co_return failure(issue.error());
    if (issue->assigneeId == "me"_L1) {
        const auto me = co_await session.client->myself();
        if (!me)
            co_return failure(me.error());
        issue->assigneeId = me->accountId;
    }
    const auto fields = newIssueFields(*issue, *type, *known);
    if (!fields)
        co_return failure(fields.error());
    // A person may have taken minutes over the forms.
    if (const auto current = sessions.current(session.connection); !current)
        co_return failure(current.error());
    co_return co_await session.client->createIssue(issue->project, *fields);
}

} // namespace

QCoro::Task<Result<ToolResult>> createIssue(const JiraSessions &sessions,
                                            JiraWatch &watch,
                                            ToolCall call)
{
    if (const auto given = checkGiven(call); !given)
        co_return failure(given.error());
    const auto connection = co_await chooseAsking(sessions, call, {});
    if (!connection)
        co_return failure(connection.error());
    const auto session = sessions.open(*connection, call.caller, call.cancellation);
    auto key = co_await create(sessions, session, call);
    key = sessions.noted(*connection, std::move(key));
    if (!key)
        co_return failure(key.error());
    watch.noteChange(*connection, *key);
    co_return created(session, *key);
}

QCoro::Task<Result<ToolResult>> addComment(const JiraSessions &sessions,
                                           JiraWatch &watch,
                                           ToolCall call)
{
    const auto address = issueAddress(textOf(call, "key"_L1), "key"_L1);
    if (!address)
        co_return failure(address.error());
    const QString body = textOf(call, "body"_L1);
    if (body.trimmed().isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"body\" is empty, but a comment needs text."_s);
    }
    const auto connection = co_await chooseAsking(sessions, call, address->host);
    if (!connection)
        co_return failure(connection.error());
    const auto session = sessions.open(*connection, call.caller, call.cancellation);
    auto id = co_await session.client->addComment(address->key, adfFromMarkdown(body));
    id = sessions.noted(*connection, std::move(id));
    if (!id)
        co_return failure(id.error());
    watch.noteChange(*connection, address->key);
    QUrl url = text::issueUrl(session.connection.site, address->key);
    url.setQuery(u"focusedCommentId="_s + *id);
    co_return ToolResult::fromText(u"Commented on %1 (id %2)  %3"_s.arg(
        address->key, *id, QString::fromLatin1(url.toEncoded())));
}

} // namespace fairlead::providers::jira
