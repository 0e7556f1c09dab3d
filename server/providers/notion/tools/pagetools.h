// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** notion_trash_page, notion_restore_page, notion_move_page: the toolset notion_pages. */
void addPageTools(tools::ToolRegistry &registry, NotionTools notion);

} // namespace fairlead::providers::notion
