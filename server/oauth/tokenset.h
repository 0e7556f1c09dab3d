// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace fairlead::oauth {

/** What a token endpoint gave (RFC 6749, section 5.1). */
struct TokenSet
{
    Secret accessToken;
    Secret refreshToken; ///< empty: there is none
    QDateTime receivedAt; ///< UTC
    std::chrono::seconds lifetime{0}; ///< of the access token; 0: it does not end by itself
    QStringList scopes; ///< granted; empty when the server did not say
    QJsonObject details; ///< what else it said: Notion's workspace and owner; no secret in it

    /** As it is sealed in the vault, and back; InvalidData for what is no token set. */
    [[nodiscard]] Secret toSecret() const;
    [[nodiscard]] static Result<TokenSet> fromSecret(const Secret &stored);
};

} // namespace fairlead::oauth
