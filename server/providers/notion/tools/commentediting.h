// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** Of the toolset notion_comments, the tools that change and delete comments. */
void addCommentEditing(tools::ToolRegistry &registry, NotionTools tools);

} // namespace fairlead::providers::notion
