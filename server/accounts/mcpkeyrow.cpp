// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeyrow.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

/** A right that is not known, of a newer program, is none here. */
tools::KeyRights rightsFrom(const QString &stored)
{
    tools::KeyRights rights;
    const QStringList names = stored.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (const auto right = tools::rightFromName(name))
            rights.setFlag(*right);
    }
    return rights;
}

} // namespace

McpKey mcpKeyFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .userId = row.text(u"user_id"_s),
            .name = row.text(u"name"_s),
            .prefix = row.text(u"key_prefix"_s),
            // What is not understood gets the least.
            .access = tools::accessFromName(row.text(u"access"_s)).value_or(tools::KeyAccess::Read),
            .rights = rightsFrom(row.text(u"rights"_s)),
            .connectionIds = {},
            .toolsets = row.text(u"toolsets"_s).split(u' ', Qt::SkipEmptyParts),
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .lastUsedAt = store::fromStored(row.value(u"last_used_at"_s)),
            .lastClient = row.text(u"last_client"_s),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s)),
            .revokedAt = store::fromStored(row.value(u"revoked_at"_s))};
}

QString storedRights(tools::KeyRights rights)
{
    const QString names = tools::rightNames(rights).join(u' ');
    return names.isNull() ? u""_s : names;
}

QString storedToolsets(const QStringList &toolsets)
{
    return toolsets.isEmpty() ? u""_s : toolsets.join(u' ');
}

} // namespace fairlead::accounts
