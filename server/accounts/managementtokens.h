// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/base/secret.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace fairlead::secrets {
class JwsPublicKey;
class JwsSigningKey;
class Vault;
} // namespace fairlead::secrets

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::accounts {

/** How management tokens are signed. */
enum class TokenAlgorithm {
    HS256, ///< one secret signs and verifies
    ES256, ///< who knows the public half can verify without being able to sign
};

/** "HS256", "ES256": as the settings say it. */
[[nodiscard]] std::optional<TokenAlgorithm> tokenAlgorithmFromName(QStringView name);

/**
 * Short-lived signed tokens for the management API: JWT, under a key derived from the master key.
 * Those that are given out are written down, so that each can be revoked; one that is not known is
 * refused. Written here over OpenSSL, because Debian 12 packages no JWT library that is both
 * maintained and usable from C++20 without bringing a second JSON library; and because a token that
 * only we issue can be read far more strictly than a library would: its header must be ours, byte
 * for byte. Vault, database and clock must outlive this object.
 */
class ManagementTokens final : public QObject
{
    Q_OBJECT

public:
    ManagementTokens(const secrets::Vault &vault,
                     store::Database &database,
                     const Clock &clock,
                     TokenAlgorithm algorithm = TokenAlgorithm::HS256,
                     QObject *parent = nullptr);

    static constexpr std::chrono::seconds defaultLifetime = std::chrono::hours(1);
    static constexpr std::chrono::seconds longestLifetime = std::chrono::hours(24);

    struct Issued
    {
        QString id;
        Secret token;
        QDateTime expiresAt;
    };
    /** InvalidInput for a lifetime outside of 1 s to 24 h; SecretsUnavailable without the master
     * key; Storage. */
    [[nodiscard]] Result<Issued> issue(const QString &userId,
                                       std::chrono::seconds lifetime = defaultLifetime);

    /** Whether it says of itself what ours say: all others are somebody else's, or nobody's. */
    [[nodiscard]] bool hasOurForm(QByteArrayView token) const;

    struct Verified
    {
        QString id;
        QString userId;
    };
    /** Whose token it is; whether that user exists is for the caller to find out. Unauthorized with
     * a sentence; SecretsUnavailable without the master key; Storage. */
    [[nodiscard]] Result<Verified> verify(QByteArrayView token) const;
    /** Of one that was verified a while ago: Unauthorized when it was revoked since; Storage. */
    [[nodiscard]] Result<> checkInForce(const QString &id) const;
    /** The keys with which others can verify them: none with HS256. SecretsUnavailable. */
    [[nodiscard]] Result<QList<secrets::JwsPublicKey>> publicKeys() const;

    /** One that was given out. */
    struct Record
    {
        QString id;
        QString userId;
        QDateTime issuedAt;
        QDateTime expiresAt;
        QDateTime revokedAt; ///< invalid: in force
    };
    /** Those that are not over, the newest first. */
    [[nodiscard]] Result<QList<Record>> list() const;
    /** Opens nothing from now on. NotFound. */
    [[nodiscard]] Result<> revoke(const QString &id);

Q_SIGNALS:
    void revoked(const QString &id);

private:
    [[nodiscard]] Result<> keep(const Record &record);
    [[nodiscard]] QByteArray headerPart() const;
    [[nodiscard]] Result<QByteArray> signature(QByteArrayView signedPart) const;
    [[nodiscard]] Result<bool> isSigned(QByteArrayView signedPart,
                                        const QByteArray &presented) const;
    [[nodiscard]] Result<QByteArray> mac(QByteArrayView signedPart) const;
    [[nodiscard]] Result<secrets::JwsSigningKey> signingKey() const;

    const secrets::Vault &m_vault;
    store::Database &m_database;
    const Clock &m_clock;
    TokenAlgorithm m_algorithm;
};

} // namespace fairlead::accounts
