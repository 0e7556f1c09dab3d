// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/tools/tool.h"

/**
 * The work behind Jira's reading tools. `sessions` outlives the event loop; the arguments have
 * passed the tool's schema.
 */
namespace fairlead::providers::jira {

/** Enough to understand an issue; boards' and apps' own fields come only when named. */
[[nodiscard]] QStringList standardIssueFields();
/** Enough for a line in a list. */
[[nodiscard]] QStringList summaryFields();

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> listProjects(const JiraSessions &sessions,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> searchIssues(const JiraSessions &sessions,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> getIssue(const JiraSessions &sessions,
                                                              tools::ToolCall call);

} // namespace fairlead::providers::jira
