// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/fieldmeta.h"
#include "tests/sandbox/jira/site.h"

#include <QMap>

namespace fairlead::sandbox {

/**
 * Sets an issue's fields from a request's JSON and gathers what Jira refuses about them, field by
 * field. Works on a copy, so that a refused request changes nothing.
 */
class IssueWriter
{
public:
    IssueWriter(const Site &site, const JiraUser *caller, JiraIssue issue);

    /** "fields" of a request. */
    void setFields(const QJsonObject &fields);
    /** "update" of a request: lists of operations by field. */
    void update(const QJsonObject &operations);
    /** For new issues: refuses what is required and missing. */
    void requireFields();

    [[nodiscard]] const QMap<QString, QString> &errors() const { return m_errors; }
    [[nodiscard]] const JiraIssue &issue() const { return m_issue; }

private:
    void setField(const QString &id, const QJsonValue &value);
    void setSummary(const QJsonValue &value);
    void setDescription(const QJsonValue &value);
    void setPriority(const QJsonValue &value);
    void setPerson(const QString &id, const QJsonValue &value);
    void setLabels(const QJsonValue &value);
    /** Components or versions, which each project has its own of. */
    void setParts(const QString &id, const QJsonValue &value);
    void setParent(const QJsonValue &value);
    void setDueDate(const QJsonValue &value);
    void setSeverity(const QJsonValue &value);
    void setIssueType(const QJsonValue &value);
    void updateLabels(const QJsonObject &operation);
    void updateParts(const QString &id, const QJsonObject &operation);
    [[nodiscard]] QList<NamedItem> partsToChoose(const QString &id) const;

    const Site &m_site;
    const JiraUser *m_caller;
    JiraIssue m_issue;
    QMap<QString, QString> m_errors;
};

} // namespace fairlead::sandbox
