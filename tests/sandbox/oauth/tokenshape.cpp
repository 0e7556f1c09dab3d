// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/tokenshape.h"

#include "server/base/ids.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/** Letters and digits only, one for each byte. */
QByteArray alphanumeric(qsizetype count)
{
    constexpr QByteArrayView letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray result = randomBytes(count);
    for (char &byte : result)
        byte = letters[static_cast<unsigned char>(byte) % letters.size()];
    return result;
}

} // namespace

QByteArray TokenShape::mint() const
{
    if (kind == Kind::Plain)
        return prefix + alphanumeric(randomBytes);
    return R"({"alg":"RS256","typ":"JWT","kid":"sandbox"})"_ba.toBase64(base64) + '.'
        + (R"({"opaque":")"_ba + alphanumeric(randomBytes) + R"("})"_ba).toBase64(base64) + '.'
        + fairlead::randomBytes(256).toBase64(base64);
}

} // namespace fairlead::sandbox
