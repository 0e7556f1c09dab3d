// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QByteArray>
#include <QHash>

/**
 * Reads Jira's answers to look-ups: what a person may mean, and what has changed. As in
 * jiraparser.h.
 */
namespace fairlead::providers::jira::parser {

[[nodiscard]] Result<Project> project(const QByteArray &body);
[[nodiscard]] Result<ProjectDetails> projectDetails(const QByteArray &body);
/** "Task, Bug: To Do, In Progress, Done", a line for all types of the same statuses. */
[[nodiscard]] Result<QStringList> projectStatuses(const QByteArray &body);
[[nodiscard]] Result<QList<User>> users(const QByteArray &body);
/** The issues of all sections, each once; people call them by key and summary. */
[[nodiscard]] Result<PickedIssues> pickedIssues(const QByteArray &body);
/** Only those with a Jira. */
[[nodiscard]] Result<QList<AccessibleResource>> accessibleResources(const QByteArray &body);
/** When each issue changed last, in Jira's own words, by key. */
[[nodiscard]] Result<QHash<QString, QString>> changeTimes(const QByteArray &body);

} // namespace fairlead::providers::jira::parser
