// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/tools/toolregistry.h"

namespace fairlead::providers::jira {

/** The part of the toolset jira_links that links issues to pages elsewhere. */
void addRemoteLinkTools(tools::ToolRegistry &registry, JiraTools tools);

} // namespace fairlead::providers::jira
