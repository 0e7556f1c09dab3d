// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"

namespace fairlead::providers::sentry {

/** sentry_search_issues, sentry_get_issue, sentry_update_issue, sentry_add_note. */
void addIssueTools(tools::ToolRegistry &registry, RestTools &tools);

} // namespace fairlead::providers::sentry
