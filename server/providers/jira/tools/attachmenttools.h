// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/issueextras.h"
#include "server/providers/jira/jiratools.h"
#include "server/tools/toolregistry.h"

namespace fairlead::providers::jira {

/** The toolset jira_attachments: files to and from issues. */
void addAttachmentTools(tools::ToolRegistry &registry, JiraTools tools);

/** Attaches a file to an issue. `name` has passed ApprovedFolders::fileName(). InvalidInput when
 * the site takes no files of that size. */
[[nodiscard]] QCoro::Task<Result<AttachedFile>> attachFile(IssueTarget target,
                                                           QString name,
                                                           QByteArray content);

} // namespace fairlead::providers::jira
