// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** Of the toolset notion_schema, the tools that make databases and change their columns. */
void addSchemaTools(tools::ToolRegistry &registry, NotionTools tools);

/** The data source that an id means: its own, or that of a database with a single one. */
[[nodiscard]] QCoro::Task<Result<DataSource>> dataSourceOf(NotionSessions::Session session,
                                                           QString id);

} // namespace fairlead::providers::notion
