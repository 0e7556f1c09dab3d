// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/projectapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct PermissionName
{
    QLatin1StringView key;
    Permission permission;
};

constexpr std::array permissionNames{
    PermissionName{"BROWSE_PROJECTS"_L1, Permission::BrowseProjects},
    PermissionName{"CREATE_ISSUES"_L1, Permission::CreateIssues},
    PermissionName{"EDIT_ISSUES"_L1, Permission::EditIssues},
    PermissionName{"ADD_COMMENTS"_L1, Permission::AddComments},
    PermissionName{"TRANSITION_ISSUES"_L1, Permission::TransitionIssues},
    PermissionName{"ASSIGN_ISSUES"_L1, Permission::AssignIssues},
    PermissionName{"CREATE_ATTACHMENTS"_L1, Permission::CreateAttachments},
    PermissionName{"LINK_ISSUES"_L1, Permission::LinkIssues},
    PermissionName{"WORK_ON_ISSUES"_L1, Permission::WorkOnIssues},
    PermissionName{"DELETE_ISSUES"_L1, Permission::DeleteIssues},
    PermissionName{"ADMINISTER_PROJECTS"_L1, Permission::AdministerProjects},
};

bool isGlobal(const QString &key)
{
    return key == "ADMINISTER"_L1 || key == "USER_PICKER"_L1;
}

} // namespace

JiraHandlers ProjectApi::handlers()
{
    return {{u"searchProjects"_s, [this](auto &call) { return searchProjects(call); }},
            {u"getProject"_s, [this](auto &call) { return getProject(call); }},
            {u"getAllStatuses"_s, [this](auto &call) { return statuses(call); }},
            {u"getMyPermissions"_s, [this](auto &call) { return myPermissions(call); }}};
}

QList<const JiraProject *> ProjectApi::visibleProjects(const JiraCall &call) const
{
    const Request &request = call.request;
    const QString query = request.parameter(u"query").value_or(QString());
    const QStringList keys = request.parameterList(u"keys");
    const QStringList ids = request.parameterList(u"id");
    const QString type = request.parameter(u"typeKey").value_or(QString());
    const QString action = request.parameter(u"action").value_or(u"view"_s);
    const Permission needed = action == "create"_L1 ? Permission::CreateIssues
        : action == "edit"_L1                       ? Permission::AdministerProjects
                                                    : Permission::BrowseProjects;
    QList<const JiraProject *> result;
    for (const JiraProject &project : m_site.projects) {
        const bool isAsked = (query.isEmpty() || project.key.contains(query, Qt::CaseInsensitive)
                              || project.name.contains(query, Qt::CaseInsensitive))
            && (keys.isEmpty() || keys.contains(project.key))
            && (ids.isEmpty() || ids.contains(project.id))
            && (type.isEmpty() || type.split(u',').contains(project.typeKey));
        if (isAsked && m_site.allows(call.caller, project, needed))
            result.append(&project);
    }
    sort(result, request.parameter(u"orderBy").value_or(u"key"_s));
    return result;
}

void ProjectApi::sort(QList<const JiraProject *> &projects, const QString &order) const
{
    const bool isDescending = order.startsWith(u'-');
    const QString by = order.startsWith(u'-') || order.startsWith(u'+') ? order.mid(1) : order;
    const auto keyOf = [this, &by](const JiraProject &project) -> QString {
        if (by == "name"_L1)
            return project.name.toLower();
        if (by == "owner"_L1)
            return m_site.user(project.leadId)->displayName;
        if (by == "issueCount"_L1 || by == "lastIssueUpdatedDate"_L1) {
            qint64 number = 0;
            for (const JiraIssue &issue : m_site.issues) {
                if (issue.projectId == project.id)
                    number = by == "issueCount"_L1
                        ? number + 1
                        : qMax(number, issue.updated.toMSecsSinceEpoch());
            }
            return QString::number(number).rightJustified(20, u'0');
        }
        return project.key;
    };
    std::stable_sort(projects.begin(), projects.end(), [&](const auto *left, const auto *right) {
        return isDescending ? keyOf(*left) > keyOf(*right) : keyOf(*left) < keyOf(*right);
    });
}

Response ProjectApi::searchProjects(const JiraCall &call) const
{
    const QList<const JiraProject *> projects = visibleProjects(call);
    const JiraPage page(call, projects.size(), 50, 100);
    const Renderer renderer = rendererFor(call);
    const QStringList expand = call.request.parameterList(u"expand");
    QJsonArray values;
    for (qsizetype i = 0; i < projects.size(); ++i) {
        if (!page.contains(i))
            continue;
        QJsonObject value = renderer.project(*projects[i]);
        const QJsonObject details = renderer.projectDetails(*projects[i]);
        for (const QString &name : expand) {
            if (details.contains(name))
                value.insert(name, details[name]);
        }
        values.append(value);
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"self"_s, renderer.link(u"project/search"_s));
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    if (!page.isLast())
        answer.insert(u"nextPage"_s,
                      renderer.link(u"project/search?startAt=%1&maxResults=%2"_s
                                        .arg(page.startAt + page.maxResults)
                                        .arg(page.maxResults)));
    return Response::json(200, answer);
}

Response ProjectApi::getProject(const JiraCall &call) const
{
    const JiraProject *project = projectOf(call);
    if (!project)
        return projectNotFound(call.path[u"projectIdOrKey"_s]);
    return Response::json(200, rendererFor(call).projectDetails(*project));
}

Response ProjectApi::statuses(const JiraCall &call) const
{
    const JiraProject *project = projectOf(call);
    if (!project)
        return projectNotFound(call.path[u"projectIdOrKey"_s]);
    const Renderer renderer = rendererFor(call);
    QJsonArray statuses;
    for (const NamedItem &status : m_site.statuses)
        statuses.append(renderer.status(status));
    QJsonArray answer;
    for (const QString &id : project->issueTypeIds) {
        const NamedItem *type = m_site.issueType(id);
        answer.append(QJsonObject{{u"self"_s, renderer.link(u"issuetype/"_s + id)},
                                  {u"id"_s, id},
                                  {u"name"_s, type->name},
                                  {u"subtask"_s, type->isSubtask},
                                  {u"statuses"_s, statuses}});
    }
    return Response::json(200, answer);
}

Response ProjectApi::myPermissions(const JiraCall &call) const
{
    const Request &request = call.request;
    const QStringList wanted = request.parameterList(u"permissions");
    if (wanted.isEmpty())
        return jiraError(400, u"The 'permissions' query parameter is required."_s);
    QString context = request.parameter(u"projectKey")
                          .value_or(request.parameter(u"projectId").value_or(QString()));
    const auto issueName =
        request.parameter(u"issueKey").value_or(request.parameter(u"issueId").value_or(QString()));
    if (!issueName.isEmpty()) {
        const JiraIssue *issue = m_site.issue(issueName);
        if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
            return issueNotFound();
        context = issue->projectId;
    }
    const JiraProject *project = m_site.project(context);
    if (!context.isEmpty()
        && (!project || !m_site.allows(call.caller, *project, Permission::BrowseProjects)))
        return projectNotFound(context);

    QJsonObject permissions;
    for (const QString &key : wanted) {
        const std::optional<bool> has = permission(call, key, project);
        if (!has)
            return jiraError(400, u"Unrecognized permission: %1"_s.arg(key));
        permissions.insert(key,
                           QJsonObject{{u"id"_s, QString::number(permissions.size() + 1)},
                                       {u"key"_s, key},
                                       {u"name"_s, key},
                                       {u"type"_s, isGlobal(key) ? u"GLOBAL"_s : u"PROJECT"_s},
                                       {u"description"_s, key},
                                       {u"havePermission"_s, *has}});
    }
    return Response::json(200, QJsonObject{{u"permissions"_s, permissions}});
}

std::optional<bool> ProjectApi::permission(const JiraCall &call,
                                           const QString &key,
                                           const JiraProject *project) const
{
    if (isGlobal(key))
        return key == "USER_PICKER"_L1 && call.caller != nullptr;
    const auto known =
        std::find_if(permissionNames.begin(),
                     permissionNames.end(),
                     [&key](const PermissionName &entry) { return key == entry.key; });
    if (known == permissionNames.end())
        return std::nullopt;
    const auto allowsIn = [&](const JiraProject &candidate) {
        return m_site.allows(call.caller, candidate, known->permission);
    };
    return project ? allowsIn(*project)
                   : std::any_of(m_site.projects.begin(), m_site.projects.end(), allowsIn);
}

} // namespace fairlead::sandbox
