// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/sourcetarget.h"

/** Databases and their rows as compact text for a model. Pure functions. */
namespace fairlead::providers::notion::text {

/** Names, ids, and a line for each column: name, type, options. */
[[nodiscard]] QString databaseText(const SourceTarget &target);

/** One line a row: id, title, properties that are set; `names` says which and in which order,
 * empty: all. */
[[nodiscard]] QString rowsText(const RowPage &page,
                               const DataSource &source,
                               const QStringList &names);

} // namespace fairlead::providers::notion::text
