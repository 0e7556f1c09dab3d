// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

/** Notion's tools as clients see them: kept short, since every word is paid for in every session.
 */
namespace fairlead::providers::notion::definitions {

[[nodiscard]] tools::ToolDefinition search();
[[nodiscard]] tools::ToolDefinition readPage();
[[nodiscard]] tools::ToolDefinition createPage();
[[nodiscard]] tools::ToolDefinition listDatabases();

} // namespace fairlead::providers::notion::definitions
