// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"
#include "server/providers/undorules.h"

namespace fairlead::providers::notion {

/** Notion's writes, and how each is taken back or why it cannot be. */
[[nodiscard]] std::span<const UndoKind> undoKinds();

/** The same with the calls that take them back. */
[[nodiscard]] UndoRules undoRules(const NotionTools &tools);

} // namespace fairlead::providers::notion
