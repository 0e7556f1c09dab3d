// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::providers::notion {

/** A database, or one of its data sources, and the open session to its workspace. */
struct SourceTarget
{
    NotionSessions::Session session;
    Database database; ///< without an id when a data source itself was named
    QList<DataSource> sources; ///< with their columns; one at least
};

/** For a tool that works on the database or data source in `argument`, an id or URL. */
[[nodiscard]] QCoro::Task<Result<SourceTarget>> databaseTarget(NotionTools tools,
                                                               tools::ToolCall call,
                                                               QLatin1StringView argument);

/** The same for one that works on a single data source: InvalidInput names those of a database that
 * has several. */
[[nodiscard]] QCoro::Task<Result<SourceTarget>> sourceTarget(NotionTools tools,
                                                             tools::ToolCall call,
                                                             QLatin1StringView argument);

} // namespace fairlead::providers::notion
