// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"

namespace fairlead::oauth {

/** A proof key for one authorization request (RFC 7636), method S256. */
struct Pkce
{
    Secret verifier; ///< 43 characters of the unreserved set, from the system's random source
    QByteArray challenge;

    [[nodiscard]] static Pkce create();
    [[nodiscard]] static QByteArray challengeOf(const Secret &verifier);
};

} // namespace fairlead::oauth
