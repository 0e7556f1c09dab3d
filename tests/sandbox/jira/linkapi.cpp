// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/linkapi.h"

#include "tests/sandbox/jira/adf.h"
#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

JiraHandlers LinkApi::handlers()
{
    return {{u"getIssueLink"_s, [this](auto &call) { return get(call); }},
            {u"linkIssues"_s, [this](auto &call) { return create(call); }},
            {u"deleteIssueLink"_s, [this](auto &call) { return remove(call); }}};
}

Response LinkApi::create(const JiraCall &call)
{
    const auto issueNamed = [&](const QString &member) -> JiraIssue * {
        const QJsonValue value = call.body[member];
        JiraIssue *issue = m_site.issue(value["key"_L1].toString(value["id"_L1].toString()));
        return issue && m_site.allows(call.caller, *issue, Permission::BrowseProjects) ? issue
                                                                                       : nullptr;
    };
    const QJsonValue wanted = call.body["type"_L1];
    const auto type = std::find_if(
        m_site.linkTypes.begin(), m_site.linkTypes.end(), [&wanted](const NamedItem &item) {
            return item.id == wanted["id"_L1].toString()
                || item.name.compare(wanted["name"_L1].toString(), Qt::CaseInsensitive) == 0;
        });
    if (type == m_site.linkTypes.end())
        return jiraError(
            404, u"No issue link type with name '%1' found."_s.arg(wanted["name"_L1].toString()));
    JiraIssue *from = issueNamed(u"inwardIssue"_s);
    JiraIssue *to = issueNamed(u"outwardIssue"_s);
    if (!from || !to)
        return issueNotFound();
    if (!m_site.allows(call.caller, *from, Permission::LinkIssues)
        || !m_site.allows(call.caller, *to, Permission::LinkIssues))
        return jiraError(401, u"No Link Issue Permission for issue '%1'"_s.arg(from->key));
    const QJsonValue comment = call.body["comment"_L1]["body"_L1];
    if (!comment.isUndefined() && !checkAdf(comment).isEmpty())
        return jiraErrors(400, {{u"comment"_s, u"Comment body is not valid!"_s}});
    m_index.aboutToChange(*from);
    m_index.aboutToChange(*to);
    m_site.links.append(
        {.id = m_site.nextId(), .typeId = type->id, .fromIssueId = from->id, .toIssueId = to->id});
    if (comment.isObject())
        from->comments.append({.id = m_site.nextId(),
                               .authorId = call.caller->accountId,
                               .updateAuthorId = call.caller->accountId,
                               .body = comment.toObject(),
                               .created = m_site.now(),
                               .updated = m_site.now()});
    return Response::empty(201);
}

Response LinkApi::get(const JiraCall &call)
{
    const QString id = call.path[u"linkId"_s];
    const auto link = std::find_if(m_site.links.begin(),
                                   m_site.links.end(),
                                   [&id](const JiraLink &entry) { return entry.id == id; });
    const JiraIssue *from = link == m_site.links.end() ? nullptr : m_site.issue(link->fromIssueId);
    const JiraIssue *to = from ? m_site.issue(link->toIssueId) : nullptr;
    if (!to || !m_site.allows(call.caller, *from, Permission::BrowseProjects)
        || !m_site.allows(call.caller, *to, Permission::BrowseProjects))
        return jiraError(404, u"No issue link with id '%1' exists."_s.arg(id));
    const auto end = [](const JiraIssue &issue) {
        return QJsonObject{{u"id"_s, issue.id}, {u"key"_s, issue.key}};
    };
    return Response::json(
        200,
        QJsonObject{{u"id"_s, id},
                    {u"type"_s, rendererFor(call).linkType(*m_site.linkType(link->typeId))},
                    {u"inwardIssue"_s, end(*from)},
                    {u"outwardIssue"_s, end(*to)}});
}

Response LinkApi::remove(const JiraCall &call)
{
    const QString id = call.path[u"linkId"_s];
    const auto link = std::find_if(m_site.links.begin(),
                                   m_site.links.end(),
                                   [&id](const JiraLink &entry) { return entry.id == id; });
    const JiraIssue *issue = link == m_site.links.end() ? nullptr : m_site.issue(link->fromIssueId);
    if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
        return jiraError(404, u"No issue link with id '%1' exists."_s.arg(id));
    if (!m_site.allows(call.caller, *issue, Permission::LinkIssues))
        return jiraError(401, u"No Link Issue Permission for issue '%1'"_s.arg(issue->key));
    m_site.links.erase(link);
    return Response::empty(204);
}

} // namespace fairlead::sandbox
