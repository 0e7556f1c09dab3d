// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"

namespace fairlead::providers::sentry {

/** sentry_list_projects. */
void addProjectTools(tools::ToolRegistry &registry, RestTools &tools);

} // namespace fairlead::providers::sentry
