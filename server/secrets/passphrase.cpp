// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/passphrase.h"

#include "server/base/ids.h"
#include "server/secrets/sealing.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdint>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

const QByteArray context = "fairlead passphrase 1"_ba;
constexpr qsizetype saltSize = 16;
constexpr qsizetype derivedSize = 32;

/** How much work a guess is. */
struct Cost
{
    std::uint64_t n = 131'072;
    std::uint32_t r = 8;
    std::uint32_t p = 1;
};

// What somebody else's file may ask of us: 1 GiB of memory.
constexpr Cost largestCost{.n = 1'048'576, .r = 8, .p = 4};
constexpr Cost leastCost{.n = 16'384, .r = 8, .p = 1};

using DerivationContext = std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)>;
using Derivation = std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)>;

OSSL_PARAM octets(const char *name, const QByteArray &value)
{
    // OpenSSL's interface is not const-correct; it only reads.
    return OSSL_PARAM_construct_octet_string(
        name, const_cast<char *>(value.constData()), static_cast<size_t>(value.size()));
}

/** The same characters, however the keyboard composed them. */
Secret normalized(const Secret &passphrase)
{
    const QString text = QString::fromUtf8(passphrase.reveal());
    return Secret(text.normalized(QString::NormalizationForm_C).toUtf8());
}

Result<Secret> derive(const Secret &passphrase, const QByteArray &salt, Cost cost)
{
    const Secret typed = normalized(passphrase);
    const Derivation derivation(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr), &EVP_KDF_free);
    const DerivationContext kdf(derivation ? EVP_KDF_CTX_new(derivation.get()) : nullptr,
                                &EVP_KDF_CTX_free);
    std::uint64_t memory = 2 * 128 * cost.n * cost.r;
    QByteArray key(derivedSize, Qt::Uninitialized);
    const std::array parameters{octets(OSSL_KDF_PARAM_PASSWORD, typed.reveal()),
                                octets(OSSL_KDF_PARAM_SALT, salt),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost.n),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &cost.r),
                                OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &cost.p),
                                OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
                                OSSL_PARAM_construct_end()};
    const bool done = kdf
        && EVP_KDF_derive(kdf.get(),
                          reinterpret_cast<unsigned char *>(key.data()),
                          static_cast<size_t>(key.size()),
                          parameters.data())
            > 0;
    if (!done)
        return failure(ErrorCode::Internal,
                       u"The passphrase could not be worked on; that takes some hundred MiB of "
                       "memory. Close other programs, then try again."_s);
    return Secret(std::move(key));
}

QByteArray bytesIn(const QJsonObject &json, const QString &name)
{
    return QByteArray::fromBase64(json.value(name).toString().toLatin1());
}

std::optional<Cost> costIn(const QJsonObject &json)
{
    const Cost cost{.n = static_cast<std::uint64_t>(json.value(u"n"_s).toInteger()),
                    .r = static_cast<std::uint32_t>(json.value(u"r"_s).toInteger()),
                    .p = static_cast<std::uint32_t>(json.value(u"p"_s).toInteger())};
    const bool isPowerOfTwo = (cost.n & (cost.n - 1)) == 0;
    const bool isInRange = cost.n >= leastCost.n && cost.n <= largestCost.n && cost.r == 8
        && cost.p >= leastCost.p && cost.p <= largestCost.p;
    return isPowerOfTwo && isInRange ? std::optional(cost) : std::nullopt;
}

} // namespace

Result<> checkPassphrase(const Secret &passphrase)
{
    if (QString::fromUtf8(passphrase.reveal()).size() < shortestPassphrase)
        return failure(ErrorCode::InvalidInput,
                       u"The passphrase is too short to protect your sign-ins. Take at least %1 "
                       "characters, such as four words that do not belong together."_s.arg(
                           shortestPassphrase));
    return {};
}

Result<QByteArray> sealUnderPassphrase(const Secret &secret, const Secret &passphrase)
{
    if (const auto checked = checkPassphrase(passphrase); !checked)
        return failure(checked.error());
    const Cost cost;
    const QByteArray salt = randomBytes(saltSize);
    auto key = derive(passphrase, salt, cost);
    if (!key)
        return failure(key.error());
    const auto sealed = Sealing(std::move(*key)).seal(secret, context);
    if (!sealed)
        return failure(sealed.error());
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    const QJsonObject json{{u"kdf"_s, u"scrypt"_s},
                           {u"n"_s, static_cast<qint64>(cost.n)},
                           {u"r"_s, static_cast<qint64>(cost.r)},
                           {u"p"_s, static_cast<qint64>(cost.p)},
                           {u"salt"_s, text(salt)},
                           {u"nonce"_s, text(sealed->nonce)},
                           {u"sealed"_s, text(sealed->bytes)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Secret> openWithPassphrase(const QByteArray &sealed, const Secret &passphrase)
{
    const QJsonObject json = QJsonDocument::fromJson(sealed).object();
    const auto cost = costIn(json);
    const QByteArray salt = bytesIn(json, u"salt"_s);
    if (json.value(u"kdf"_s) != u"scrypt"_s || !cost || salt.size() != saltSize)
        return failure(ErrorCode::InvalidData,
                       u"The sealed master key in this file is damaged, or of a newer Fairlead."_s);
    auto key = derive(passphrase, salt, *cost);
    if (!key)
        return failure(key.error());
    auto opened =
        Sealing(std::move(*key))
            .open({.nonce = bytesIn(json, u"nonce"_s), .bytes = bytesIn(json, u"sealed"_s)},
                  context);
    if (!opened)
        return failure(ErrorCode::Unauthorized,
                       u"That is not the passphrase of this backup. Try again."_s);
    return opened;
}

} // namespace fairlead::secrets
