// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/tools/sitetool.h"

namespace fairlead::providers::jira {

/** The work of jira_board_issues, jira_sprint_issues and jira_backlog. */
[[nodiscard]] QCoro::Task<Result<QString>> boardIssues(JiraTools tools,
                                                       JiraSessions::Session session,
                                                       tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<QString>> sprintIssues(JiraTools tools,
                                                        JiraSessions::Session session,
                                                        tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<QString>> backlogIssues(JiraTools tools,
                                                         JiraSessions::Session session,
                                                         tools::ToolCall call);

} // namespace fairlead::providers::jira
