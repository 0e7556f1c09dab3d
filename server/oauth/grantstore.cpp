// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/grantstore.h"

#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

Q_LOGGING_CATEGORY(lcOAuth, "fairlead.server.oauth")

QString secretId(const QString &grantId)
{
    return u"grant/"_s + grantId;
}

/** Of a service without scopes it is empty; join() would make it null, which the table refuses. */
QString scopesOf(const TokenSet &tokens)
{
    return tokens.scopes.isEmpty() ? u""_s : tokens.scopes.join(u' ');
}

QVariant endOf(const TokenSet &tokens)
{
    if (tokens.lifetime.count() == 0)
        return {};
    return store::toStored(tokens.receivedAt.addSecs(tokens.lifetime.count()));
}

} // namespace

GrantStore::GrantStore(store::Database &database, secrets::Vault &vault, const Clock &clock)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

Result<QString> GrantStore::add(const QString &userId,
                                const QString &service,
                                const QString &clientId,
                                const TokenSet &tokens)
{
    const QString id = newId(u"grt_");
    const auto now = store::toStored(m_clock.now());
    const auto stored = m_database.transaction([&]() -> Result<> {
        const auto written = m_database.execute(
            u"INSERT INTO oauth_grants (id, user_id, service, client_id, scopes, is_lost, "
            "created_at, renewed_at, expires_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)"_s,
            {id, userId, service, clientId, scopesOf(tokens), now, now, endOf(tokens)});
        if (!written)
            return failure(written.error());
        return m_vault.put(secretId(id), tokens.toSecret()).map([](qint64) {});
    });
    if (!stored)
        return failure(stored.error());
    return id;
}

Result<Grant> GrantStore::find(const QString &id) const
{
    const auto rows = m_database.select(
        u"SELECT user_id, service, client_id, scopes, is_lost, created_at, renewed_at, expires_at "
        "FROM oauth_grants WHERE id = ?"_s,
        {id});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"This sign-in was removed. Connect again."_s);
    const store::Row &row = rows->first();
    return Grant{.id = id,
                 .userId = row.text(u"user_id"_s),
                 .service = row.text(u"service"_s),
                 .clientId = row.text(u"client_id"_s),
                 .scopes = row.text(u"scopes"_s).split(u' ', Qt::SkipEmptyParts),
                 .isLost = row.number(u"is_lost"_s) != 0,
                 .createdAt = store::fromStored(row.value(u"created_at"_s)),
                 .renewedAt = store::fromStored(row.value(u"renewed_at"_s)),
                 .expiresAt = store::fromStored(row.value(u"expires_at"_s))};
}

Result<GrantStore::Held> GrantStore::held(const QString &id) const
{
    const auto stored = m_vault.get(secretId(id));
    if (!stored)
        return failure(stored.error());
    const auto tokens = TokenSet::fromSecret(stored->secret);
    if (!tokens)
        return failure(tokens.error());
    return Held{*tokens, stored->generation};
}

Result<GrantStore::Held> GrantStore::heldNow(const QString &id) const
{
    const auto stored = generation(id);
    return stored ? held(id) : failure(stored.error());
}

Result<bool> GrantStore::takeTurn(const QString &id)
{
    return m_database.tryLock(secretId(id));
}

void GrantStore::endTurn(const QString &id)
{
    if (const auto ended = m_database.unlock(secretId(id)); !ended)
        qCWarning(lcOAuth).noquote() << ended.error().message;
}

Result<qint64> GrantStore::generation(const QString &id) const
{
    return m_vault.generation(secretId(id));
}

Result<> GrantStore::beginRenewal(const QString &id, const Held &before)
{
    const auto left =
        m_database.select(u"SELECT generation FROM oauth_renewals WHERE grant_id = ?"_s, {id});
    if (!left)
        return failure(left.error());
    if (!left->isEmpty() && left->first().number(u"generation"_s) == before.generation) {
        qCInfo(lcOAuth).noquote() << "The last renewal of" << id
                                  << "ended without an outcome; asking once more";
    }
    return m_database
        .execute(
            u"INSERT INTO oauth_renewals (grant_id, generation, refresh_token_hash, started_at) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (grant_id) DO UPDATE SET generation = "
            "excluded.generation, refresh_token_hash = excluded.refresh_token_hash, "
            "started_at = excluded.started_at"_s,
            {id,
             before.generation,
             QString::fromLatin1(sha256Hex(before.tokens.refreshToken.reveal())),
             store::toStored(m_clock.now())})
        .map([](qint64) {});
}

Result<> GrantStore::commitRenewal(const QString &id, const Held &before, const TokenSet &tokens)
{
    return m_database.transaction([&]() -> Result<> {
        const auto put = m_vault.put(secretId(id), tokens.toSecret(), before.generation);
        if (!put)
            return failure(put.error());
        const auto noted = m_database.execute(
            u"UPDATE oauth_grants SET is_lost = 0, renewed_at = ?, expires_at = ?, scopes = ? "
            "WHERE id = ?"_s,
            {store::toStored(m_clock.now()), endOf(tokens), scopesOf(tokens), id});
        if (!noted)
            return failure(noted.error());
        return m_database.execute(u"DELETE FROM oauth_renewals WHERE grant_id = ?"_s, {id})
            .map([](qint64) {});
    });
}

Result<bool> GrantStore::markLost(const QString &id)
{
    bool isNew = false;
    const auto marked = m_database.transaction([&]() -> Result<> {
        const auto noted = m_database.execute(
            u"UPDATE oauth_grants SET is_lost = 1 WHERE id = ? AND is_lost = 0"_s, {id});
        if (!noted)
            return failure(noted.error());
        isNew = *noted != 0;
        return m_database.execute(u"DELETE FROM oauth_renewals WHERE grant_id = ?"_s, {id})
            .map([](qint64) {});
    });
    return marked.map([isNew] { return isNew; });
}

Result<> GrantStore::remove(const QString &id)
{
    const auto removed = m_database.transaction([&]() -> Result<> {
        const auto deleted = m_database.execute(u"DELETE FROM oauth_grants WHERE id = ?"_s, {id});
        if (!deleted)
            return failure(deleted.error());
        return m_vault.remove(secretId(id));
    });
    if (!removed)
        return removed;
    // The tokens are gone either way; they leave the log with the next checkpoint at the latest.
    if (const auto truncated = m_database.truncateLog(); !truncated)
        qCWarning(lcOAuth).noquote() << truncated.error().message;
    return {};
}

Result<QStringList> GrantStore::unrenewedSince(const QDateTime &time) const
{
    return m_database
        .select(u"SELECT id FROM oauth_grants WHERE is_lost = 0 AND renewed_at < ?"_s,
                {store::toStored(time)})
        .map([](const QList<store::Row> &rows) {
            QStringList ids;
            for (const store::Row &row : rows)
                ids.append(row.text(u"id"_s));
            return ids;
        });
}

} // namespace fairlead::oauth
