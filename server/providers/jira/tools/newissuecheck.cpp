// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/newissuecheck.h"

#include "server/providers/jira/newissue.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/writingtools.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

NewIssueCheck::NewIssueCheck(JiraTools tools, JiraSessions::Session session)
    : m_tools(tools)
    , m_session(std::move(session))
{}

QCoro::Task<Result<QJsonObject>> NewIssueCheck::fieldsOf(tools::ToolCall call)
{
    auto issue = newIssueOf(call);
    if (!issue)
        co_return failure(issue.error());
    const auto type = co_await typeOf(issue->project, arguments::text(call, "type"_L1));
    if (!type)
        co_return failure(type.error());
    const auto known = co_await knownFields(issue->project, *type);
    if (!known)
        co_return failure(known.error());
    issue = co_await withPeople(
        m_tools, m_session, *issue, *known, arguments::text(call, "assignee"_L1));
    if (!issue)
        co_return failure(issue.error());
    co_return newIssueFields(*issue, *type, *known);
}

QCoro::Task<Result<IssueType>> NewIssueCheck::typeOf(QString project, QString wanted)
{
    if (!m_types.contains(project)) {
        const auto types = co_await m_session.client->issueTypes(project);
        if (!types)
            co_return failure(types.error());
        m_types.insert(project, *types);
    }
    co_return issueTypeNamed(m_types.value(project), wanted, project);
}

QCoro::Task<Result<QList<CreateField>>> NewIssueCheck::knownFields(QString project, IssueType type)
{
    const QString place = project + u'/' + type.id;
    if (!m_fields.contains(place)) {
        const auto fields = co_await m_session.client->createFields(project, type.id);
        if (!fields)
            co_return failure(fields.error());
        m_fields.insert(place, *fields);
    }
    co_return m_fields.value(place);
}

} // namespace fairlead::providers::jira
