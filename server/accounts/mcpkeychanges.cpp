// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person changes of a key that there is: the part of McpKeys that stores one column.
#include "server/accounts/mcpkeyrow.h"
#include "server/accounts/mcpkeys.h"
#include "server/base/text.h"
#include "server/store/database.h"
#include "server/tools/toolsets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

constexpr qsizetype longestShown = 100;
constexpr qsizetype mostDecisions = 500;

} // namespace

Result<McpKey> McpKeys::rename(const QString &userId, const QString &id, const QString &name)
{
    auto key = find(userId, id);
    if (!key)
        return key;
    if (const auto checked = checkedKeyName(name); !checked)
        return failure(checked.error());
    key->name = name.trimmed();
    const auto stored =
        m_database.execute(u"UPDATE user_mcp_api_keys SET name = ? WHERE id = ? AND user_id = ?"_s,
                           {key->name, id, userId});
    if (!stored)
        return failure(stored.error());
    m_keys[id].key = *key;
    Q_EMIT changed();
    return key;
}

Result<McpKey> McpKeys::findInForce(const QString &userId, const QString &id) const
{
    auto key = find(userId, id);
    if (!key)
        return key;
    if (const auto checked = checkNotRevoked(*key); !checked)
        return failure(checked.error());
    return key;
}

Result<McpKey> McpKeys::change(const McpKey &key, const QString &column, const QString &value)
{
    const auto stored = m_database.execute(
        u"UPDATE user_mcp_api_keys SET %1 = ? WHERE id = ? AND user_id = ?"_s.arg(column),
        {value, key.id, key.userId});
    if (!stored)
        return failure(stored.error());
    m_keys[key.id].key = key;
    Q_EMIT changed();
    return key;
}

Result<McpKey> McpKeys::setToolsets(const QString &userId,
                                    const QString &id,
                                    const QStringList &toolsets)
{
    auto key = findInForce(userId, id);
    if (!key)
        return key;
    const auto checked = tools::checkedToolsets(toolsets);
    if (!checked)
        return failure(checked.error());
    key->toolsets = *checked;
    auto changed = change(*key, u"toolsets"_s, storedToolsets(key->toolsets));
    if (changed)
        Q_EMIT toolsetsChanged();
    return changed;
}

Result<McpKey> McpKeys::setRights(const QString &userId, const QString &id, tools::KeyRights rights)
{
    auto key = findInForce(userId, id);
    if (!key)
        return key;
    const tools::KeyRights before = std::exchange(key->rights, rights);
    auto changed = change(*key, u"rights"_s, storedRights(rights));
    if (changed && before.testFlag(tools::KeyRight::Lease)
        && !rights.testFlag(tools::KeyRight::Lease))
        Q_EMIT leaseRightLost(id);
    return changed;
}

Result<McpKey> McpKeys::setAsking(const QString &userId, const QString &id, tools::KeyAsking asks)
{
    auto key = findInForce(userId, id);
    if (!key)
        return key;
    key->asks = asks;
    return change(*key, u"asks"_s, QString(tools::askingName(asks)));
}

Result<McpKey> McpKeys::decide(const QString &userId,
                               const QString &id,
                               const QString &tool,
                               std::optional<tools::ToolDecision> decision)
{
    auto key = findInForce(userId, id);
    if (!key)
        return key;
    static const QRegularExpression toolName(u"\\A[A-Za-z0-9_.-]{1,64}\\z"_s);
    if (!toolName.match(tool).hasMatch())
        return failure(ErrorCode::InvalidInput,
                       u"“%1” cannot be a tool's name. See: fairleadctl tools list"_s.arg(
                           cleanedLine(tool, longestShown)));
    if (decision)
        key->decisions.insert(tool, *decision);
    else
        key->decisions.remove(tool);
    if (key->decisions.size() > mostDecisions)
        return failure(ErrorCode::InvalidInput,
                       u"A key has settings for at most %1 single tools."_s.arg(mostDecisions));
    auto changed = change(*key, u"tool_decisions"_s, storedDecisions(key->decisions));
    if (changed)
        Q_EMIT toolsetsChanged();
    return changed;
}

} // namespace fairlead::accounts
