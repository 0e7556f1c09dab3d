// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/leases/lease.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::leases {

bool Lease::isOver(const QDateTime &now) const
{
    return endedAt.isValid() || expiresAt <= now;
}

bool Lease::isRenewable(const QDateTime &now) const
{
    return !isOver(now) && renewals < mostRenewals;
}

QDateTime Lease::nearItsEndFrom() const
{
    return expiresAt.addSecs(-std::min(std::chrono::seconds(5min), ttl / 4).count());
}

bool Lease::isNearItsEnd(const QDateTime &now) const
{
    return !isOver(now) && nearItsEndFrom() <= now;
}

QString takerOf(const Holder &holder)
{
    return holder.keyId.isEmpty() ? holder.tokenId : holder.keyId;
}

Lease leaseFrom(const store::Row &row)
{
    const QString taker = row.text(u"key_id"_s);
    const bool isToken = taker.startsWith("mtk_"_L1);
    return {.id = row.text(u"id"_s),
            .holder = {.userId = row.text(u"user_id"_s),
                       .keyId = isToken ? QString() : taker,
                       .keyPrefix = row.text(u"key_prefix"_s),
                       .clientName = row.text(u"client_name"_s),
                       .tokenId = isToken ? taker : QString()},
            .serverId = row.text(u"server_id"_s),
            .services = row.text(u"services"_s).split(u' ', Qt::SkipEmptyParts),
            .connectionIds = row.text(u"connection_ids"_s).split(u' ', Qt::SkipEmptyParts),
            .ttl = std::chrono::seconds(row.number(u"ttl_seconds"_s)),
            .renewals = static_cast<int>(row.number(u"renewals"_s)),
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s)),
            .endedAt = store::fromStored(row.value(u"ended_at"_s)),
            .endReason = row.text(u"end_reason"_s)};
}

} // namespace fairlead::leases
