// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QByteArray>

/** Reads what hangs on an issue beside its fields. As in jiraparser.h. */
namespace fairlead::providers::jira::parser {

/** Of an issue with the field "attachment"; the newest first. */
[[nodiscard]] Result<QList<AttachedFile>> attachments(const QByteArray &body);
/** Of an issue with the field "issuelinks". */
[[nodiscard]] Result<QList<LinkedIssue>> links(const QByteArray &body);
/** A line for each link to elsewhere. */
[[nodiscard]] Result<QStringList> remoteLinks(const QByteArray &body);
[[nodiscard]] Result<LogPage> changelog(const QByteArray &body);
[[nodiscard]] Result<LogPage> worklogs(const QByteArray &body);

} // namespace fairlead::providers::jira::parser
