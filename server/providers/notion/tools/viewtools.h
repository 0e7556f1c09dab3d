// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** The toolset notion_views: the views of databases and the rows that they show. */
void addViewTools(tools::ToolRegistry &registry, NotionTools tools);

} // namespace fairlead::providers::notion
