// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QStringList>

namespace fairlead::oauth {

/**
 * What a server says of the way in when it refuses a request: its first Bearer challenge (RFC 6750,
 * section 3; RFC 9728, section 5.1). Untrusted, and bounded.
 */
struct Challenge
{
    QString resourceMetadata{}; ///< an address, as it came; empty: it names none
    QStringList scopes{}; ///< what is needed for this request; empty: it does not say
    QString error{}; ///< "invalid_token", "insufficient_scope"
    QString description{}; ///< on one line, cleaned

    bool operator==(const Challenge &) const = default;
};

/** Empty where there is no Bearer challenge among the response's headers. */
[[nodiscard]] Challenge challengeIn(const net::Response &response);

/** The scopes in a list separated by spaces; what is no scope (RFC 6749, section 3.3) is left out,
 * and so is what goes beyond a sensible number. */
[[nodiscard]] QStringList scopesIn(const QString &list);

/** `more` after `scopes`, each once. */
[[nodiscard]] QStringList joinedScopes(QStringList scopes, const QStringList &more);

} // namespace fairlead::oauth
