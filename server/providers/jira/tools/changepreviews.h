// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"

namespace fairlead::tools {
class ChangePreviews;
} // namespace fairlead::tools

namespace fairlead::providers::jira {

/** What there is now of what these would change: jira_update_issue, jira_transition_issue,
 * jira_delete_issue, jira_move_issues, jira_move_to_sprint, jira_move_to_backlog,
 * jira_update_sprint, jira_edit_comment, jira_delete_comment. */
void addChangePreviews(tools::ChangePreviews &previews, JiraTools tools);

} // namespace fairlead::providers::jira
