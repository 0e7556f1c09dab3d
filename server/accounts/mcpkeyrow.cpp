// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeyrow.h"

#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

constexpr qsizetype longestName = 100;

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

/** What is not understood asks. */
tools::ToolDecisions decisionsFrom(const QString &stored)
{
    tools::ToolDecisions decisions;
    const QJsonObject json = QJsonDocument::fromJson(stored.toUtf8()).object();
    for (auto each = json.begin(); each != json.end(); ++each) {
        const auto decision = tools::decisionFromName(each.value().toString());
        decisions.insert(each.key(), decision.value_or(tools::ToolDecision::Ask));
    }
    return decisions;
}

} // namespace

QString storedRights(tools::KeyRights rights)
{
    const QString names = tools::rightNames(rights).join(u' ');
    return names.isNull() ? u""_s : names;
}

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
            .asks = tools::askingFromName(row.text(u"asks"_s)).value_or(tools::KeyAsking::Writes),
            .decisions = decisionsFrom(row.text(u"tool_decisions"_s)),
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .lastUsedAt = store::fromStored(row.value(u"last_used_at"_s)),
            .lastClient = row.text(u"last_client"_s),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s)),
            .revokedAt = store::fromStored(row.value(u"revoked_at"_s))};
}

Result<> checkedKeyName(const QString &name)
{
    if (isPlainName(name, longestName))
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"A key's name has 1 to 100 visible characters on one line."_s);
}

QString storedDecisions(const tools::ToolDecisions &decisions)
{
    QJsonObject json;
    for (auto each = decisions.begin(); each != decisions.end(); ++each)
        json.insert(each.key(), QString(tools::decisionName(each.value())));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString storedToolsets(const QStringList &toolsets)
{
    return toolsets.isEmpty() ? u""_s : toolsets.join(u' ');
}

Result<> insertMcpKey(store::Database &database, const McpKey &key, const QByteArray &hash)
{
    const auto stored = database.execute(
        u"INSERT INTO user_mcp_api_keys (id, user_id, name, key_prefix, key_hash, access, "
        "rights, toolsets, asks, last_client, created_at, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {key.id,
         key.userId,
         key.name,
         key.prefix,
         QString::fromLatin1(hash),
         QString(tools::accessName(key.access)),
         storedRights(key.rights),
         storedToolsets(key.toolsets),
         QString(tools::askingName(key.asks)),
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
