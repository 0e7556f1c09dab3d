// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How keys come from the table into memory, at the start and when another instance has changed
// them.
#include "server/accounts/mcpkeyrow.h"
#include "server/accounts/mcpkeys.h"
#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

bool isRevokedSince(const McpKey &before, const McpKey &now)
{
    return now.revokedAt.isValid() && !before.revokedAt.isValid();
}

bool hasOtherTools(const McpKey &before, const McpKey &now)
{
    return now.toolsets != before.toolsets || now.decisions != before.decisions;
}

bool hasLostLeases(const McpKey &before, const McpKey &now)
{
    return before.rights.testFlag(tools::KeyRight::Lease)
        && !now.rights.testFlag(tools::KeyRight::Lease);
}

} // namespace

Result<McpKeys::Entries> McpKeys::read(const QString &id) const
{
    const auto select = [&](const QString &sql, const QString &column, const QString &order) {
        return id.isEmpty() ? m_database.select(sql + order)
                            : m_database.select(sql + u" WHERE %1 = ?"_s.arg(column) + order, {id});
    };
    const auto rows = select(u"SELECT id, user_id, name, key_prefix, key_hash, access, rights, "
                             "toolsets, asks, tool_decisions, last_client, created_at, "
                             "last_used_at, expires_at, revoked_at FROM user_mcp_api_keys"_s,
                             u"id"_s,
                             {});
    if (!rows)
        return failure(rows.error());
    const auto connections =
        select(u"SELECT key_id, connection_id FROM user_mcp_api_key_connections"_s,
               u"key_id"_s,
               u" ORDER BY connection_id"_s);
    if (!connections)
        return failure(connections.error());
    Entries entries;
    for (const store::Row &row : *rows)
        entries[row.text(u"id"_s)] = {mcpKeyFrom(row), row.text(u"key_hash"_s).toLatin1()};
    for (const store::Row &row : *connections) {
        // One may have been made between the two looks.
        if (const auto entry = entries.find(row.text(u"key_id"_s)); entry != entries.end())
            entry->second.key.connectionIds += row.text(u"connection_id"_s);
    }
    return entries;
}

Result<> McpKeys::reread(const QString &id)
{
    auto now = read(id);
    if (!now)
        return failure(now.error());
    Entries before;
    if (id.isEmpty())
        before = std::exchange(m_keys, {});
    else if (auto known = m_keys.extract(id))
        before.insert(std::move(known));
    // What is noted here is stored later.
    for (auto &[each, entry] : *now) {
        const auto known = before.find(each);
        if (known != before.end() && m_unsavedUses.contains(each)) {
            entry.key.lastUsedAt = known->second.key.lastUsedAt;
            entry.key.lastClient = known->second.key.lastClient;
        }
    }
    for (const auto &[each, entry] : *now)
        m_keys[each] = entry;
    rebuildIndex();
    watchExpiry();
    takeIn(before, *now);
    return {};
}

void McpKeys::takeIn(const Entries &before, const Entries &now)
{
    bool hasChanged = before.size() != now.size();
    bool hasToolsChanged = false;
    for (const auto &[id, entry] : before) {
        const auto same = now.find(id);
        const bool isGone = same == now.end();
        if (!isGone && entry.key == same->second.key && entry.hash == same->second.hash)
            continue;
        hasChanged = true;
        if (isGone || entry.hash != same->second.hash
            || isRevokedSince(entry.key, same->second.key))
            Q_EMIT ended(id);
        else if (hasLostLeases(entry.key, same->second.key))
            Q_EMIT leaseRightLost(id);
        hasToolsChanged =
            hasToolsChanged || (!isGone && hasOtherTools(entry.key, same->second.key));
    }
    if (hasToolsChanged)
        Q_EMIT toolsetsChanged();
    if (hasChanged)
        Q_EMIT changed();
}

} // namespace fairlead::accounts
