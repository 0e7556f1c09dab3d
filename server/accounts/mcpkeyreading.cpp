// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How keys come from the table into memory: at the start, and when another instance on the database
// has changed some.
#include "server/accounts/mcpkeyindex.h"
#include "server/accounts/mcpkeyrow.h"
#include "server/accounts/mcpkeys.h"
#include "server/store/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

/** Whether what it had opened must be closed. */
bool hasEnded(const McpKey &was, const McpKey &is)
{
    return is.prefix != was.prefix || (is.revokedAt.isValid() && !was.revokedAt.isValid());
}

bool hasLostLeases(const McpKey &was, const McpKey &is)
{
    return was.rights.testFlag(tools::KeyRight::Lease)
        && !is.rights.testFlag(tools::KeyRight::Lease);
}

bool hasOtherTools(const std::pair<McpKey, McpKey> &key)
{
    return key.first.toolsets != key.second.toolsets || key.first.decisions != key.second.decisions;
}

} // namespace

Result<> McpKeys::load()
{
    m_isUnread = true;
    const auto rows =
        m_database.select(u"SELECT id, user_id, name, key_prefix, key_hash, access, rights, "
                          u"toolsets, asks, tool_decisions, last_client, created_at, "
                          "last_used_at, expires_at, revoked_at FROM user_mcp_api_keys"_s);
    if (!rows)
        return failure(rows.error());
    const auto connections = m_database.select(
        u"SELECT key_id, connection_id FROM user_mcp_api_key_connections ORDER BY connection_id"_s);
    if (!connections)
        return failure(connections.error());
    m_isUnread = false;
    const auto before = std::exchange(m_keys, {});
    for (const store::Row &row : *rows)
        m_keys[row.text(u"id"_s)] = {mcpKeyFrom(row), row.text(u"key_hash"_s).toLatin1()};
    for (const store::Row &row : *connections) {
        // One may have been made between the two looks.
        if (const auto made = m_keys.find(row.text(u"key_id"_s)); made != m_keys.end())
            made->second.key.connectionIds += row.text(u"connection_id"_s);
    }
    rebuildIndex();
    QList<std::pair<McpKey, McpKey>> both; // as they were and as they are; without an id: gone
    for (const auto &[id, entry] : before) {
        const auto same = m_keys.find(id);
        if (same != m_keys.end() && m_unsavedUses.contains(id)) {
            // What is noted here is stored later.
            same->second.key.lastUsedAt = entry.key.lastUsedAt;
            same->second.key.lastClient = entry.key.lastClient;
        }
        both.emplaceBack(entry.key, same == m_keys.end() ? McpKey() : same->second.key);
    }
    for (const auto &[was, is] : std::as_const(both)) {
        if (hasEnded(was, is))
            Q_EMIT ended(was.id);
        else if (hasLostLeases(was, is))
            Q_EMIT leaseRightLost(was.id);
    }
    if (std::ranges::any_of(both, hasOtherTools))
        Q_EMIT toolsetsChanged();
    Q_EMIT changed();
    endExpired();
    return {};
}

} // namespace fairlead::accounts
