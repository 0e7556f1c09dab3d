// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"
#include "server/tools/tool.h"

/**
 * The work behind Notion's writing tools. The arguments have passed the tool's schema.
 */
namespace fairlead::providers::notion {

/** The parent decides the workspace; without one, the person is asked when several are connected.
 */
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> createPage(NotionTools notion,
                                                                tools::ToolCall call);

} // namespace fairlead::providers::notion
