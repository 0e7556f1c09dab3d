// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QJsonObject>

/**
 * From what a model says about a new issue to what Jira wants, checked against the project's own
 * description of its fields, so that a mistake is answered with the allowed values and not with
 * Jira's bare "is required". Pure functions; all errors are InvalidInput.
 */
namespace fairlead::providers::jira {

/** What a caller wants to create, with its keys checked. */
struct NewIssue
{
    QString project; ///< key
    QString summary;
    QString description; ///< Markdown
    QString parent; ///< key, or empty
    QString assigneeId; ///< or empty
    QString priority; ///< name, or empty
    QStringList labels;
    QStringList components = {}; ///< names
    QStringList fixVersions = {}; ///< names
    QJsonObject fields; ///< further fields by id or name; Markdown where Jira wants a document
};

/** Why there is no type to choose: who may not create issues in a project is told of none. */
[[nodiscard]] QString mayNotCreateText(const QString &project);

/** The type of that name or id; the error lists those that the project has. */
[[nodiscard]] Result<IssueType> issueTypeNamed(const QList<IssueType> &types,
                                               const QString &wanted,
                                               const QString &project);

/** What the project requires for the type and the issue does not have yet. */
[[nodiscard]] QList<CreateField> missingFields(const NewIssue &issue,
                                               const IssueType &type,
                                               const QList<CreateField> &known);

/** The "fields" object to send. */
[[nodiscard]] Result<QJsonObject> newIssueFields(const NewIssue &issue,
                                                 const IssueType &type,
                                                 const QList<CreateField> &known);

} // namespace fairlead::providers::jira
