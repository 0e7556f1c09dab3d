// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QByteArray>

#include <memory>
#include <optional>

class QJsonObject;
using EVP_PKEY = struct evp_pkey_st;

/** Signatures of JSON Web Signature with keys in two halves (RFC 7515 and 7518), over OpenSSL. */
namespace fairlead::secrets {

/** Base64url as JWS wants it: no padding, no foreign characters, no unused bits set. */
[[nodiscard]] QByteArray base64Url(const QByteArray &bytes);
[[nodiscard]] std::optional<QByteArray> fromBase64Url(const QByteArray &text);

/** The public half of a key: ES256 on the curve P-256, or RS256 with 2048 to 8192 bits. Which of
 * both is the key's own, never a token's word. A value. */
class JwsPublicKey final
{
public:
    /** InvalidData for any other key, and for one that is not well-formed. */
    [[nodiscard]] static Result<JwsPublicKey> fromJwk(const QJsonObject &jwk);

    /** Of a key for ES256: as others read it. */
    [[nodiscard]] QJsonObject toJwk() const;
    /** "ES256" or "RS256". */
    [[nodiscard]] QByteArray algorithm() const;
    [[nodiscard]] bool verifies(QByteArrayView text, const QByteArray &signature) const;

private:
    friend class JwsSigningKey;
    explicit JwsPublicKey(EVP_PKEY *key);

    // Shared: keys are copied with the list that they are in.
    std::shared_ptr<EVP_PKEY> m_key;
};

/** A key for ES256, made from 32 secret bytes: the same bytes, the same key. */
class JwsSigningKey final
{
public:
    [[nodiscard]] static Result<JwsSigningKey> fromSecret(const Secret &bytes);

    [[nodiscard]] Result<QByteArray> sign(QByteArrayView text) const;
    [[nodiscard]] const JwsPublicKey &publicKey() const { return m_key; }

private:
    explicit JwsSigningKey(EVP_PKEY *key);

    JwsPublicKey m_key; ///< with the private half
};

} // namespace fairlead::secrets
