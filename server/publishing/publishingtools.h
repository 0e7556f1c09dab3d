// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/publisher.h"
#include "server/tools/toolregistry.h"

namespace fairlead::publishing {

/** The toolset "jira_publishing": files of approved folders as Jira issues. `publisher` outlives
 * the event loop. */
void addPublishingTools(tools::ToolRegistry &registry, Publisher &publisher);

} // namespace fairlead::publishing
