// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/tools/toolregistry.h"

namespace fairlead::providers::jira {

/** The toolset jira_worklogs: the time that people spent on issues. */
void addWorklogTools(tools::ToolRegistry &registry, JiraTools tools);

} // namespace fairlead::providers::jira
