// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/fieldmeta.h"
#include "tests/sandbox/jira/site.h"

#include <QJsonArray>

namespace fairlead::sandbox {

/** Jira's notation of a moment: 2026-11-20T10:00:00.000+0000. */
[[nodiscard]] QString jiraTime(const QDateTime &time);

/** Writes what a site holds as Jira's JSON, for one viewer. Lives for one request only. */
class Renderer
{
public:
    /** `base` is what "self" links begin with: the site's origin or the gateway's prefix. */
    Renderer(const Site &site, QString base, const JiraUser *viewer);

    [[nodiscard]] QJsonValue user(const QString &accountId) const;
    [[nodiscard]] QJsonObject project(const JiraProject &project) const;
    [[nodiscard]] QJsonObject projectDetails(const JiraProject &project) const;
    [[nodiscard]] QJsonObject issueType(const NamedItem &type) const;
    [[nodiscard]] QJsonObject status(const NamedItem &status) const;
    [[nodiscard]] QJsonObject priority(const NamedItem &priority) const;
    [[nodiscard]] QJsonObject component(const JiraComponent &component) const;
    [[nodiscard]] QJsonObject version(const JiraVersion &version) const;
    [[nodiscard]] QJsonObject linkType(const NamedItem &type) const;
    [[nodiscard]] QJsonObject comment(const JiraIssue &issue, const JiraComment &comment) const;
    [[nodiscard]] QJsonObject worklog(const JiraIssue &issue, const JiraWorklog &worklog) const;
    [[nodiscard]] QJsonObject attachment(const JiraAttachment &attachment) const;
    [[nodiscard]] QJsonObject issue(const JiraIssue &issue, const FieldSelection &fields) const;

    [[nodiscard]] QString link(const QString &path) const;

private:
    [[nodiscard]] QJsonValue field(const QString &id, const JiraIssue &issue) const;
    /** Components or fix versions. */
    [[nodiscard]] QJsonArray partsOf(const QString &id, const JiraIssue &issue) const;
    [[nodiscard]] QJsonValue workField(const QString &id, const JiraIssue &issue) const;
    [[nodiscard]] QJsonObject reference(const JiraIssue &issue) const;
    [[nodiscard]] QJsonArray links(const JiraIssue &issue) const;
    [[nodiscard]] QJsonObject avatars(const QString &id) const;

    const Site &m_site;
    QString m_base;
    const JiraUser *m_viewer;
};

} // namespace fairlead::sandbox
