// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"

/**
 * The work behind Jira's reading tools. The arguments have passed the tool's schema.
 */
namespace fairlead::providers::jira {

/** Enough to understand an issue; boards' and apps' own fields come only when named. */
[[nodiscard]] QStringList standardIssueFields();
/** Enough for a line in a list. */
[[nodiscard]] QStringList summaryFields();
/** What a list asks Jira for: the fields that the caller wants, or the summary ones. */
[[nodiscard]] QStringList listedFields(const QStringList &wanted);

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> listProjects(JiraTools tools,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> searchIssues(JiraTools tools,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> getIssue(JiraTools tools,
                                                              tools::ToolCall call);

} // namespace fairlead::providers::jira
