// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** The toolset notion_blocks: read, append, change and delete single blocks. */
void addBlockTools(tools::ToolRegistry &registry, NotionTools tools);

/** The canonical id of a block or page in what people copy: an id, a URL, or one with the block's
 * anchor, which wins. InvalidInput names the argument. */
[[nodiscard]] Result<QString> blockId(const QString &text, QLatin1StringView argument);

} // namespace fairlead::providers::notion
