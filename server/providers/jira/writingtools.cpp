// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/writingtools.h"

#include "server/providers/jira/askperson.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiraaddress.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/newissue.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/givenvalue.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::PersonForm;
using tools::ToolCall;
using tools::ToolResult;

/** Jira refuses labels with spaces, and says so of none in particular. */
Result<QStringList> labelsOf(const ToolCall &call)
{
    const QStringList labels = arguments::list(call, "labels"_L1);
    for (const QString &label : labels) {
        if (const auto given = checkedLabel(label, "labels"_L1); !given)
            return failure(given.error());
    }
    return labels;
}

/** What is given wrongly is said before Jira, or a person, is asked for anything. */
Result<> checkGiven(ToolCall call)
{
    if (PersonForm::canAsk(call.client)) {
        const std::array needed{std::pair{"project"_L1, u"ABC"_s}, std::pair{"summary"_L1, u"-"_s}};
        for (const auto &[name, standIn] : needed) {
            if (arguments::text(call, name).trimmed().isEmpty())
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

QCoro::Task<Result<QString>> create(JiraTools tools, JiraSessions::Session session, ToolCall call)
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
    const auto type = issueTypeNamed(*types, arguments::text(call, "type"_L1), issue->project);
    if (!type)
        co_return failure(type.error());
    const auto known = co_await session.client->createFields(issue->project, type->id);
    if (!known)
        co_return failure(known.error());
    issue = co_await completeFields(call.client, *issue, *type, *known);
    if (!issue)
        co_return failure(issue.error());
    issue =
        co_await withPeople(tools, session, *issue, *known, arguments::text(call, "assignee"_L1));
    if (!issue)
        co_return failure(issue.error());
    const auto fields = newIssueFields(*issue, *type, *known);
    if (!fields)
        co_return failure(fields.error());
    // A person may have taken minutes over the forms.
    if (const auto current = tools.sessions.current(session.connection); !current)
        co_return failure(current.error());
    co_return co_await session.client->createIssue(issue->project, *fields);
}

QCoro::Task<Result<JiraSessions::Session>> siteFor(JiraTools tools, ToolCall call)
{
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    // Who did not name it is asked for it, at the site that is picked first.
    if (!project)
        co_return co_await siteTarget(tools, std::move(call));
    co_return co_await projectTarget(tools, std::move(call), *project);
}

} // namespace

Result<NewIssue> newIssueOf(const ToolCall &call)
{
    NewIssue issue;
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!project)
        return failure(project.error());
    issue.project = *project;
    if (const QString parent = arguments::text(call, "parent"_L1); !parent.isEmpty()) {
        const auto address = issueAddress(parent, "parent"_L1);
        if (!address)
            return failure(address.error());
        issue.parent = address->key;
    }
    issue.summary =
        arguments::text(call, "summary"_L1).simplified(); // Jira refuses line breaks in it
    if (issue.summary.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"summary\" is empty, but an issue needs one."_s);
    }
    issue.description = arguments::text(call, "description"_L1);
    issue.priority = arguments::text(call, "priority"_L1);
    const auto labels = labelsOf(call);
    if (!labels)
        return failure(labels.error());
    issue.labels = *labels;
    issue.components = arguments::list(call, "components"_L1);
    issue.fixVersions = arguments::list(call, "fix_versions"_L1);
    issue.fields = call.arguments.value("fields"_L1).toObject();
    return issue;
}

QCoro::Task<Result<NewIssue>> withPeople(JiraTools tools,
                                         JiraSessions::Session session,
                                         NewIssue issue,
                                         QList<CreateField> known,
                                         QString assignee)
{
    const AssignPlace place{issue.project, {}};
    if (!meansNone(assignee)) {
        const auto user = co_await tools.directory.person(session, assignee, place);
        if (!user)
            co_return failure(user.error());
        issue.assigneeId = user->accountId;
    }
    const auto fields = co_await tools.directory.withPeople(session, known, issue.fields, place);
    if (!fields)
        co_return failure(fields.error());
    issue.fields = *fields;
    co_return issue;
}

QCoro::Task<Result<ToolResult>> createIssue(JiraTools tools, ToolCall call)
{
    if (const auto given = checkGiven(call); !given)
        co_return failure(given.error());
    const auto session = co_await siteFor(tools, call);
    if (!session)
        co_return failure(session.error());
    auto key = co_await create(tools, *session, call);
    key = tools.sessions.noted(session->connection, std::move(key));
    if (!key)
        co_return failure(key.error());
    tools.directory.forgetIssue(session->connection, *key);
    tools.watch.noteChange(session->connection, *key);
    co_return created(*session, *key);
}

} // namespace fairlead::providers::jira
