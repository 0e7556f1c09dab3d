// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"

namespace fairlead::providers::todoist {

/** todoist_list_projects, todoist_list_tasks. */
void addReadingTools(tools::ToolRegistry &registry, RestTools &tools);
/** todoist_add_task, todoist_update_task, todoist_complete_task, todoist_delete_task. */
void addWritingTools(tools::ToolRegistry &registry, RestTools &tools);

} // namespace fairlead::providers::todoist
