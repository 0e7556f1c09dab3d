// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/jws.h"

#include <QJsonObject>

#include <array>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

constexpr int coordinateBytes = 32;
constexpr qsizetype leastModulus = 2048 / 8;
constexpr qsizetype mostModulus = 8192 / 8;
constexpr qsizetype mostExponent = 4;
constexpr QByteArray::Base64Options encoding =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};
using Number = std::unique_ptr<BIGNUM, Release<BN_clear_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using ParameterList = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, Release<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Release<EC_POINT_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Number numberFrom(QByteArrayView bytes)
{
    return Number(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

tl::unexpected<Error> badKey()
{
    return failure(ErrorCode::InvalidData,
                   u"The key is neither for ES256 nor for RS256, or it is broken."_s);
}

tl::unexpected<Error> libraryFailed()
{
    return failure(ErrorCode::Internal, u"The cryptography library failed. Restart Fairlead."_s);
}

/** Null when OpenSSL does not take it for a key. */
EVP_PKEY *keyFrom(const char *kind, const ParameterList &list, int selection)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(list.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY *key = nullptr;
    const bool isMade = parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1
        && EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) == 1;
    const KeyContext check(isMade ? EVP_PKEY_CTX_new(key, nullptr) : nullptr);
    if (check && EVP_PKEY_public_check(check.get()) == 1)
        return key;
    EVP_PKEY_free(key);
    return nullptr;
}

/** `d` null: the public half alone. */
EVP_PKEY *curveKey(const QByteArray &point, const BIGNUM *d)
{
    const ParameterList list(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(list.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0);
    OSSL_PARAM_BLD_push_octet_string(
        list.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(), static_cast<size_t>(point.size()));
    if (d)
        OSSL_PARAM_BLD_push_BN(list.get(), OSSL_PKEY_PARAM_PRIV_KEY, d);
    return keyFrom("EC", list, d ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY);
}

EVP_PKEY *rsaKey(const QByteArray &modulus, const QByteArray &exponent)
{
    const Number n = numberFrom(modulus);
    const Number e = numberFrom(exponent);
    const ParameterList list(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(list.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(list.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return keyFrom("RSA", list, EVP_PKEY_PUBLIC_KEY);
}

/** A member in base64url; empty when it is none. */
QByteArray member(const QJsonObject &jwk, QLatin1StringView name)
{
    return fromBase64Url(jwk[name].toString().toLatin1()).value_or(QByteArray());
}

bool isWithin(qsizetype size, qsizetype least, qsizetype most)
{
    return size >= least && size <= most;
}

/** JWS has both numbers one behind the other, OpenSSL has them in DER; empty when it fails. */
QByteArray derFrom(const QByteArray &signature)
{
    const EcSignature numbers(ECDSA_SIG_new());
    if (signature.size() != 2 * coordinateBytes || !numbers)
        return {};
    ECDSA_SIG_set0(numbers.get(),
                   numberFrom(QByteArrayView(signature).first(coordinateBytes)).release(),
                   numberFrom(QByteArrayView(signature).last(coordinateBytes)).release());
    QByteArray der(qMax(0, i2d_ECDSA_SIG(numbers.get(), nullptr)), '\0');
    unsigned char *end = bytesOf(der);
    i2d_ECDSA_SIG(numbers.get(), &end);
    return der;
}

QByteArray fromDer(const QByteArray &der)
{
    const unsigned char *start = bytesOf(QByteArrayView(der));
    const EcSignature numbers(d2i_ECDSA_SIG(nullptr, &start, der.size()));
    QByteArray signature(2LL * coordinateBytes, '\0');
    const bool isFilled = numbers
        && BN_bn2binpad(ECDSA_SIG_get0_r(numbers.get()), bytesOf(signature), coordinateBytes) > 0
        && BN_bn2binpad(ECDSA_SIG_get0_s(numbers.get()),
                        bytesOf(signature) + coordinateBytes,
                        coordinateBytes)
            > 0;
    return isFilled ? signature : QByteArray();
}

} // namespace

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(encoding);
}

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    const auto result =
        QByteArray::fromBase64Encoding(text, encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || base64Url(result.decoded) != text)
        return std::nullopt;
    return result.decoded;
}

JwsPublicKey::JwsPublicKey(EVP_PKEY *key)
    : m_key(key, EVP_PKEY_free)
{}

Result<JwsPublicKey> JwsPublicKey::fromJwk(const QJsonObject &jwk)
{
    const QString kind = jwk["kty"_L1].toString();
    EVP_PKEY *key = nullptr;
    if (kind == "EC"_L1 && jwk["crv"_L1] == "P-256"_L1) {
        const QByteArray x = member(jwk, "x"_L1);
        const QByteArray y = member(jwk, "y"_L1);
        if (x.size() == coordinateBytes && y.size() == coordinateBytes)
            key = curveKey('\x04' + x + y, nullptr);
    } else if (kind == "RSA"_L1) {
        const QByteArray modulus = member(jwk, "n"_L1);
        const QByteArray exponent = member(jwk, "e"_L1);
        if (isWithin(modulus.size(), leastModulus, mostModulus)
            && isWithin(exponent.size(), 1, mostExponent))
            key = rsaKey(modulus, exponent);
    }
    if (!key)
        return badKey();
    return JwsPublicKey(key);
}

QJsonObject JwsPublicKey::toJwk() const
{
    QByteArray point(1 + 2LL * coordinateBytes, '\0');
    size_t size = 0;
    EVP_PKEY_get_octet_string_param(m_key.get(),
                                    OSSL_PKEY_PARAM_PUB_KEY,
                                    bytesOf(point),
                                    static_cast<size_t>(point.size()),
                                    &size);
    const auto coordinate = [&point](qsizetype from) {
        return QString::fromLatin1(base64Url(point.sliced(from, coordinateBytes)));
    };
    return {{u"kty"_s, u"EC"_s},
            {u"crv"_s, u"P-256"_s},
            {u"x"_s, coordinate(1)},
            {u"y"_s, coordinate(1 + coordinateBytes)}};
}

QByteArray JwsPublicKey::algorithm() const
{
    return EVP_PKEY_is_a(m_key.get(), "EC") == 1 ? "ES256"_ba : "RS256"_ba;
}

bool JwsPublicKey::verifies(QByteArrayView text, const QByteArray &signature) const
{
    const QByteArray presented = algorithm() == "ES256" ? derFrom(signature) : signature;
    const DigestContext context(EVP_MD_CTX_new());
    return !presented.isEmpty() && context
        && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestVerify(context.get(),
                            bytesOf(QByteArrayView(presented)),
                            static_cast<size_t>(presented.size()),
                            bytesOf(text),
                            static_cast<size_t>(text.size()))
        == 1;
}

JwsSigningKey::JwsSigningKey(EVP_PKEY *key)
    : m_key(key)
{}

Result<JwsSigningKey> JwsSigningKey::fromSecret(const Secret &bytes)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const Number d = numberFrom(bytes.reveal());
    const Point point(group ? EC_POINT_new(group.get()) : nullptr);
    if (bytes.size() != coordinateBytes || !d || !point)
        return libraryFailed();
    // One of four thousand million secrets is no number for this curve as it is.
    if (BN_is_zero(d.get()) == 1 || BN_cmp(d.get(), EC_GROUP_get0_order(group.get())) >= 0)
        BN_rshift1(d.get(), d.get());
    QByteArray encoded(1 + 2LL * coordinateBytes, '\0');
    const bool isMultiplied =
        EC_POINT_mul(group.get(), point.get(), d.get(), nullptr, nullptr, nullptr) == 1
        && EC_POINT_point2oct(group.get(),
                              point.get(),
                              POINT_CONVERSION_UNCOMPRESSED,
                              bytesOf(encoded),
                              static_cast<size_t>(encoded.size()),
                              nullptr)
            == static_cast<size_t>(encoded.size());
    EVP_PKEY *key = isMultiplied ? curveKey(encoded, d.get()) : nullptr;
    if (!key)
        return libraryFailed();
    return JwsSigningKey(key);
}

Result<QByteArray> JwsSigningKey::sign(QByteArrayView text) const
{
    const DigestContext context(EVP_MD_CTX_new());
    size_t size = 0;
    const auto digest = [&](unsigned char *to) {
        return EVP_DigestSign(
            context.get(), to, &size, bytesOf(text), static_cast<size_t>(text.size()));
    };
    if (!context
        || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.m_key.get()) != 1
        || digest(nullptr) != 1)
        return libraryFailed();
    QByteArray der(static_cast<qsizetype>(size), '\0');
    if (digest(bytesOf(der)) != 1)
        return libraryFailed();
    der.truncate(static_cast<qsizetype>(size));
    const QByteArray signature = fromDer(der);
    if (signature.isEmpty())
        return libraryFailed();
    return signature;
}

} // namespace fairlead::secrets
