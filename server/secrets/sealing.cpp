// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/sealing.h"

#include "server/base/ids.h"

#include <algorithm>
#include <array>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

constexpr qsizetype nonceSize = 12;
constexpr int tagSize = 16;
constexpr qsizetype derivedSize = 32;
constexpr qsizetype keyIdBytes = 8;
constexpr qsizetype largestSecret = 1'048'576;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using DerivationContext = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;
using Derivation = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

tl::unexpected<Error> cryptographyFailure()
{
    return failure(ErrorCode::Internal,
                   u"The cryptography library failed. Restart Fairlead; if it happens again, "
                   "please report it."_s);
}

/** Looked up once: OpenSSL does that anew for each use of EVP_aes_256_gcm(). */
const EVP_CIPHER *aes256Gcm()
{
    using Cipher = std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)>;
    static const Cipher cipher(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr), &EVP_CIPHER_free);
    return cipher.get();
}

OSSL_PARAM octets(const char *name, QByteArrayView value)
{
    // OpenSSL's interface is not const-correct; it only reads.
    return OSSL_PARAM_construct_octet_string(
        name, const_cast<char *>(value.data()), static_cast<size_t>(value.size()));
}

} // namespace

Sealing::Sealing(Secret masterKey)
    : m_masterKey(std::move(masterKey))
{
    m_sealingKey = derivedKey("fairlead seal 1").value_or(Secret());
    const Secret name = derivedKey("fairlead key id 1").value_or(Secret());
    m_keyId = QString::fromLatin1(name.reveal().first(std::min(keyIdBytes, name.size())).toHex());
}

Result<Sealed> Sealing::seal(const Secret &secret, const QByteArray &context) const
{
    if (secret.size() > largestSecret)
        return failure(ErrorCode::InvalidInput, u"A secret may not be larger than 1 MiB."_s);
    const QByteArray &plain = secret.reveal();
    Sealed sealed{.nonce = randomBytes(nonceSize),
                  .bytes = QByteArray(plain.size() + tagSize, Qt::Uninitialized)};
    const CipherContext cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    int tail = 0;
    const bool done = cipher && m_sealingKey.size() == derivedSize
        && EVP_EncryptInit_ex(cipher.get(),
                              aes256Gcm(),
                              nullptr,
                              bytes(m_sealingKey.reveal()),
                              bytes(std::as_const(sealed.nonce)))
            == 1
        && EVP_EncryptUpdate(
               cipher.get(), nullptr, &length, bytes(context), static_cast<int>(context.size()))
            == 1
        && EVP_EncryptUpdate(cipher.get(),
                             bytes(sealed.bytes),
                             &length,
                             bytes(plain),
                             static_cast<int>(plain.size()))
            == 1
        && EVP_EncryptFinal_ex(cipher.get(), bytes(sealed.bytes) + length, &tail) == 1
        && EVP_CIPHER_CTX_ctrl(
               cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytes(sealed.bytes) + plain.size())
            == 1;
    if (!done)
        return cryptographyFailure();
    return sealed;
}

Result<Secret> Sealing::open(const Sealed &sealed, const QByteArray &context) const
{
    const auto damaged = [] {
        return failure(ErrorCode::InvalidData, u"What was stored is damaged."_s);
    };
    if (sealed.nonce.size() != nonceSize || sealed.bytes.size() < tagSize
        || sealed.bytes.size() > largestSecret + tagSize)
        return damaged();
    const auto size = static_cast<int>(sealed.bytes.size()) - tagSize;
    QByteArray plain(size, Qt::Uninitialized);
    QByteArray tag = sealed.bytes.last(tagSize);
    const CipherContext cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    int tail = 0;
    const bool prepared = cipher && m_sealingKey.size() == derivedSize
        && EVP_DecryptInit_ex(cipher.get(),
                              aes256Gcm(),
                              nullptr,
                              bytes(m_sealingKey.reveal()),
                              bytes(sealed.nonce))
            == 1
        && EVP_DecryptUpdate(
               cipher.get(), nullptr, &length, bytes(context), static_cast<int>(context.size()))
            == 1
        && EVP_DecryptUpdate(cipher.get(), bytes(plain), &length, bytes(sealed.bytes), size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1;
    Secret secret(std::move(plain));
    if (!prepared)
        return cryptographyFailure();
    std::array<unsigned char, tagSize> rest{};
    if (EVP_DecryptFinal_ex(cipher.get(), rest.data(), &tail) <= 0)
        return damaged();
    return secret;
}

Result<Secret> Sealing::derivedKey(QByteArrayView purpose) const
{
    const Derivation derivation(EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const DerivationContext context(derivation ? EVP_KDF_CTX_new(derivation.get()) : nullptr,
                                    &EVP_KDF_CTX_free);
    QByteArray key(derivedSize, Qt::Uninitialized);
    QByteArray digest = "SHA256"_ba;
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, m_masterKey.reveal()),
        octets(OSSL_KDF_PARAM_INFO, purpose),
        OSSL_PARAM_construct_end()};
    if (!context
        || EVP_KDF_derive(
               context.get(), bytes(key), static_cast<size_t>(key.size()), parameters.data())
            <= 0)
        return cryptographyFailure();
    return Secret(std::move(key));
}

} // namespace fairlead::secrets
