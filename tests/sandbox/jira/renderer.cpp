// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/renderer.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** "1h 30m", as Jira writes a length of work. */
QString workLength(int seconds)
{
    QStringList parts;
    if (seconds >= 3600)
        parts.append(QString::number(seconds / 3600) + u'h');
    if (seconds % 3600 >= 60)
        parts.append(QString::number(seconds % 3600 / 60) + u'm');
    return parts.isEmpty() ? u"0m"_s : parts.join(u' ');
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(jiraTime(time)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString jiraTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+0000"_s;
}

Renderer::Renderer(const Site &site, QString base, const JiraUser *viewer)
    : m_site(site)
    , m_base(std::move(base))
    , m_viewer(viewer)
{}

QString Renderer::link(const QString &path) const
{
    return m_base + u"/rest/api/3/"_s + path;
}

QJsonObject Renderer::avatars(const QString &id) const
{
    return {{u"48x48"_s, m_base + u"/avatars/48/"_s + id},
            {u"24x24"_s, m_base + u"/avatars/24/"_s + id}};
}

QJsonValue Renderer::user(const QString &accountId) const
{
    const JiraUser *user = m_site.user(accountId);
    if (!user)
        return QJsonValue::Null;
    QJsonObject result{{u"self"_s, link(u"user?accountId="_s + user->accountId)},
                       {u"accountId"_s, user->accountId},
                       {u"accountType"_s, u"atlassian"_s},
                       {u"avatarUrls"_s, avatars(user->accountId)},
                       {u"displayName"_s, user->displayName},
                       {u"active"_s, user->isActive},
                       {u"timeZone"_s, u"Europe/Stockholm"_s}};
    const bool isOneself = m_viewer && m_viewer->accountId == user->accountId;
    if (!user->isEmailHidden || isOneself)
        result.insert(u"emailAddress"_s, user->email);
    return result;
}

QJsonObject Renderer::project(const JiraProject &project) const
{
    return {{u"self"_s, link(u"project/"_s + project.id)},
            {u"id"_s, project.id},
            {u"key"_s, project.key},
            {u"name"_s, project.name},
            {u"projectTypeKey"_s, project.typeKey},
            {u"simplified"_s, false},
            {u"style"_s, u"classic"_s},
            {u"isPrivate"_s, project.defaultRole == ProjectRole::None},
            {u"avatarUrls"_s, avatars(project.key)}};
}

QJsonObject Renderer::projectDetails(const JiraProject &project) const
{
    QJsonObject result = this->project(project);
    QJsonArray types;
    for (const QString &id : project.issueTypeIds)
        types.append(issueType(*m_site.issueType(id)));
    result.insert(u"description"_s, project.description);
    result.insert(u"lead"_s, user(project.leadId));
    result.insert(u"issueTypes"_s, types);
    QJsonArray components;
    for (const JiraComponent &component : m_site.components) {
        if (component.projectId == project.id)
            components.append(this->component(component));
    }
    QJsonArray versions;
    for (const JiraVersion &version : m_site.versions) {
        if (version.projectId == project.id)
            versions.append(this->version(version));
    }
    result.insert(u"components"_s, components);
    result.insert(u"versions"_s, versions);
    result.insert(u"assigneeType"_s, u"UNASSIGNED"_s);
    return result;
}

QJsonObject Renderer::issueType(const NamedItem &type) const
{
    const int level = type.isSubtask ? -1 : type.name == "Epic"_L1 ? 1 : 0;
    return {{u"self"_s, link(u"issuetype/"_s + type.id)},
            {u"id"_s, type.id},
            {u"name"_s, type.name},
            {u"description"_s, type.description},
            {u"subtask"_s, type.isSubtask},
            {u"hierarchyLevel"_s, level}};
}

QJsonObject Renderer::status(const NamedItem &status) const
{
    const bool isNew = status.categoryKey == "new"_L1;
    const bool isDone = status.categoryKey == "done"_L1;
    const QJsonObject category{{u"id"_s,
                                isNew        ? 2
                                    : isDone ? 3
                                             : 4},
                               {u"key"_s, status.categoryKey},
                               {u"colorName"_s,
                                isNew        ? u"blue-gray"_s
                                    : isDone ? u"green"_s
                                             : u"yellow"_s},
                               {u"name"_s,
                                isNew        ? u"To Do"_s
                                    : isDone ? u"Done"_s
                                             : u"In Progress"_s}};
    return {{u"self"_s, link(u"status/"_s + status.id)},
            {u"id"_s, status.id},
            {u"name"_s, status.name},
            {u"description"_s, status.description},
            {u"statusCategory"_s, category}};
}

QJsonObject Renderer::priority(const NamedItem &priority) const
{
    return {{u"self"_s, link(u"priority/"_s + priority.id)},
            {u"id"_s, priority.id},
            {u"name"_s, priority.name}};
}

QJsonObject Renderer::component(const JiraComponent &component) const
{
    return {{u"self"_s, link(u"component/"_s + component.id)},
            {u"id"_s, component.id},
            {u"name"_s, component.name}};
}

QJsonObject Renderer::version(const JiraVersion &version) const
{
    QJsonObject result = version.members;
    result.insert(u"self"_s, link(u"version/"_s + version.id));
    result.insert(u"id"_s, version.id);
    result.insert(u"projectId"_s, version.projectId.toInt());
    const QDate release = QDate::fromString(result["releaseDate"_L1].toString(), Qt::ISODate);
    if (release.isValid() && !result["released"_L1].toBool())
        result.insert(u"overdue"_s, release < m_site.now().date());
    return result;
}

QJsonObject Renderer::linkType(const NamedItem &type) const
{
    return {{u"id"_s, type.id},
            {u"name"_s, type.name},
            {u"inward"_s, type.inward},
            {u"outward"_s, type.outward},
            {u"self"_s, link(u"issueLinkType/"_s + type.id)}};
}

QJsonObject Renderer::comment(const JiraIssue &issue, const JiraComment &comment) const
{
    QJsonObject result{{u"self"_s, link(u"issue/%1/comment/%2"_s.arg(issue.id, comment.id))},
                       {u"id"_s, comment.id},
                       {u"author"_s, user(comment.authorId)},
                       {u"updateAuthor"_s, user(comment.updateAuthorId)},
                       {u"body"_s, comment.body},
                       {u"created"_s, jiraTime(comment.created)},
                       {u"updated"_s, jiraTime(comment.updated)},
                       {u"jsdPublic"_s, true}};
    if (!comment.visibility.isEmpty())
        result.insert(u"visibility"_s, comment.visibility);
    return result;
}

QJsonObject Renderer::worklog(const JiraIssue &issue, const JiraWorklog &worklog) const
{
    QJsonObject result{{u"self"_s, link(u"issue/%1/worklog/%2"_s.arg(issue.id, worklog.id))},
                       {u"id"_s, worklog.id},
                       {u"issueId"_s, issue.id},
                       {u"author"_s, user(worklog.authorId)},
                       {u"updateAuthor"_s, user(worklog.authorId)},
                       {u"created"_s, jiraTime(worklog.created)},
                       {u"updated"_s, jiraTime(worklog.created)},
                       {u"started"_s, jiraTime(worklog.started)},
                       {u"timeSpent"_s, workLength(worklog.seconds)},
                       {u"timeSpentSeconds"_s, worklog.seconds}};
    if (!worklog.comment.isEmpty())
        result.insert(u"comment"_s, worklog.comment);
    return result;
}

QJsonObject Renderer::attachment(const JiraAttachment &attachment) const
{
    return {{u"self"_s, link(u"attachment/"_s + attachment.id)},
            {u"id"_s, attachment.id},
            {u"filename"_s, attachment.fileName},
            {u"author"_s, user(attachment.authorId)},
            {u"created"_s, jiraTime(attachment.created)},
            {u"size"_s, attachment.content.size()},
            {u"mimeType"_s, attachment.mimeType},
            {u"content"_s, link(u"attachment/content/"_s + attachment.id)}};
}

QJsonObject Renderer::issue(const JiraIssue &issue, const FieldSelection &selection) const
{
    if (selection.isIdOnly())
        return {{u"id"_s, issue.id}};
    QJsonObject fields;
    for (const FieldInfo &info : allFields()) {
        if (selection.contains(info.id))
            fields.insert(info.id, field(info.id, issue));
    }
    QJsonObject result{{u"expand"_s, u"renderedFields,names,schema,operations,editmeta"_s},
                       {u"id"_s, issue.id},
                       {u"self"_s, link(u"issue/"_s + issue.id)},
                       {u"key"_s, issue.key}};
    if (!fields.isEmpty())
        result.insert(u"fields"_s, fields);
    return result;
}

QJsonValue Renderer::field(const QString &id, const JiraIssue &issue) const
{
    if (id == "summary"_L1)
        return issue.summary;
    if (id == "issuetype"_L1)
        return issueType(*m_site.issueType(issue.typeId));
    if (id == "project"_L1)
        return project(*m_site.project(issue.projectId));
    if (id == "status"_L1)
        return status(*m_site.status(issue.statusId));
    if (id == "priority"_L1)
        return priority(*m_site.priority(issue.priorityId));
    if (id == "assignee"_L1)
        return user(issue.assigneeId);
    if (id == "reporter"_L1)
        return user(issue.reporterId);
    if (id == "creator"_L1)
        return user(issue.creatorId);
    if (id == "labels"_L1)
        return QJsonArray::fromStringList(issue.labels);
    if (id == "components"_L1 || id == "fixVersions"_L1)
        return partsOf(id, issue);
    if (id == "description"_L1)
        return issue.description.isEmpty() ? QJsonValue(QJsonValue::Null)
                                           : QJsonValue(issue.description);
    if (id == "created"_L1)
        return timeOrNull(issue.created);
    if (id == "updated"_L1)
        return timeOrNull(issue.updated);
    if (id == "resolutiondate"_L1)
        return timeOrNull(issue.resolved);
    return workField(id, issue);
}

QJsonArray Renderer::partsOf(const QString &id, const JiraIssue &issue) const
{
    QJsonArray list;
    if (id == "components"_L1) {
        for (const JiraComponent &component : m_site.components) {
            if (issue.componentIds.contains(component.id))
                list.append(this->component(component));
        }
        return list;
    }
    for (const JiraVersion &version : m_site.versions) {
        if (issue.fixVersionIds.contains(version.id))
            list.append(this->version(version));
    }
    return list;
}

QJsonValue Renderer::workField(const QString &id, const JiraIssue &issue) const
{
    QJsonArray list;
    if (id == "resolution"_L1)
        return issue.resolved.isValid() ? QJsonValue(QJsonObject{
                   {u"id"_s, u"10000"_s},
                   {u"name"_s, issue.resolution.isEmpty() ? u"Done"_s : issue.resolution}})
                                        : QJsonValue(QJsonValue::Null);
    if (id == "duedate"_L1)
        return issue.dueDate.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(issue.dueDate);
    if (id == "parent"_L1) {
        const JiraIssue *parent = m_site.issue(issue.parentId);
        return parent ? QJsonValue(reference(*parent)) : QJsonValue(QJsonValue::Undefined);
    }
    if (id == "subtasks"_L1) {
        for (const JiraIssue *subtask : m_site.subtasksOf(issue.id))
            list.append(reference(*subtask));
        return list;
    }
    if (id == "issuelinks"_L1)
        return links(issue);
    if (id == "comment"_L1) {
        for (const JiraComment &entry : issue.comments)
            list.append(comment(issue, entry));
        return QJsonObject{{u"comments"_s, list},
                           {u"self"_s, link(u"issue/%1/comment"_s.arg(issue.id))},
                           {u"maxResults"_s, list.size()},
                           {u"total"_s, list.size()},
                           {u"startAt"_s, 0}};
    }
    if (id == "worklog"_L1) {
        for (const JiraWorklog &entry : issue.worklogs.first(qMin(issue.worklogs.size(), 20)))
            list.append(worklog(issue, entry));
        return QJsonObject{{u"startAt"_s, 0},
                           {u"maxResults"_s, 20},
                           {u"total"_s, issue.worklogs.size()},
                           {u"worklogs"_s, list}};
    }
    if (id == "attachment"_L1) {
        for (const JiraAttachment &entry : issue.attachments)
            list.append(attachment(entry));
        return list;
    }
    if (id == storyPointsField)
        return issue.storyPoints;
    if (id == sprintField) {
        list = m_site.sprintsOf(issue.id);
        return list.isEmpty() ? QJsonValue() : QJsonValue(list);
    }
    for (const NamedItem &severity : severities()) {
        if (severity.name == issue.severity)
            return QJsonObject{{u"self"_s, link(u"customFieldOption/"_s + severity.id)},
                               {u"value"_s, severity.name},
                               {u"id"_s, severity.id}};
    }
    return QJsonValue::Null;
}

QJsonObject Renderer::reference(const JiraIssue &issue) const
{
    return {{u"id"_s, issue.id},
            {u"key"_s, issue.key},
            {u"self"_s, link(u"issue/"_s + issue.id)},
            {u"fields"_s,
             QJsonObject{{u"summary"_s, issue.summary},
                         {u"status"_s, status(*m_site.status(issue.statusId))},
                         {u"priority"_s, priority(*m_site.priority(issue.priorityId))},
                         {u"issuetype"_s, issueType(*m_site.issueType(issue.typeId))}}}};
}

QJsonArray Renderer::links(const JiraIssue &issue) const
{
    QJsonArray result;
    for (const JiraLink &entry : m_site.links) {
        const bool isFrom = entry.fromIssueId == issue.id;
        if (!isFrom && entry.toIssueId != issue.id)
            continue;
        const JiraIssue *other = m_site.issue(isFrom ? entry.toIssueId : entry.fromIssueId);
        if (!other || !m_site.allows(m_viewer, *other, Permission::BrowseProjects))
            continue;
        result.append(
            QJsonObject{{u"id"_s, entry.id},
                        {u"self"_s, link(u"issueLink/"_s + entry.id)},
                        {u"type"_s, linkType(*m_site.linkType(entry.typeId))},
                        {isFrom ? u"outwardIssue"_s : u"inwardIssue"_s, reference(*other)}});
    }
    return result;
}

} // namespace fairlead::sandbox
