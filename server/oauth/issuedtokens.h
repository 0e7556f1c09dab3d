// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/issuerkeys.h"

namespace fairlead::oauth {

/**
 * Tokens that somebody else issues for the management of this instance: JWT with ES256 or RS256,
 * as the key itself is and never as the token says. Keys and clock outlive it.
 */
class IssuedTokens final
{
public:
    /** What a token has to say. */
    struct Rules
    {
        QString issuer; ///< "iss", letter for letter
        QString audience; ///< one of "aud"
        QHash<QString, QString> users; ///< by "sub": the id or name of a user here
    };

    IssuedTokens(Rules rules, IssuerKeys &keys, const Clock &clock);

    /** The id or name of the user that the token is for. Unauthorized with a sentence. */
    [[nodiscard]] Result<QString> verify(QByteArrayView token) const;

private:
    [[nodiscard]] Result<> checkClaims(const QJsonObject &claims) const;

    Rules m_rules;
    IssuerKeys &m_keys;
    const Clock &m_clock;
};

} // namespace fairlead::oauth
