// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeyrow.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::accounts {

McpKey mcpKeyFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .userId = row.text(u"user_id"_s),
            .name = row.text(u"name"_s),
            .prefix = row.text(u"key_prefix"_s),
            // What is not understood gets the least.
            .access = tools::accessFromName(row.text(u"access"_s)).value_or(tools::KeyAccess::Read),
            .connectionIds = {},
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .lastUsedAt = store::fromStored(row.value(u"last_used_at"_s)),
            .lastClient = row.text(u"last_client"_s),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s)),
            .revokedAt = store::fromStored(row.value(u"revoked_at"_s))};
}

} // namespace fairlead::accounts
