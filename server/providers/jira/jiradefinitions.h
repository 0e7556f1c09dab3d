// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

/** Jira's tools as clients see them: kept short, since every word is paid for in every session. */
namespace fairlead::providers::jira::definitions {

[[nodiscard]] tools::ToolDefinition listProjects();
[[nodiscard]] tools::ToolDefinition search();
[[nodiscard]] tools::ToolDefinition getIssue();
[[nodiscard]] tools::ToolDefinition createIssue();

} // namespace fairlead::providers::jira::definitions
