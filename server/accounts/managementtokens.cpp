// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/managementtokens.h"

#include "server/base/ids.h"
#include "server/secrets/jws.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {

using secrets::base64Url;
using secrets::fromBase64Url;

namespace {

constexpr qsizetype longestToken = 1024;
constexpr qint64 clockSkewSeconds = 60;

tl::unexpected<Error> refusal(const QString &reason)
{
    return failure(
        ErrorCode::Unauthorized,
        u"The management token %1. Get a new one with \"fairleadctl token\"."_s.arg(reason));
}

bool isWholeSeconds(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0;
}

} // namespace

std::optional<TokenAlgorithm> tokenAlgorithmFromName(QStringView name)
{
    if (name == "HS256"_L1)
        return TokenAlgorithm::HS256;
    return name == "ES256"_L1 ? std::optional(TokenAlgorithm::ES256) : std::nullopt;
}

ManagementTokens::ManagementTokens(const secrets::Vault &vault,
                                   store::Database &database,
                                   const Clock &clock,
                                   TokenAlgorithm algorithm,
                                   QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_database(database)
    , m_clock(clock)
    , m_algorithm(algorithm)
{}

Result<ManagementTokens::Issued> ManagementTokens::issue(const QString &userId,
                                                         std::chrono::seconds lifetime)
{
    if (lifetime < std::chrono::seconds(1) || lifetime > longestLifetime)
        return failure(ErrorCode::InvalidInput,
                       u"A management token lives for 1 second to 24 hours."_s);
    const qint64 issuedAt = m_clock.now().toSecsSinceEpoch();
    const qint64 expiresAt = issuedAt + lifetime.count();
    const Record record{.id = newId(u"mtk_"),
                        .userId = userId,
                        .issuedAt = QDateTime::fromSecsSinceEpoch(issuedAt).toUTC(),
                        .expiresAt = QDateTime::fromSecsSinceEpoch(expiresAt).toUTC(),
                        .revokedAt = {}};
    const QJsonObject claims{{u"aud"_s, u"fairlead"_s},
                             {u"exp"_s, expiresAt},
                             {u"iat"_s, issuedAt},
                             {u"jti"_s, record.id},
                             {u"sub"_s, userId}};
    const QByteArray signedPart =
        headerPart() + '.' + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const auto signedWith = signature(signedPart);
    if (!signedWith)
        return failure(signedWith.error());
    if (const auto kept = keep(record); !kept)
        return failure(kept.error());
    return Issued{.id = record.id,
                  .token = Secret(signedPart + '.' + base64Url(*signedWith)),
                  .expiresAt = record.expiresAt};
}

bool ManagementTokens::hasOurForm(QByteArrayView token) const
{
    return token.startsWith(QByteArray(headerPart() + '.'));
}

Result<ManagementTokens::Verified> ManagementTokens::verify(QByteArrayView token) const
{
    const QString malformed = u"is not one of Fairlead's"_s;
    if (token.size() > longestToken)
        return refusal(malformed);
    const QList<QByteArray> parts = token.toByteArray().split('.');
    if (parts.size() != 3 || parts[0] != headerPart())
        return refusal(malformed);
    const auto payload = fromBase64Url(parts[1]);
    const auto presented = fromBase64Url(parts[2]);
    if (!payload || !presented)
        return refusal(malformed);
    const auto isOurs = isSigned(QByteArray(parts[0] + '.' + parts[1]), *presented);
    if (!isOurs)
        return failure(isOurs.error());
    if (!*isOurs)
        return refusal(u"has a wrong signature"_s);

    const QJsonObject claims = QJsonDocument::fromJson(*payload).object();
    const QJsonValue issued = claims[u"iat"_s];
    const QJsonValue expires = claims[u"exp"_s];
    const QString userId = claims[u"sub"_s].toString();
    if (claims[u"aud"_s] != "fairlead"_L1 || userId.isEmpty() || !isWholeSeconds(issued)
        || !isWholeSeconds(expires))
        return refusal(malformed);
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 lifetime = expires.toInteger() - issued.toInteger();
    if (lifetime < 1 || lifetime > longestLifetime.count())
        return refusal(malformed);
    if (issued.toInteger() > now + clockSkewSeconds)
        return refusal(u"is from the future; the clock may have been changed"_s);
    if (expires.toInteger() <= now)
        return refusal(u"has expired"_s);
    const QString id = claims[u"jti"_s].toString();
    if (const auto inForce = checkInForce(id); !inForce)
        return failure(inForce.error());
    return Verified{.id = id, .userId = userId};
}

Result<> ManagementTokens::keep(const Record &record)
{
    const auto work = [&]() -> Result<> {
        const auto removed =
            m_database.execute(u"DELETE FROM management_tokens WHERE expires_at <= ?"_s,
                               {store::toStored(m_clock.now())});
        if (!removed)
            return failure(removed.error());
        return m_database
            .execute(u"INSERT INTO management_tokens (id, user_id, issued_at, expires_at) VALUES "
                     "(?, ?, ?, ?)"_s,
                     {record.id,
                      record.userId,
                      store::toStored(record.issuedAt),
                      store::toStored(record.expiresAt)})
            .map([](qint64) {});
    };
    // One that a loss of power forgets is refused: nobody has to wait for the disk.
    return m_database.transaction(work, store::Durability::Process);
}

Result<> ManagementTokens::checkInForce(const QString &id) const
{
    const auto known =
        m_database.select(u"SELECT revoked_at FROM management_tokens WHERE id = ?"_s, {id});
    if (!known)
        return failure(known.error());
    if (known->isEmpty())
        return refusal(u"is not known here"_s);
    if (!known->first().value(u"revoked_at"_s).isNull())
        return refusal(u"was revoked"_s);
    return {};
}

Result<QList<ManagementTokens::Record>> ManagementTokens::list() const
{
    const auto rows = m_database.select(u"SELECT * FROM management_tokens WHERE expires_at > ? "
                                        "ORDER BY issued_at DESC, id"_s,
                                        {store::toStored(m_clock.now())});
    if (!rows)
        return failure(rows.error());
    QList<Record> records;
    for (const store::Row &row : *rows)
        records.append({.id = row.text(u"id"_s),
                        .userId = row.text(u"user_id"_s),
                        .issuedAt = store::fromStored(row.value(u"issued_at"_s)),
                        .expiresAt = store::fromStored(row.value(u"expires_at"_s)),
                        .revokedAt = store::fromStored(row.value(u"revoked_at"_s))});
    return records;
}

Result<> ManagementTokens::revoke(const QString &id)
{
    const auto changed = m_database.execute(
        u"UPDATE management_tokens SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?"_s,
        {store::toStored(m_clock.now()), id});
    if (!changed)
        return failure(changed.error());
    if (*changed == 0)
        return failure(ErrorCode::NotFound,
                       u"There is no such management token, or it is over. See: fairleadctl token "
                       "list"_s);
    Q_EMIT revoked(id);
    return {};
}

Result<QList<secrets::JwsPublicKey>> ManagementTokens::publicKeys() const
{
    if (m_algorithm != TokenAlgorithm::ES256)
        return QList<secrets::JwsPublicKey>();
    return signingKey().map([](const secrets::JwsSigningKey &key) {
        return QList<secrets::JwsPublicKey>(1, key.publicKey());
    });
}

QByteArray ManagementTokens::headerPart() const
{
    return base64Url(m_algorithm == TokenAlgorithm::ES256 ? R"({"alg":"ES256","typ":"JWT"})"_ba
                                                          : R"({"alg":"HS256","typ":"JWT"})"_ba);
}

Result<QByteArray> ManagementTokens::signature(QByteArrayView signedPart) const
{
    if (m_algorithm == TokenAlgorithm::HS256)
        return mac(signedPart);
    return signingKey().and_then(
        [signedPart](const secrets::JwsSigningKey &key) { return key.sign(signedPart); });
}

Result<bool> ManagementTokens::isSigned(QByteArrayView signedPart,
                                        const QByteArray &presented) const
{
    if (m_algorithm == TokenAlgorithm::HS256)
        return mac(signedPart).map([&presented](const QByteArray &expected) {
            return equalInConstantTime(expected, presented);
        });
    return signingKey().map([&](const secrets::JwsSigningKey &key) {
        return key.publicKey().verifies(signedPart, presented);
    });
}

Result<secrets::JwsSigningKey> ManagementTokens::signingKey() const
{
    return m_vault.derivedKey("management-token-es256").and_then([](const Secret &bytes) {
        return secrets::JwsSigningKey::fromSecret(bytes);
    });
}

Result<QByteArray> ManagementTokens::mac(QByteArrayView signedPart) const
{
    const auto key = m_vault.derivedKey("management-token");
    if (!key)
        return failure(key.error());
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(),
              key->reveal().constData(),
              static_cast<int>(key->size()),
              reinterpret_cast<const unsigned char *>(signedPart.data()),
              static_cast<size_t>(signedPart.size()),
              bytes.data(),
              &length))
        return failure(ErrorCode::Internal,
                       u"The cryptography library failed. Restart Fairlead."_s);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), length);
}

} // namespace fairlead::accounts
