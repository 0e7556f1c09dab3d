// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <chrono>

namespace fairlead::store {
class Row;
} // namespace fairlead::store

namespace fairlead::leases {

inline constexpr std::chrono::seconds standardTtl{3600};
inline constexpr std::chrono::seconds shortestTtl{60};
inline constexpr std::chrono::seconds longestTtl{24 * 3600};
inline constexpr int mostRenewals = 24;

/** Who took a lease: to everybody else it does not exist. */
struct Holder
{
    QString userId;
    QString keyId; ///< empty: whoever has a management token of the user
    QString keyPrefix = {}; ///< to be shown
    QString clientName = {}; ///< to be shown
    QString tokenId = {}; ///< without a key: the management token that took it, "mtk_…"; or empty
};

/** Credentials that a program holds for a time, without them. */
struct Lease
{
    QString id; ///< "lse_…"
    Holder holder;
    QString serverId; ///< what the program calls itself; may be empty
    QStringList services; ///< that it has credentials of
    QStringList connectionIds; ///< whose credentials they are, in the order of `services`
    std::chrono::seconds ttl{0}; ///< how long it lasted at first, and lasts from each renewal on
    int renewals = 0;
    QDateTime createdAt;
    QDateTime expiresAt;
    QDateTime endedAt; ///< invalid while it lasts
    QString endReason; ///< a few words, such as "expired"

    [[nodiscard]] bool isOver(const QDateTime &now) const;
    [[nodiscard]] bool isRenewable(const QDateTime &now) const;
    /** Since when it is near its end: five minutes before, or a quarter of its time. */
    [[nodiscard]] QDateTime nearItsEndFrom() const;
    [[nodiscard]] bool isNearItsEnd(const QDateTime &now) const;
};

/** What its column key_id holds: the id of the key, or of the management token. */
[[nodiscard]] QString takerOf(const Holder &holder);
/** Of a row with all columns of credential_leases. */
[[nodiscard]] Lease leaseFrom(const store::Row &row);

} // namespace fairlead::leases
