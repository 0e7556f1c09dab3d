// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"

/**
 * The work behind jira_create_issue. The arguments have passed the tool's schema. Nothing is sent
 * twice. Who follows an issue hears of the change.
 */
namespace fairlead::providers::jira {

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> createIssue(JiraTools tools,
                                                                 tools::ToolCall call);

} // namespace fairlead::providers::jira
