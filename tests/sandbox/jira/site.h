// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "tests/sandbox/jira/model.h"

#include <QJsonArray>

#include <deque>
#include <functional>

namespace fairlead::sandbox {

/** What a person may be allowed to do; the names are Jira's permission keys. */
enum class Permission {
    BrowseProjects,
    CreateIssues,
    EditIssues,
    AddComments,
    TransitionIssues,
    AssignIssues,
    CreateAttachments,
    LinkIssues,
    WorkOnIssues,
    DeleteIssues,
    AdministerProjects,
};

/** All that one Jira site holds, with look-ups; a user of nullptr is an anonymous visitor. */
class Site
{
public:
    Site(QString name, QString title, const Clock &clock);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString title() const { return m_title; }
    /** The site's cloud id: the same at every start. */
    [[nodiscard]] QString cloudId() const;
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    [[nodiscard]] const JiraUser *user(const QString &accountId) const;
    [[nodiscard]] const JiraUser *userByEmail(const QString &email) const;
    [[nodiscard]] const ApiToken *token(const QString &email, const QByteArray &secret) const;

    /** By id or key, in any case. */
    [[nodiscard]] const JiraProject *project(const QString &idOrKey) const;
    /** By id or key, in any case. */
    [[nodiscard]] JiraIssue *issue(const QString &idOrKey);
    [[nodiscard]] const JiraIssue *issue(const QString &idOrKey) const;

    [[nodiscard]] const NamedItem *issueType(const QString &id) const;
    [[nodiscard]] const NamedItem *status(const QString &id) const;
    [[nodiscard]] const NamedItem *priority(const QString &id) const;
    [[nodiscard]] const NamedItem *linkType(const QString &id) const;

    [[nodiscard]] bool allows(const JiraUser *user, const JiraProject &project, Permission) const;
    [[nodiscard]] bool allows(const JiraUser *user, const JiraIssue &issue, Permission) const;
    /** "Browse users and groups": without it user searches are empty. */
    [[nodiscard]] static bool maySearchUsers(const JiraUser *user) { return user != nullptr; }

    /** A fresh id for whatever is made. */
    [[nodiscard]] QString nextId();
    /** Adds it with a fresh id and the project's next key. */
    JiraIssue &addIssue(JiraIssue issue);
    /** Removes it with its links; subtasks are the caller's business. */
    void removeIssue(const QString &id);
    [[nodiscard]] QList<const JiraIssue *> subtasksOf(const QString &id) const;

    QList<JiraUser> users;
    QList<ApiToken> tokens;
    QList<JiraProject> projects;
    QList<NamedItem> issueTypes;
    QList<NamedItem> statuses;
    QList<NamedItem> priorities;
    QList<NamedItem> linkTypes;
    QList<JiraLink> links;
    QList<JiraComponent> components;
    QList<JiraVersion> versions;
    /** A deque: adding an issue leaves pointers to the others valid. */
    std::deque<JiraIssue> issues;
    QHash<QString, int> lastNumbers; ///< by project id
    /** All that an issue is or was in, as its field has them; by issue id. */
    std::function<QJsonArray(const QString &)> sprintsOf = [](const QString &) {
        return QJsonArray();
    };

private:
    QString m_name;
    QString m_title;
    const Clock &m_clock;
    int m_lastId = 20000;
};

} // namespace fairlead::sandbox
