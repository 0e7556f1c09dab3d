// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notionsessions.h"
#include "server/tools/tool.h"

/**
 * The work behind Notion's reading tools. `sessions` outlives the event loop; the arguments have
 * passed the tool's schema.
 */
namespace fairlead::providers::notion {

[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> searchNotion(const NotionSessions &sessions,
                                                                  tools::ToolCall call);
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> listDatabases(const NotionSessions &sessions,
                                                                   tools::ToolCall call);
/** Without "connection", every workspace that the caller may use is looked through. */
[[nodiscard]] QCoro::Task<Result<tools::ToolResult>> readPage(const NotionSessions &sessions,
                                                              tools::ToolCall call);

} // namespace fairlead::providers::notion
