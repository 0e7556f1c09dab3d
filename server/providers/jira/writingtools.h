// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/jirawatch.h"
#include "server/tools/tool.h"

/**
 * The work behind Jira's writing tools. `sessions` and `watch` outlive the event loop; the
 * arguments have passed the tool's schema. Nothing is sent twice. Who follows an issue hears of the
 * change.
 */
namespace fairlead::providers::jira {

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> createIssue(const JiraSessions &sessions,
                                                                 JiraWatch &watch,
                                                                 tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> addComment(const JiraSessions &sessions,
                                                                JiraWatch &watch,
                                                                tools::ToolCall call);

} // namespace fairlead::providers::jira
