// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/userapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isMeant(const JiraUser &user, const QString &query)
{
    const bool inEmail = !user.isEmailHidden && user.email.startsWith(query, Qt::CaseInsensitive);
    const QStringList words = user.displayName.split(u' ');
    return inEmail || user.displayName.startsWith(query, Qt::CaseInsensitive)
        || std::any_of(words.begin(), words.end(), [&query](const QString &word) {
               return word.startsWith(query, Qt::CaseInsensitive);
           });
}

} // namespace

JiraHandlers UserApi::handlers()
{
    return {{u"getCurrentUser"_s, [this](auto &call) { return currentUser(call); }},
            {u"getUser"_s, [this](auto &call) { return getUser(call); }},
            {u"bulkGetUsers"_s, [this](auto &call) { return bulkGet(call); }},
            {u"findUsers"_s, [this](auto &call) { return findUsers(call); }},
            {u"findAssignableUsers"_s, [this](auto &call) { return findAssignable(call); }}};
}

Response UserApi::currentUser(const JiraCall &call) const
{
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    QJsonObject user = rendererFor(call).user(call.caller->accountId).toObject();
    user.insert(u"locale"_s, u"en_GB"_s);
    user.insert(u"groups"_s, QJsonObject{{u"size"_s, 1}, {u"items"_s, QJsonArray{}}});
    user.insert(u"applicationRoles"_s, QJsonObject{{u"size"_s, 1}, {u"items"_s, QJsonArray{}}});
    user.insert(u"expand"_s, u"groups,applicationRoles"_s);
    return Response::json(200, user);
}

Response UserApi::getUser(const JiraCall &call) const
{
    const QString id = call.request.parameter(u"accountId").value_or(QString());
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    if (id.isEmpty())
        return jiraError(400, u"The query parameter 'accountId' is required."_s);
    const QJsonValue user = rendererFor(call).user(id);
    if (user.isNull())
        return jiraError(
            404, u"Specified user does not exist or you do not have required permissions"_s);
    return Response::json(200, user.toObject());
}

Response UserApi::bulkGet(const JiraCall &call) const
{
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    QJsonArray users;
    for (const QString &id : call.request.parameterList(u"accountId")) {
        const QJsonValue user = rendererFor(call).user(id);
        if (!user.isNull())
            users.append(user);
    }
    const JiraPage page(call, users.size(), 10, 200);
    QJsonArray values;
    for (qsizetype i = 0; i < users.size(); ++i) {
        if (page.contains(i))
            values.append(users[i]);
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

Response UserApi::findUsers(const JiraCall &call) const
{
    const Request &request = call.request;
    if (!request.parameter(u"query") && !request.parameter(u"accountId")
        && !request.parameter(u"property"))
        return jiraError(400, u"At least one of 'query', 'accountId' or 'property' is required."_s);
    // Without the permission the list is empty, and that is no error.
    if (!Site::maySearchUsers(call.caller))
        return Response::json(200, QJsonArray{});
    return listed(call, nullptr);
}

Response UserApi::findAssignable(const JiraCall &call) const
{
    const Request &request = call.request;
    QString projectName = request.parameter(u"project").value_or(QString());
    const QString issueName =
        request.parameter(u"issueKey").value_or(request.parameter(u"issueId").value_or(QString()));
    if (!issueName.isEmpty()) {
        const JiraIssue *issue = m_site.issue(issueName);
        if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
            return issueNotFound();
        projectName = issue->projectId;
    }
    if (projectName.isEmpty())
        return jiraError(400, u"Either 'project', 'issueKey' or 'issueId' is required."_s);
    const JiraProject *project = m_site.project(projectName);
    if (!project || !m_site.allows(call.caller, *project, Permission::BrowseProjects))
        return projectNotFound(projectName);
    return listed(call, project);
}

Response UserApi::listed(const JiraCall &call, const JiraProject *assignableIn) const
{
    const QString query = call.request.parameter(u"query").value_or(QString());
    const QString id = call.request.parameter(u"accountId").value_or(QString());
    QList<const JiraUser *> found;
    for (const JiraUser &user : m_site.users) {
        const bool isAsked =
            isMeant(user, query) && (id.isEmpty() || user.accountId == id) && user.isActive;
        if (isAsked
            && (!assignableIn || m_site.allows(&user, *assignableIn, Permission::EditIssues)))
            found.append(&user);
    }
    const JiraPage page(call, found.size(), 50, 1000);
    QJsonArray users;
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (page.contains(i))
            users.append(rendererFor(call).user(found[i]->accountId));
    }
    return Response::json(200, users);
}

} // namespace fairlead::sandbox
