// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/toolsets.h"

#include "server/providers/notion/tools/blocktools.h"
#include "server/providers/notion/tools/commentediting.h"
#include "server/providers/notion/tools/filetools.h"
#include "server/providers/notion/tools/schematools.h"
#include "server/providers/notion/tools/tasktools.h"
#include "server/providers/notion/tools/templatetools.h"
#include "server/providers/notion/tools/viewtools.h"

namespace fairlead::providers::notion {

void addToolsets(tools::ToolRegistry &registry, NotionTools tools)
{
    addBlockTools(registry, tools);
    addCommentEditing(registry, tools);
    addFileTools(registry, tools);
    addSchemaTools(registry, tools);
    addTaskTools(registry, tools);
    addTemplateTools(registry, tools);
    addViewTools(registry, tools);
}

} // namespace fairlead::providers::notion
