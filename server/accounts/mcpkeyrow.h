// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"

namespace fairlead::store {
class Database;
class Row;
} // namespace fairlead::store

namespace fairlead::accounts {

/** The key that a row of `user_mcp_api_keys` holds, without the connections it is limited to. */
[[nodiscard]] McpKey mcpKeyFrom(const store::Row &row);

/** Adds the key with the connections it is limited to; `hash` is its SHA-256 in hex. To be called
 * in a transaction. */
[[nodiscard]] Result<> insertMcpKey(store::Database &database,
                                    const McpKey &key,
                                    const QByteArray &hash);

/** InvalidInput for what is no name of a key. */
[[nodiscard]] Result<> checkedKeyName(const QString &name);

/** Rights as the table has them: never NULL. */
[[nodiscard]] QString storedRights(tools::KeyRights rights);

/** Decisions about single tools as the table has them. */
[[nodiscard]] QString storedDecisions(const tools::ToolDecisions &decisions);

/** Toolsets as the table has them: never NULL. */
[[nodiscard]] QString storedToolsets(const QStringList &toolsets);

} // namespace fairlead::accounts
