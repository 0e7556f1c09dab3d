// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::jira {

/** Help with JQL: the toolset jira_jql. */
void addJqlTools(tools::ToolRegistry &registry, JiraTools tools);

} // namespace fairlead::providers::jira
