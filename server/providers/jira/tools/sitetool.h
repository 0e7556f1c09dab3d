// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/tools/toolregistry.h"

namespace fairlead::providers::jira {

/** What a tool does once its site is known; the text is its answer. */
using SiteWork = QCoro::Task<Result<QString>> (*)(JiraTools,
                                                  JiraSessions::Session,
                                                  tools::ToolCall);

/**
 * Adds a tool whose answer is one text. Its site is that of the issue in "key" (or of the first in
 * "keys"), else that of the "project" (or the first one's in "issues"), else the one that
 * "connection" means.
 */
void addSiteTool(tools::ToolRegistry &registry,
                 JiraTools tools,
                 tools::ToolDefinition definition,
                 SiteWork work);

} // namespace fairlead::providers::jira
