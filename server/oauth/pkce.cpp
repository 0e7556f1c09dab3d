// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/pkce.h"

#include "server/base/ids.h"

#include <QCryptographicHash>

namespace fairlead::oauth {
namespace {

constexpr auto unpadded = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

Pkce Pkce::create()
{
    // RFC 7636, section 4.1: 32 random octets make 43 characters.
    Pkce pkce;
    pkce.verifier = Secret(randomBytes(32).toBase64(unpadded));
    pkce.challenge = challengeOf(pkce.verifier);
    return pkce;
}

QByteArray Pkce::challengeOf(const Secret &verifier)
{
    return QCryptographicHash::hash(verifier.reveal(), QCryptographicHash::Sha256)
        .toBase64(unpadded);
}

} // namespace fairlead::oauth
