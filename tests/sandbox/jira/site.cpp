// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/site.h"

#include "server/base/ids.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

const NamedItem *itemOf(const QList<NamedItem> &items, const QString &id)
{
    const auto found = std::find_if(
        items.begin(), items.end(), [&id](const NamedItem &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

bool isGranted(ProjectRole role, Permission permission)
{
    switch (role) {
    case ProjectRole::None:
        return false;
    case ProjectRole::Viewer:
        return permission == Permission::BrowseProjects;
    case ProjectRole::Member:
        return permission != Permission::DeleteIssues
            && permission != Permission::AdministerProjects;
    case ProjectRole::Administrator:
        return true;
    }
    return false;
}

} // namespace

Site::Site(QString name, QString title, const Clock &clock)
    : m_name(std::move(name))
    , m_title(std::move(title))
    , m_clock(clock)
{}

QString Site::cloudId() const
{
    const QString digits = QString::fromLatin1(sha256Hex("fairlead-sandbox " + m_name.toUtf8()));
    return digits.mid(0, 8) + u'-' + digits.mid(8, 4) + u"-4"_s + digits.mid(13, 3) + u"-a"_s
        + digits.mid(17, 3) + u'-' + digits.mid(20, 12);
}

const JiraUser *Site::user(const QString &accountId) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&](const JiraUser &candidate) {
        return candidate.accountId == accountId;
    });
    return found == users.end() ? nullptr : &*found;
}

const JiraUser *Site::userByEmail(const QString &email) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&](const JiraUser &candidate) {
        return candidate.email.compare(email, Qt::CaseInsensitive) == 0;
    });
    return found == users.end() ? nullptr : &*found;
}

const ApiToken *Site::token(const QString &email, const QByteArray &secret) const
{
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const ApiToken &candidate) {
        return candidate.secret == secret
            && candidate.email.compare(email, Qt::CaseInsensitive) == 0;
    });
    return found == tokens.end() ? nullptr : &*found;
}

const JiraProject *Site::project(const QString &idOrKey) const
{
    const auto found =
        std::find_if(projects.begin(), projects.end(), [&](const JiraProject &candidate) {
            return candidate.id == idOrKey
                || candidate.key.compare(idOrKey, Qt::CaseInsensitive) == 0;
        });
    return found == projects.end() ? nullptr : &*found;
}

JiraIssue *Site::issue(const QString &idOrKey)
{
    const auto found = std::find_if(issues.begin(), issues.end(), [&](const JiraIssue &candidate) {
        return candidate.id == idOrKey || candidate.key.compare(idOrKey, Qt::CaseInsensitive) == 0;
    });
    return found == issues.end() ? nullptr : &*found;
}

const JiraIssue *Site::issue(const QString &idOrKey) const
{
    const auto found = std::find_if(issues.begin(), issues.end(), [&](const JiraIssue &candidate) {
        return candidate.id == idOrKey || candidate.key.compare(idOrKey, Qt::CaseInsensitive) == 0;
    });
    return found == issues.end() ? nullptr : &*found;
}

const NamedItem *Site::issueType(const QString &id) const
{
    return itemOf(issueTypes, id);
}

const NamedItem *Site::status(const QString &id) const
{
    return itemOf(statuses, id);
}

const NamedItem *Site::priority(const QString &id) const
{
    return itemOf(priorities, id);
}

const NamedItem *Site::linkType(const QString &id) const
{
    return itemOf(linkTypes, id);
}

bool Site::allows(const JiraUser *user, const JiraProject &project, Permission permission) const
{
    if (!user || !user->isActive)
        return false;
    return isGranted(project.roles.value(user->accountId, project.defaultRole), permission);
}

bool Site::allows(const JiraUser *user, const JiraIssue &issue, Permission permission) const
{
    const JiraProject *owner = project(issue.projectId);
    return owner && allows(user, *owner, permission);
}

QString Site::nextId()
{
    return QString::number(++m_lastId);
}

JiraIssue &Site::addIssue(JiraIssue issue)
{
    const JiraProject *owner = project(issue.projectId);
    issue.id = nextId();
    issue.key = owner->key + u'-' + QString::number(++lastNumbers[owner->id]);
    issues.push_back(std::move(issue));
    return issues.back();
}

void Site::removeIssue(const QString &id)
{
    links.removeIf(
        [&id](const JiraLink &link) { return link.fromIssueId == id || link.toIssueId == id; });
    std::erase_if(issues, [&id](const JiraIssue &candidate) { return candidate.id == id; });
}

QList<const JiraIssue *> Site::subtasksOf(const QString &id) const
{
    QList<const JiraIssue *> result;
    for (const JiraIssue &candidate : issues) {
        const NamedItem *type = issueType(candidate.typeId);
        if (candidate.parentId == id && type && type->isSubtask)
            result.append(&candidate);
    }
    return result;
}

} // namespace fairlead::sandbox
