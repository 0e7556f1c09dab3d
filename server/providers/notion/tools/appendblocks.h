// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::providers::notion {

/** The tool notion_append_blocks. Markdown that goes to a page's begin or end is left to Notion;
 * for every other place blocks are made of it. */
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> appendBlocks(NotionTools tools,
                                                                  tools::ToolCall call);

} // namespace fairlead::providers::notion
