// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** What goes beyond pages and rows, each a toolset that a key may switch on. */
void addToolsets(tools::ToolRegistry &registry, NotionTools tools);

} // namespace fairlead::providers::notion
