// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/seed.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstComponent = 10201;

/** Reads one seed document into one site; lives for that long only. */
class Filler
{
public:
    Filler(Site &site, const QJsonObject &seed)
        : m_site(site)
        , m_seed(seed)
        , m_now(site.now())
    {}

    void fill();

private:
    [[nodiscard]] QString accountId(const QJsonValue &alias) const
    {
        return m_accounts.value(alias.toString());
    }
    [[nodiscard]] QDateTime ago(const QJsonValue &minutes) const
    {
        return m_now.addSecs(-60 * minutes.toInteger());
    }

    void addUsers();
    void addProject(const QJsonObject &json);
    void addIssue(const JiraProject &project, const QJsonObject &json);
    void addTalk(JiraIssue &issue, const QJsonObject &json);
    void addLinks();

    Site &m_site;
    QJsonObject m_seed;
    QDateTime m_now;
    QHash<QString, QString> m_accounts;
};

QList<NamedItem> namedItems(const QJsonArray &array)
{
    QList<NamedItem> result;
    for (const auto &value : array) {
        result.append({.id = value["id"_L1].toString(),
                       .name = value["name"_L1].toString(),
                       .description = value["description"_L1].toString(),
                       .categoryKey = value["category"_L1].toString(),
                       .isSubtask = value["subtask"_L1].toBool(),
                       .inward = value["inward"_L1].toString(),
                       .outward = value["outward"_L1].toString()});
    }
    return result;
}

QString idByName(const QList<NamedItem> &items, const QString &name)
{
    for (const NamedItem &item : items) {
        if (item.name == name)
            return item.id;
    }
    return {};
}

QStringList strings(const QJsonValue &array)
{
    QStringList result;
    for (const auto &value : array.toArray())
        result.append(value.toString());
    return result;
}

ProjectRole roleNamed(const QString &name)
{
    if (name == "admin"_L1)
        return ProjectRole::Administrator;
    if (name == "viewer"_L1)
        return ProjectRole::Viewer;
    return name == "none"_L1 ? ProjectRole::None : ProjectRole::Member;
}

void Filler::fill()
{
    m_site.issueTypes = namedItems(m_seed["issueTypes"_L1].toArray());
    m_site.statuses = namedItems(m_seed["statuses"_L1].toArray());
    m_site.priorities = namedItems(m_seed["priorities"_L1].toArray());
    m_site.linkTypes = namedItems(m_seed["linkTypes"_L1].toArray());
    addUsers();
    for (const auto &project : m_seed["projects"_L1].toArray())
        addProject(project.toObject());
    addLinks();
}

void Filler::addUsers()
{
    for (const auto &json : m_seed["users"_L1].toArray()) {
        const QString id = json["accountId"_L1].toString();
        m_accounts.insert(json["alias"_L1].toString(), id);
        m_site.users.append({.accountId = id,
                             .displayName = json["displayName"_L1].toString(),
                             .email = json["email"_L1].toString(),
                             .isEmailHidden = json["emailHidden"_L1].toBool(),
                             .isActive = json["active"_L1].toBool(true),
                             .password = json["password"_L1].toString()});
    }
    for (const auto &json : m_seed["tokens"_L1].toArray())
        m_site.tokens.append({.email = json["email"_L1].toString(),
                              .secret = json["token"_L1].toString().toUtf8(),
                              .isScoped = json["scopes"_L1].isArray(),
                              .scopes = strings(json["scopes"_L1])});
}

void Filler::addProject(const QJsonObject &json)
{
    JiraProject project;
    project.id = json["id"_L1].toString();
    project.key = json["key"_L1].toString();
    project.name = json["name"_L1].toString();
    project.description = json["description"_L1].toString();
    project.leadId = accountId(json["lead"_L1]);
    project.typeKey = json["type"_L1].toString(u"software"_s);
    project.requiresSeverity = json["requiresSeverity"_L1].toBool();
    project.defaultRole = roleNamed(json["defaultRole"_L1].toString());
    const QJsonObject roles = json["roles"_L1].toObject();
    for (auto it = roles.begin(); it != roles.end(); ++it)
        project.roles.insert(m_accounts.value(it.key()), roleNamed(it.value().toString()));
    for (const QString &type : strings(json["issueTypes"_L1]))
        project.issueTypeIds.append(idByName(m_site.issueTypes, type));
    m_site.projects.append(project);
    for (const QString &component : strings(json["components"_L1])) {
        m_site.components.append({.id = QString::number(firstComponent + m_site.components.size()),
                                  .projectId = project.id,
                                  .name = component});
    }
    for (const auto &issue : json["issues"_L1].toArray())
        addIssue(project, issue.toObject());
}

void Filler::addIssue(const JiraProject &project, const QJsonObject &json)
{
    JiraIssue issue;
    issue.projectId = project.id;
    issue.typeId = idByName(m_site.issueTypes, json["type"_L1].toString());
    issue.statusId = idByName(m_site.statuses, json["status"_L1].toString());
    issue.priorityId = idByName(m_site.priorities, json["priority"_L1].toString());
    issue.summary = json["summary"_L1].toString();
    issue.description = json["description"_L1].toObject();
    issue.assigneeId = accountId(json["assignee"_L1]);
    issue.reporterId = accountId(json["reporter"_L1]);
    issue.creatorId = issue.reporterId;
    issue.labels = strings(json["labels"_L1]);
    issue.created = ago(json["created"_L1]);
    issue.updated = ago(json["updated"_L1]);
    const NamedItem *status = m_site.status(issue.statusId);
    if (status && status->categoryKey == "done"_L1)
        issue.resolved = issue.updated;
    if (json.contains("due"_L1))
        issue.dueDate = m_now.date().addDays(json["due"_L1].toInteger()).toString(Qt::ISODate);
    issue.storyPoints = json.contains("points"_L1) ? json["points"_L1] : QJsonValue::Null;
    issue.severity = json["severity"_L1].toString();
    if (const JiraIssue *parent = m_site.issue(json["parent"_L1].toString()))
        issue.parentId = parent->id;
    addTalk(issue, json);
    m_site.addIssue(issue);
}

void Filler::addTalk(JiraIssue &issue, const QJsonObject &json)
{
    for (const auto &value : json["comments"_L1].toArray()) {
        const QString author = accountId(value["author"_L1]);
        const QDateTime created = ago(value["ago"_L1]);
        issue.comments.append({.id = m_site.nextId(),
                               .authorId = author,
                               .updateAuthorId = author,
                               .body = value["body"_L1].toObject(),
                               .created = created,
                               .updated = created});
    }
    for (const auto &value : json["worklogs"_L1].toArray())
        issue.worklogs.append({.id = m_site.nextId(),
                               .authorId = accountId(value["author"_L1]),
                               .comment = {},
                               .started = ago(value["ago"_L1]),
                               .created = ago(value["ago"_L1]),
                               .seconds = int(value["seconds"_L1].toInteger())});
    for (const auto &value : json["attachments"_L1].toArray())
        issue.attachments.append({.id = m_site.nextId(),
                                  .fileName = value["name"_L1].toString(),
                                  .mimeType = value["mimeType"_L1].toString(),
                                  .authorId = issue.reporterId,
                                  .created = issue.created,
                                  .content = value["text"_L1].toString().toUtf8()});
}

void Filler::addLinks()
{
    for (const auto &json : m_seed["links"_L1].toArray()) {
        const JiraIssue *from = m_site.issue(json["from"_L1].toString());
        const JiraIssue *to = m_site.issue(json["to"_L1].toString());
        if (from && to)
            m_site.links.append({.id = m_site.nextId(),
                                 .typeId = idByName(m_site.linkTypes, json["type"_L1].toString()),
                                 .fromIssueId = from->id,
                                 .toIssueId = to->id});
    }
}

} // namespace

void fillSite(Site &site, const QJsonObject &seed)
{
    Filler(site, seed).fill();
}

} // namespace fairlead::sandbox
