// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"
#include "server/tools/tool.h"

/**
 * The work behind Notion's reading tools. The arguments have passed the tool's schema.
 */
namespace fairlead::providers::notion {

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> searchNotion(NotionTools notion,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> listDatabases(NotionTools notion,
                                                                   tools::ToolCall call);
/** Without "connection", every workspace that the caller may use is looked through. */
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> readPage(NotionTools notion,
                                                              tools::ToolCall call);

} // namespace fairlead::providers::notion
