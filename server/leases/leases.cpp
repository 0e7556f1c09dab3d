// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/leases/leases.h"

#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::leases {
namespace {

Q_LOGGING_CATEGORY(lcLeases, "fairlead.server.leases")

constexpr qsizetype mostOfAHolder = 100;
constexpr qint64 daysKept = 30;
// A timer does not see that the clock was set or the computer slept.
constexpr std::chrono::milliseconds longestWatch = 60s;
constexpr std::chrono::milliseconds retryDelay = 5s;

QString secretId(const QString &leaseId)
{
    return u"lease/"_s + leaseId;
}

/** Never NULL, which a null QString would become. */
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

tl::unexpected<Error> unknown(const QString &id)
{
    return failure(ErrorCode::NotFound,
                   u"There is no lease “%1” of this key. Take a new one."_s.arg(id.left(40)));
}

} // namespace

Leases::Leases(store::Database &database,
               secrets::Vault &vault,
               const Clock &clock,
               QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{
    m_expiryTimer.setSingleShot(true);
    m_expiryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_expiryTimer, &QTimer::timeout, this, &Leases::endExpired);
}

Result<> Leases::open()
{
    const QDateTime before = m_clock.now().addDays(-daysKept);
    const auto removed = m_database.execute(u"DELETE FROM credential_leases WHERE ended_at < ?"_s,
                                            {store::toStored(before)});
    if (!removed)
        return failure(removed.error());
    endExpired();
    return {};
}

Result<Lease> Leases::take(const Holder &holder,
                           const QString &serverId,
                           std::chrono::seconds ttl,
                           const Holding &holding)
{
    if (ttl < shortestTtl || ttl > longestTtl)
        return failure(ErrorCode::InvalidInput,
                       u"A lease lasts %1 to %2 seconds: “ttl” is %3."_s.arg(shortestTtl.count())
                           .arg(longestTtl.count())
                           .arg(ttl.count()));
    const auto others = select(u"user_id = ? AND key_id = ? AND ended_at IS NULL"_s,
                               {holder.userId, stored(takerOf(holder))});
    if (!others)
        return failure(others.error());
    if (others->size() >= mostOfAHolder)
        return failure(ErrorCode::Conflict,
                       u"There are %1 leases of this key already. Give back those that are not "
                       "needed."_s.arg(mostOfAHolder));
    const QDateTime now = m_clock.now();
    Lease lease{.id = newId(u"lse_"),
                .holder = holder,
                .serverId = serverId,
                .services = holding.services,
                .connectionIds = holding.connectionIds,
                .ttl = ttl,
                .renewals = 0,
                .createdAt = now,
                .expiresAt = now.addSecs(ttl.count()),
                .endedAt = {},
                .endReason = {}};
    const auto kept = m_database.transaction([&]() -> Result<> {
        if (const auto sealed = m_vault.put(secretId(lease.id), holding.content); !sealed)
            return failure(sealed.error());
        return insert(lease);
    });
    if (!kept)
        return failure(kept.error());
    watchExpiry();
    Q_EMIT taken(lease);
    return lease;
}

Result<Lease> Leases::find(const Holder &holder, const QString &id) const
{
    const auto lease = any(holder.userId, id);
    if (!lease)
        return lease;
    if (lease->holder.keyId != holder.keyId)
        return unknown(id);
    if (lease->endedAt.isValid())
        return failure(ErrorCode::NotFound,
                       u"This lease is over: %1. Take a new one."_s.arg(lease->endReason));
    if (lease->isOver(m_clock.now()))
        return failure(ErrorCode::NotFound, u"This lease is over: expired. Take a new one."_s);
    return lease;
}

Result<Secret> Leases::content(const Lease &lease) const
{
    auto stored = m_vault.get(secretId(lease.id));
    if (!stored)
        return failure(stored.error());
    return std::move(stored->secret);
}

Result<Lease> Leases::renew(const Holder &holder, const QString &id, const Holding &holding)
{
    auto lease = find(holder, id);
    if (!lease)
        return lease;
    if (!lease->isRenewable(m_clock.now()))
        return failure(ErrorCode::Conflict,
                       u"This lease was renewed %1 times, which is the most. Take a new one."_s.arg(
                           mostRenewals));
    ++lease->renewals;
    lease->expiresAt = m_clock.now().addSecs(lease->ttl.count());
    lease->services = holding.services;
    lease->connectionIds = holding.connectionIds;
    const auto kept = m_database.transaction([&]() -> Result<> {
        const auto generation = m_vault.generation(secretId(id));
        if (!generation)
            return failure(generation.error());
        if (const auto sealed = m_vault.put(secretId(id), holding.content, *generation); !sealed)
            return failure(sealed.error());
        return noteRenewal(*lease);
    });
    if (!kept)
        return failure(kept.error());
    watchExpiry();
    Q_EMIT renewed(*lease);
    return lease;
}

Result<> Leases::revoke(const QString &userId, const QString &id, const QString &reason)
{
    const auto lease = any(userId, id);
    if (!lease)
        return failure(lease.error());
    // Whoever gives back what is over already is content, too.
    return lease->endedAt.isValid() ? Result<>() : end(*lease, reason);
}

void Leases::endOfKey(const QString &keyId)
{
    endAll(select(u"key_id = ? AND ended_at IS NULL"_s, {keyId}), u"its key has ended"_s);
}

void Leases::endWithoutRight(const QString &keyId)
{
    endAll(select(u"key_id = ? AND ended_at IS NULL"_s, {keyId}), u"its key may lease no more"_s);
}

void Leases::endOfToken(const QString &tokenId)
{
    endAll(select(u"key_id = ? AND ended_at IS NULL"_s, {tokenId}),
           u"its management token was revoked"_s);
}

void Leases::endWithout(const QSet<QString> &connectionIds)
{
    auto all = select(u"ended_at IS NULL"_s, {});
    if (all)
        all->removeIf([&](const Lease &each) {
            return std::ranges::all_of(
                each.connectionIds, [&](const QString &id) { return connectionIds.contains(id); });
        });
    endAll(all, u"a connection of it was removed"_s);
}

void Leases::endOfUser(const QString &userId, const QSet<QString> &connectionIds)
{
    auto all = select(u"user_id = ? AND ended_at IS NULL"_s, {userId});
    if (all)
        all->removeIf([&](const Lease &each) {
            return std::ranges::none_of(
                each.connectionIds, [&](const QString &id) { return connectionIds.contains(id); });
        });
    endAll(all, u"a connection of it is shared with its user no more"_s);
}

Result<QList<Lease>> Leases::list(const QString &userId) const
{
    auto all = select(u"user_id = ?"_s, {userId});
    if (all)
        std::ranges::stable_sort(*all, [](const Lease &one, const Lease &other) {
            const bool isOver = one.endedAt.isValid();
            if (isOver != other.endedAt.isValid())
                return !isOver;
            return isOver ? one.endedAt > other.endedAt : one.expiresAt < other.expiresAt;
        });
    return all;
}

Result<QList<Lease>> Leases::select(const QString &condition, const QVariantList &values) const
{
    const auto rows =
        m_database.select(u"SELECT * FROM credential_leases WHERE "_s + condition, values);
    if (!rows)
        return failure(rows.error());
    QList<Lease> leases;
    for (const store::Row &row : *rows)
        leases.append(leaseFrom(row));
    return leases;
}

Result<Lease> Leases::any(const QString &userId, const QString &id) const
{
    const auto found = select(u"user_id = ? AND id = ?"_s, {userId, id});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return unknown(id);
    return found->first();
}

Result<> Leases::insert(const Lease &lease)
{
    const auto added = m_database.execute(
        u"INSERT INTO credential_leases (id, user_id, key_id, key_prefix, client_name, server_id, "
        "services, connection_ids, ttl_seconds, renewals, created_at, expires_at, end_reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"_s,
        {lease.id,
         lease.holder.userId,
         stored(takerOf(lease.holder)),
         stored(lease.holder.keyPrefix),
         stored(lease.holder.clientName),
         stored(lease.serverId),
         stored(lease.services.join(u' ')),
         stored(lease.connectionIds.join(u' ')),
         static_cast<qint64>(lease.ttl.count()),
         lease.renewals,
         store::toStored(lease.createdAt),
         store::toStored(lease.expiresAt)});
    return added.map([](qint64) {});
}

Result<> Leases::noteRenewal(const Lease &lease)
{
    const auto changed = m_database.execute(
        u"UPDATE credential_leases SET services = ?, connection_ids = ?, renewals = ?, expires_at "
        "= ? WHERE id = ? AND ended_at IS NULL"_s,
        {stored(lease.services.join(u' ')),
         stored(lease.connectionIds.join(u' ')),
         lease.renewals,
         store::toStored(lease.expiresAt),
         lease.id});
    if (!changed)
        return failure(changed.error());
    // Another instance may have ended it since it was looked for.
    return *changed == 0 ? Result<>(unknown(lease.id)) : Result<>();
}

Result<qint64> Leases::activeCount() const
{
    const auto count = m_database.select(
        u"SELECT COUNT(*) AS count FROM credential_leases WHERE ended_at IS NULL"_s);
    return count.map([](const auto &rows) { return rows.first().number(u"count"_s); });
}

/** A row that says "over" while a secret is left would be a lie. */
Result<> Leases::end(Lease lease, const QString &reason)
{
    lease.endedAt = m_clock.now();
    lease.endReason = reason;
    bool isFirst = false;
    const auto over = m_database.transaction([&]() -> Result<> {
        if (const auto removed = m_vault.remove(secretId(lease.id)); !removed)
            return removed;
        const auto changed = m_database.execute(
            u"UPDATE credential_leases SET ended_at = ?, end_reason = ? WHERE id = ? AND "
            "ended_at IS NULL"_s,
            {store::toStored(lease.endedAt), reason, lease.id});
        isFirst = changed.value_or(0) > 0;
        return changed.map([](qint64) {});
    });
    if (!over)
        return over;
    // All instances on a database watch the time; one of them ends it.
    if (isFirst)
        Q_EMIT ended(lease);
    return {};
}

void Leases::endAll(const Result<QList<Lease>> &all, const QString &reason)
{
    Result<> done = all.map([](const auto &) {});
    for (const Lease &lease : all.value_or(QList<Lease>())) {
        if (const auto over = end(lease, reason); !over)
            done = over;
    }
    if (done)
        return;
    qCWarning(lcLeases).noquote() << "A lease could not be ended:" << done.error().message;
}

void Leases::endExpired()
{
    const auto over =
        select(u"ended_at IS NULL AND expires_at <= ?"_s, {store::toStored(m_clock.now())});
    endAll(over, u"expired"_s);
    // What was taken while another instance revoked its key, or could not be ended with it.
    const auto forsaken = select(
        u"ended_at IS NULL AND (key_id IN (SELECT id FROM user_mcp_api_keys WHERE revoked_at "
        "IS NOT NULL) OR key_id IN (SELECT id FROM management_tokens WHERE revoked_at IS NOT "
        "NULL))"_s,
        {});
    endAll(forsaken, u"its key was revoked"_s);
    watchExpiry();
}

void Leases::watchExpiry()
{
    const auto next = m_database.select(
        u"SELECT MIN(expires_at) AS next FROM credential_leases WHERE ended_at IS NULL"_s);
    if (!next) {
        qCWarning(lcLeases).noquote() << next.error().message;
        m_expiryTimer.start(retryDelay);
        return;
    }
    const QDateTime at = store::fromStored(next->first().value(u"next"_s));
    if (!at.isValid()) {
        m_expiryTimer.stop();
        return;
    }
    const std::chrono::milliseconds left(m_clock.now().msecsTo(at));
    // What is due already and still there could not be ended just now.
    m_expiryTimer.start(left > 0ms ? std::min(left, longestWatch) : retryDelay);
}

} // namespace fairlead::leases
