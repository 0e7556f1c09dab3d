// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/managementtokens.h"

#include "server/base/ids.h"
#include "server/secrets/vault.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

constexpr qsizetype longestToken = 1024;
constexpr qint64 clockSkewSeconds = 60;
constexpr QByteArray::Base64Options encoding =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray headerPart()
{
    return R"({"alg":"HS256","typ":"JWT"})"_ba.toBase64(encoding);
}

tl::unexpected<Error> refusal(const QString &reason)
{
    return failure(
        ErrorCode::Unauthorized,
        u"The management token %1. Get a new one with \"fairleadctl token\"."_s.arg(reason));
}

/** Strict base64url: no padding, no foreign characters, no unused bits set. */
std::optional<QByteArray> decoded(const QByteArray &text)
{
    const auto result =
        QByteArray::fromBase64Encoding(text, encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || result.decoded.toBase64(encoding) != text)
        return std::nullopt;
    return result.decoded;
}

bool isWholeSeconds(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) >= 0;
}

} // namespace

ManagementTokens::ManagementTokens(const secrets::Vault &vault, const Clock &clock)
    : m_vault(vault)
    , m_clock(clock)
{}

Result<ManagementTokens::Issued> ManagementTokens::issue(const QString &userId,
                                                         std::chrono::seconds lifetime) const
{
    if (lifetime < std::chrono::seconds(1) || lifetime > longestLifetime)
        return failure(ErrorCode::InvalidInput,
                       u"A management token lives for 1 second to 24 hours."_s);
    const qint64 issuedAt = m_clock.now().toSecsSinceEpoch();
    const qint64 expiresAt = issuedAt + lifetime.count();
    const QJsonObject claims{{u"aud"_s, u"fairlead"_s},
                             {u"exp"_s, expiresAt},
                             {u"iat"_s, issuedAt},
                             {u"jti"_s, newId(u"")},
                             {u"sub"_s, userId}};
    const QByteArray signedPart = headerPart() + '.'
        + QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(encoding);
    const auto mac = signature(signedPart);
    if (!mac)
        return failure(mac.error());
    return Issued{.token = Secret(signedPart + '.' + mac->toBase64(encoding)),
                  .expiresAt = QDateTime::fromSecsSinceEpoch(expiresAt).toUTC()};
}

Result<QString> ManagementTokens::verify(QByteArrayView token) const
{
    const QString malformed = u"is not one of Fairlead's"_s;
    if (token.size() > longestToken)
        return refusal(malformed);
    const QList<QByteArray> parts = token.toByteArray().split('.');
    if (parts.size() != 3 || parts[0] != headerPart())
        return refusal(malformed);
    const auto payload = decoded(parts[1]);
    const auto presented = decoded(parts[2]);
    if (!payload || !presented)
        return refusal(malformed);
    const auto expected = signature(QByteArray(parts[0] + '.' + parts[1]));
    if (!expected)
        return failure(expected.error());
    if (!equalInConstantTime(*expected, *presented))
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
    return userId;
}

Result<QByteArray> ManagementTokens::signature(QByteArrayView signedPart) const
{
    const auto key = m_vault.derivedKey("management-token");
    if (!key)
        return failure(key.error());
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(),
              key->reveal().constData(),
              static_cast<int>(key->size()),
              reinterpret_cast<const unsigned char *>(signedPart.data()),
              static_cast<size_t>(signedPart.size()),
              mac.data(),
              &length))
        return failure(ErrorCode::Internal,
                       u"The cryptography library failed. Restart Fairlead."_s);
    return QByteArray(reinterpret_cast<const char *>(mac.data()), length);
}

} // namespace fairlead::accounts
