// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/controltoken.h"
#include "server/accounts/managementtokens.h"
#include "server/accounts/mcpkeys.h"
#include "server/accounts/users.h"
#include "server/audit/refusedkeys.h"
#include "server/http/ratelimit.h"
#include "server/http/router.h"
#include "server/oauth/issuedtokens.h"

#include <QObject>

namespace fairlead::api {

/**
 * Credentials of a request, checked against accounts. An MCP key arrives as X-MCP-API-Key, as
 * Bearer, or as ?api_key= (accepted with a warning, because it ends in histories); a management
 * token only as Bearer. Every refusal leaves one log line with the key's prefix and the client's
 * name. Too many wrong credentials within a minute bring 429 in place of 401, for all clients
 * together; a right one is never held up by that.
 */
class ApiAuthenticator final : public QObject, public http::Authenticator
{
    Q_OBJECT

public:
    /** What it looks things up in; all of it outlives this object. `owner` is whose management the
     * control token opens. */
    struct Sources
    {
        const accounts::McpKeys &keys;
        const accounts::Users &users;
        const accounts::ManagementTokens &tokens;
        const oauth::IssuedTokens *otherTokens =
            nullptr; ///< of another issuer; null: there is none
        const accounts::ControlToken &controlToken;
        const accounts::User &owner;
        const Clock &clock;
        bool keyInUrlAllowed = true; ///< whether ?api_key= is looked at
        int failuresPerMinute = 10; ///< wrong credentials that are answered with 401
    };
    explicit ApiAuthenticator(Sources sources);

    [[nodiscard]] Result<http::Principal> authenticate(const http::Request &request,
                                                       http::Access access) override;

Q_SIGNALS:
    /** A client came with a key that opens nothing, or without one. The user whose key it was;
     * empty for a key that nobody ever had. */
    void keyRefused(const QString &userId, const fairlead::audit::RefusedKey &key);

private:
    void tellOfRefusal(const http::Request &request, const Error &error);
    [[nodiscard]] Result<http::Principal> lookUp(const http::Request &request,
                                                 http::Access access) const;
    /** A management token, or a key with this right. */
    [[nodiscard]] Result<http::Principal> authenticateRight(const http::Request &request,
                                                            tools::KeyRight right) const;
    [[nodiscard]] Result<http::Principal> authenticateKey(const http::Request &request) const;
    [[nodiscard]] Result<http::Principal> authenticateManagement(
        const http::Request &request) const;
    /** Who has this management token. */
    [[nodiscard]] Result<http::Principal> principalOf(const QByteArray &token) const;

    Sources m_sources;
    http::RateLimit m_failures;
};

} // namespace fairlead::api
