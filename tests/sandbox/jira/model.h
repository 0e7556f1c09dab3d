// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/** What a Jira site holds, as plain values; references between them are ids. */
namespace fairlead::sandbox {

struct JiraUser
{
    QString accountId;
    QString displayName;
    QString email;
    bool isEmailHidden = false;
    bool isActive = true;
    QString password; ///< of the Atlassian account
};

/** A token that a person made on their Atlassian account. */
struct ApiToken
{
    QString email;
    QByteArray secret;
    bool isScoped = false; ///< works on the gateway only, within its scopes
    QStringList scopes;
};

/** An issue type, status, status category, priority, resolution or link type. */
struct NamedItem
{
    QString id;
    QString name;
    QString description{};
    QString categoryKey{}; ///< status: "new", "indeterminate" or "done"
    bool isSubtask = false; ///< issue type
    QString inward{}; ///< link type
    QString outward{};
};

/** A part of a project that issues may be about. */
struct JiraComponent
{
    QString id;
    QString projectId;
    QString name;
};

struct JiraVersion
{
    QString id;
    QString projectId;
    QJsonObject members; ///< name, description, startDate, releaseDate, released, archived
};

enum class ProjectRole { None, Viewer, Member, Administrator };

struct JiraProject
{
    QString id;
    QString key;
    QString name;
    QString description;
    QString leadId;
    QString typeKey;
    QStringList issueTypeIds;
    QHash<QString, ProjectRole> roles; ///< by account id
    ProjectRole defaultRole = ProjectRole::Member;
    bool requiresSeverity = false; ///< bugs must say how bad they are
};

struct JiraComment
{
    QString id;
    QString authorId;
    QString updateAuthorId;
    QJsonObject body;
    QDateTime created;
    QDateTime updated;
    QJsonObject visibility{}; ///< {"type","value"}; empty: everybody
};

struct JiraWorklog
{
    QString id;
    QString authorId;
    QJsonObject comment;
    QDateTime started;
    QDateTime created;
    int seconds = 0;
};

struct JiraAttachment
{
    QString id;
    QString fileName;
    QString mimeType;
    QString authorId;
    QDateTime created;
    QByteArray content;
};

struct JiraLink
{
    QString id;
    QString typeId;
    QString fromIssueId; ///< given as inwardIssue; it reads "blocks" (the outward description)
    QString toIssueId; ///< given as outwardIssue; it reads "is blocked by"
};

/** A link to a page elsewhere. */
struct JiraRemoteLink
{
    QString id;
    QString globalId;
    QString relationship;
    QJsonObject object; ///< url, title, summary, icon
};

struct JiraIssue
{
    QString id;
    QString key;
    QString projectId;
    QString typeId;
    QString statusId;
    QString priorityId;
    QString summary;
    QJsonObject description; ///< empty: none
    QString assigneeId;
    QString reporterId;
    QString creatorId;
    QString parentId;
    QStringList labels;
    QStringList componentIds{};
    QStringList fixVersionIds{};
    QDateTime created;
    QDateTime updated;
    QDateTime resolved;
    QString resolution{}; ///< as said on a screen; empty: "Done" once resolved
    QString dueDate;
    QJsonValue storyPoints = QJsonValue::Null;
    QString severity;
    QList<JiraComment> comments;
    QList<JiraWorklog> worklogs;
    QList<JiraAttachment> attachments;
    QStringList watcherIds{};
    QList<JiraRemoteLink> remoteLinks{};
    QJsonObject properties{}; ///< what programs keep with it, by key
};

} // namespace fairlead::sandbox
