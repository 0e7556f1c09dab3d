// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::jira {

/** jira_move_issues, a part of addBulkTools(). */
void addMoveTool(tools::ToolRegistry &registry, JiraTools tools);

} // namespace fairlead::providers::jira
