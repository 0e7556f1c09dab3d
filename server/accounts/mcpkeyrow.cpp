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

/** As the table has them: never NULL. */
QString storedRights(tools::KeyRights rights)
{
    const QString names = tools::rightNames(rights).join(u' ');
    return names.isNull() ? u""_s : names;
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

QString storedToolsets(const QStringList &toolsets)
{
    return toolsets.isEmpty() ? u""_s : toolsets.join(u' ');
}

Result<> insertMcpKey(store::Database &database, const McpKey &key, const QByteArray &hash)
{
    const auto stored = database.execute(
        u"INSERT INTO user_mcp_api_keys (id, user_id, name, key_prefix, key_hash, access, "
        "rights, toolsets, last_client, created_at, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {key.id,
         key.userId,
         key.name,
         key.prefix,
         QString::fromLatin1(hash),
         QString(tools::accessName(key.access)),
         storedRights(key.rights),
         storedToolsets(key.toolsets),
         key.lastClient,
         store::toStored(key.createdAt),
         store::toStored(key.expiresAt)});
    if (!stored)
        return failure(stored.error());
    for (const QString &connectionId : key.connectionIds) {
        const auto limited = database.execute(
            u"INSERT INTO user_mcp_api_key_connections (key_id, connection_id) VALUES (?, ?)"_s,
            {key.id, connectionId});
        if (!limited)
            return failure(limited.error());
    }
    return {};
}

} // namespace fairlead::accounts
