// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "ui/services.h"

/** The words for what a key is limited to. */
namespace fairlead::ui {

/** Which connections and toolsets it may use, and when it asks: a sentence each. */
[[nodiscard]] QStringList keyLimitLines(const Services &services, const accounts::McpKey &key);

} // namespace fairlead::ui
