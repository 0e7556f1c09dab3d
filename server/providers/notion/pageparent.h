// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notionsessions.h"

#include <optional>

namespace fairlead::providers::notion {

/** Where a new page goes. */
struct PageParent
{
    QString pageId; ///< below this page
    std::optional<DataSource> source; ///< or as a row of it; neither: at the top of the workspace
};

/**
 * Finds out what an id is: neither it nor its URL tells. `isRow`: most likely a database. NotFound
 * when the connection sees nothing of that id; InvalidInput when it is a database of several data
 * sources, naming them.
 */
[[nodiscard]] QCoro::Task<Result<PageParent>> pageParent(NotionSessions::Session session,
                                                         QString id,
                                                         bool isRow);

} // namespace fairlead::providers::notion
