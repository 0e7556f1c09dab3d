// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/providers/jira/newissue.h"

/**
 * The work behind jira_create_issue. The arguments have passed the tool's schema. Nothing is sent
 * twice. Who follows an issue hears of the change.
 */
namespace fairlead::providers::jira {

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> createIssue(JiraTools tools,
                                                                 tools::ToolCall call);

/** What the arguments say about a new issue, before people are looked up; InvalidInput where they
 * make no sense. */
[[nodiscard]] Result<NewIssue> newIssueOf(const tools::ToolCall &call);
/** The issue with its assignee, and the people in its fields, as Jira knows them. */
[[nodiscard]] QCoro::Task<Result<NewIssue>> withPeople(JiraTools tools,
                                                       JiraSessions::Session session,
                                                       NewIssue issue,
                                                       QList<CreateField> known,
                                                       QString assignee);

} // namespace fairlead::providers::jira
