// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/base/secret.h"

#include <chrono>

namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::accounts {

/**
 * Short-lived signed tokens for the management API: JWT, HS256, under a key derived from the master
 * key. Written here over OpenSSL's HMAC, because Debian 12 packages no JWT library that is both
 * maintained and usable from C++20 without bringing a second JSON library; and because a token that
 * only we issue can be read far more strictly than a library would: its header must be ours, byte
 * for byte. Vault and clock must outlive this object.
 */
class ManagementTokens final
{
public:
    ManagementTokens(const secrets::Vault &vault, const Clock &clock);

    static constexpr std::chrono::seconds defaultLifetime = std::chrono::hours(1);
    static constexpr std::chrono::seconds longestLifetime = std::chrono::hours(24);

    struct Issued
    {
        Secret token;
        QDateTime expiresAt;
    };
    /** InvalidInput for a lifetime outside of 1 s to 24 h; SecretsUnavailable without the master
     * key. */
    [[nodiscard]] Result<Issued> issue(const QString &userId,
                                       std::chrono::seconds lifetime = defaultLifetime) const;

    /** The user id that the token is for; whether that user exists is for the caller to find out.
     * Unauthorized with a sentence; SecretsUnavailable without the master key. */
    [[nodiscard]] Result<QString> verify(QByteArrayView token) const;

private:
    [[nodiscard]] Result<QByteArray> signature(QByteArrayView signedPart) const;

    const secrets::Vault &m_vault;
    const Clock &m_clock;
};

} // namespace fairlead::accounts
