// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"

namespace fairlead::providers::openproject {

/** openproject_list_projects, openproject_search, openproject_get. */
void addReadingTools(tools::ToolRegistry &registry, RestTools &tools);
/** openproject_create, openproject_update. */
void addWritingTools(tools::ToolRegistry &registry, RestTools &tools);
/** openproject_log_time. */
void addTimeTools(tools::ToolRegistry &registry, RestTools &tools);

} // namespace fairlead::providers::openproject
