// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeys.h"

#include "server/accounts/mcpkeyindex.h"
#include "server/accounts/mcpkeyrow.h"
#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"
#include "server/tools/toolsets.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::accounts {
namespace {

Q_LOGGING_CATEGORY(lcAccounts, "fairlead.server.accounts")

constexpr qsizetype longestName = 100;
constexpr qsizetype longestClient = 100;
constexpr qsizetype mostConnections = 100;
constexpr qsizetype randomSize = 32;
constexpr auto useInterval = 60s;
// A computer that slept or whose clock was set must not keep an expired key's streams for long.
constexpr std::chrono::milliseconds longestExpiryWait = 60s;

Secret newSecret()
{
    return Secret("mcp_" + randomBytes(randomSize).toHex());
}

tl::unexpected<Error> unauthorized(const QString &text, const QString &prefix)
{
    return failure(ErrorCode::Unauthorized, text.arg(prefix));
}

} // namespace

McpKeys::McpKeys(store::Database &database, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_index(std::make_unique<McpKeyIndex>())
{
    m_useTimer.setSingleShot(true);
    m_useTimer.setInterval(useInterval);
    connect(&m_useTimer, &QTimer::timeout, this, [this] {
        // Tried again with the next use; only "last used" is late by that.
        if (const auto flushed = flush(); !flushed)
            qCWarning(lcAccounts).noquote() << flushed.error().message;
    });
    m_expiryTimer.setSingleShot(true);
    connect(&m_expiryTimer, &QTimer::timeout, this, &McpKeys::endExpired);
}

McpKeys::~McpKeys() = default;

Result<CreatedMcpKey> McpKeys::create(const NewMcpKey &request)
{
    if (const auto checked = checkRequest(request); !checked)
        return failure(checked.error());
    const auto toolsets = tools::checkedToolsets(request.toolsets);
    if (!toolsets)
        return failure(toolsets.error());
    Secret secret = newSecret();
    McpKey key{.id = newId(u"key_"),
               .userId = request.userId,
               .name = request.name.trimmed(),
               .prefix = McpKeyIndex::prefixOf(secret.reveal()),
               .access = request.access,
               .rights = request.rights,
               .connectionIds = request.connectionIds,
               .toolsets = *toolsets,
               .asks = request.asks,
               .decisions = {},
               .createdAt = m_clock.now(),
               .lastUsedAt = {},
               .lastClient = u""_s,
               .expiresAt = request.expiresAt.toUTC(),
               .revokedAt = {}};
    key.connectionIds.removeDuplicates();
    key.connectionIds.sort();
    const QByteArray hash = sha256Hex(secret.reveal());
    if (const auto stored =
            m_database.transaction([&] { return insertMcpKey(m_database, key, hash); });
        !stored)
        return failure(stored.error());
    remember(key, hash);
    return CreatedMcpKey{.key = key, .secret = std::move(secret)};
}

Result<> McpKeys::checkRequest(const NewMcpKey &request) const
{
    if (const auto checked = checkedKeyName(request.name); !checked)
        return checked;
    if (request.expiresAt.isValid() && request.expiresAt <= m_clock.now())
        return failure(ErrorCode::InvalidInput,
                       u"A key must expire in the future. Choose a later time, or none."_s);
    if (request.connectionIds.size() > mostConnections)
        return failure(ErrorCode::InvalidInput, u"A key is limited to at most 100 connections."_s);
    const auto user = m_database.select(u"SELECT id FROM users WHERE id = ?"_s, {request.userId});
    if (!user)
        return failure(user.error());
    if (user->isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such user on this computer."_s);
    for (const QString &id : request.connectionIds) {
        if (const auto checked = checkConnection(request.userId, id); !checked)
            return checked;
    }
    return {};
}

Result<> McpKeys::checkConnection(const QString &userId, const QString &id) const
{
    const auto found = m_database.select(
        u"SELECT connection_id FROM connection_access WHERE connection_id = ? AND user_id = ? AND "
        "may_use = 1"_s,
        {id, userId});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(
            ErrorCode::InvalidInput,
            u"There is no connection \"%1\". List the connections to see their ids."_s.arg(
                cleanedLine(id, longestName)));
    return {};
}

Result<QList<McpKey>> McpKeys::list(const QString &userId) const
{
    QList<McpKey> keys;
    for (const auto &[id, entry] : m_keys) {
        if (entry.key.userId == userId)
            keys.append(entry.key);
    }
    std::sort(keys.begin(), keys.end(), [](const McpKey &left, const McpKey &right) {
        return std::tie(left.createdAt, left.id) < std::tie(right.createdAt, right.id);
    });
    return keys;
}

QList<McpKey> McpKeys::listAll() const
{
    QList<McpKey> keys;
    for (const auto &[id, entry] : m_keys)
        keys.append(entry.key);
    return keys;
}

Result<McpKey> McpKeys::find(const QString &userId, const QString &id) const
{
    const auto found = m_keys.find(id);
    if (found == m_keys.end() || found->second.key.userId != userId)
        return failure(ErrorCode::NotFound,
                       u"There is no such key. List the keys to see their ids."_s);
    return found->second.key;
}

Result<CreatedMcpKey> McpKeys::rotate(const QString &userId, const QString &id)
{
    auto key = find(userId, id);
    if (!key)
        return failure(key.error());
    if (const auto checked = checkNotRevoked(*key); !checked)
        return failure(checked.error());
    Secret secret = newSecret();
    const QByteArray hash = sha256Hex(secret.reveal());
    key->prefix = McpKeyIndex::prefixOf(secret.reveal());
    const auto stored = m_database.execute(
        u"UPDATE user_mcp_api_keys SET key_prefix = ?, key_hash = ? WHERE id = ? AND user_id = ?"_s,
        {key->prefix, QString::fromLatin1(hash), id, userId});
    if (!stored)
        return failure(stored.error());
    remember(*key, hash);
    Q_EMIT ended(id);
    return CreatedMcpKey{.key = *key, .secret = std::move(secret)};
}

Result<> McpKeys::revoke(const QString &userId, const QString &id)
{
    auto key = find(userId, id);
    if (!key)
        return failure(key.error());
    if (key->revokedAt.isValid())
        return {};
    key->revokedAt = m_clock.now();
    const auto stored = m_database.execute(
        u"UPDATE user_mcp_api_keys SET revoked_at = ? WHERE id = ? AND user_id = ?"_s,
        {store::toStored(key->revokedAt), id, userId});
    if (!stored)
        return failure(stored.error());
    m_keys[id].key = *key;
    Q_EMIT ended(id);
    Q_EMIT changed();
    return {};
}

Result<> McpKeys::forget(const QString &userId, const QString &id)
{
    if (const auto revoked = revoke(userId, id); !revoked)
        return revoked;
    const auto deleted = m_database.execute(
        u"DELETE FROM user_mcp_api_keys WHERE id = ? AND user_id = ?"_s, {id, userId});
    if (!deleted)
        return failure(deleted.error());
    m_keys.erase(id);
    rebuildIndex();
    Q_EMIT changed();
    return {};
}

Result<> McpKeys::checkNotRevoked(const McpKey &key) const
{
    if (key.revokedAt.isValid())
        return failure(ErrorCode::Conflict,
                       u"The key \"%1\" is revoked for good. Make a new one."_s.arg(key.name));
    return {};
}

Result<McpKey> McpKeys::authenticate(QByteArrayView presented) const
{
    if (!McpKeyIndex::isWellFormed(presented))
        return failure(ErrorCode::Unauthorized,
                       u"This is not a Fairlead key: one is \"mcp_\" and 64 digits. Make a key in "
                       "Fairlead and put it into the client's configuration."_s);
    const QString prefix = McpKeyIndex::prefixOf(presented);
    const auto found = m_keys.find(m_index->find(presented));
    return inForce(found == m_keys.end() ? nullptr : &found->second.key, prefix);
}

Result<McpKey> McpKeys::authenticateAgain(const QString &id, const QString &prefix) const
{
    const auto found = m_keys.find(id);
    const bool isSame = found != m_keys.end() && found->second.key.prefix == prefix;
    return inForce(isSame ? &found->second.key : nullptr, prefix);
}

/** `key` is none where there is none like that. */
Result<McpKey> McpKeys::inForce(const McpKey *key, const QString &prefix) const
{
    if (m_isUnread)
        return failure(ErrorCode::Storage,
                       u"Whether the key %1… is in force is not known: the database is not heard. "
                       "Try again in a moment; Fairlead asks it again by itself."_s.arg(prefix));
    if (key == nullptr)
        return unauthorized(
            u"The key %1… is not known here. Make a key in Fairlead and put it into "
            "the client's configuration."_s,
            prefix);
    const bool isExpired = key->expiresAt.isValid() && key->expiresAt <= m_clock.now();
    if (key->revokedAt.isValid() || isExpired)
        return unauthorized(
            key->revokedAt.isValid()
                ? u"The key %1… was revoked. Make a new one in Fairlead and put it into the "
                  "client's configuration."_s
                : u"The key %1… has expired. Make a new one in Fairlead and put it into the "
                  "client's configuration."_s,
            prefix);
    return *key;
}

QString McpKeys::userOf(QByteArrayView presented) const
{
    const auto found = m_keys.find(m_index->find(presented));
    return found == m_keys.end() ? QString() : found->second.key.userId;
}

void McpKeys::noteUse(const QString &id, const QString &client)
{
    const auto found = m_keys.find(id);
    if (found == m_keys.end())
        return;
    found->second.key.lastUsedAt = m_clock.now();
    if (!client.isEmpty())
        found->second.key.lastClient = cleanedLine(client, longestClient);
    m_unsavedUses.insert(id);
    if (!m_useTimer.isActive())
        m_useTimer.start();
    Q_EMIT used(id);
}

Result<> McpKeys::flush()
{
    m_useTimer.stop();
    if (m_unsavedUses.isEmpty())
        return {};
    auto written = m_database.transaction([this]() -> Result<> {
        for (const QString &id : std::as_const(m_unsavedUses)) {
            const auto known = m_keys.find(id);
            if (known == m_keys.end()) // it was forgotten since
                continue;
            const McpKey &key = known->second.key;
            const auto stored = m_database.execute(
                u"UPDATE user_mcp_api_keys SET last_used_at = ?, last_client = ? WHERE id = ?"_s,
                {store::toStored(key.lastUsedAt), key.lastClient, id});
            if (!stored)
                return failure(stored.error());
        }
        return {};
    });
    if (written) {
        m_unsavedUses.clear();
        Q_EMIT changed();
    }
    return written;
}

void McpKeys::remember(const McpKey &key, const QByteArray &hash)
{
    m_keys[key.id] = {key, hash};
    rebuildIndex();
    watchExpiry();
    Q_EMIT changed();
}

void McpKeys::rebuildIndex()
{
    m_index->clear();
    for (const auto &[id, entry] : m_keys)
        m_index->insert(entry.key, entry.hash);
}

void McpKeys::watchExpiry()
{
    const QDateTime now = m_clock.now();
    std::chrono::milliseconds wait = longestExpiryWait;
    bool anyExpires = false;
    for (const auto &[id, entry] : m_keys) {
        if (!entry.key.expiresAt.isValid() || m_expired.contains(id))
            continue;
        anyExpires = true;
        wait = std::min(wait, std::chrono::milliseconds(now.msecsTo(entry.key.expiresAt)));
    }
    if (anyExpires)
        m_expiryTimer.start(std::max(wait, 0ms));
    else
        m_expiryTimer.stop();
}

void McpKeys::endExpired()
{
    const QDateTime now = m_clock.now();
    QStringList expired;
    for (const auto &[id, entry] : m_keys) {
        if (entry.key.expiresAt.isValid() && entry.key.expiresAt <= now && !m_expired.contains(id))
            expired.append(id);
    }
    for (const QString &id : expired) {
        m_expired.insert(id);
        Q_EMIT ended(id);
    }
    if (!expired.isEmpty())
        Q_EMIT changed();
    watchExpiry();
}

} // namespace fairlead::accounts
