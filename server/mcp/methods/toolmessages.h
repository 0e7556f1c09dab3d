// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/revision.h"
#include "server/tools/tool.h"

namespace fairlead::mcp {

/** A tool as an entry of tools/list, with the fields that the revision has. */
[[nodiscard]] QJsonObject toolToJson(const tools::ToolDefinition &tool, Revision revision);

/** The result of tools/call, with the fields and content types that the revision has. */
[[nodiscard]] QJsonObject toolResultToJson(const tools::ToolResult &result, Revision revision);
/** The same as it is sent; texts, which may be long, are written only once. */
[[nodiscard]] QByteArray toolResultText(const tools::ToolResult &result, Revision revision);

} // namespace fairlead::mcp
