// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/oauth/authorizationserver.h"
#include "server/oauth/tokenset.h"

#include <QCoroTask>

#include <optional>

namespace fairlead::oauth {

/** An OAuth app as registered with the service. */
struct Client
{
    QString id;
    Secret secret; ///< empty: a public client
    std::optional<ClientAuthentication> authentication = {}; ///< where it is not the server's usual
};

/** Why a token request failed, beyond the error code. */
enum class TokenFault {
    None, ///< no answer at all: the error says why
    InvalidGrant, ///< the code or refresh token is used up, expired or revoked
    InvalidClient, ///< client id or secret are wrong
    Refused, ///< another OAuth error
    Unusable, ///< an answer that is none of OAuth's: 5xx, HTML, too large
};

struct TokenFailure
{
    TokenFault fault = TokenFault::None;
    Error error; ///< a sentence for a person
};

using TokenResult = tl::expected<TokenSet, TokenFailure>;

/**
 * Talks to token endpoints. What they answer is untrusted: 64 KiB at most, an access token of
 * visible ASCII of at most 16 KiB, token_type Bearer, expires_in between a minute and 30 days.
 * No request is repeated. Outlives the event loop.
 */
class TokenEndpoint final
{
public:
    TokenEndpoint(net::HttpClient &http, const Clock &clock);

    struct Code
    {
        Secret code;
        QUrl redirectUri;
        Secret verifier; ///< empty: without PKCE
    };
    [[nodiscard]] QCoro::Task<TokenResult> exchange(AuthorizationServer server,
                                                    Client client,
                                                    Code code,
                                                    CancellationToken cancellation);
    /** A server that does not rotate its refresh tokens answers without one: the old one stays. */
    [[nodiscard]] QCoro::Task<TokenResult> refresh(AuthorizationServer server,
                                                   Client client,
                                                   Secret refreshToken);
    /** RFC 7009. An error when the server could not be asked or said no. */
    [[nodiscard]] QCoro::Task<Result<>> revoke(AuthorizationServer server,
                                               Client client,
                                               Secret token);

private:
    using Parameters = QList<std::pair<QString, Secret>>;
    [[nodiscard]] QCoro::Task<TokenResult> ask(AuthorizationServer server,
                                               Client client,
                                               Parameters parameters,
                                               CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<net::Response>> post(AuthorizationServer server,
                                                          QUrl url,
                                                          Client client,
                                                          Parameters parameters,
                                                          CancellationToken cancellation);

    net::HttpClient &m_http;
    const Clock &m_clock;
};

} // namespace fairlead::oauth
