// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"
#include "server/providers/resttools.h"

namespace fairlead::providers {

/**
 * A service that is connected with a token and nothing else. What is particular to one service is
 * in its subclass: where it is, whose token it is, and its tools.
 */
class TokenProvider : public Provider
{
public:
    /** All of what is passed by reference outlives the event loop. */
    TokenProvider(net::HttpClient &http,
                  connections::Connections &connections,
                  connections::Credentials &credentials,
                  RestService service);

    [[nodiscard]] QString type() const final;
    [[nodiscard]] QString displayName() const final;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> connectWithToken(TokenSignIn signIn) final;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> test(connections::Connection connection,
                                                             CancellationToken cancellation) final;

protected:
    /** Where a token leads: name, site, apiBase and method, made of the address that a person
     * typed, which is empty when none was. InvalidInput with a sentence. */
    [[nodiscard]] virtual Result<connections::Connection> placeOf(
        const QString &typedAddress) const = 0;
    /** Proves the credential by calls and fills in whose it is: account, accountName, limitations,
     * and the report's projects. */
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> prove(
        RestSession session) const = 0;

    [[nodiscard]] RestTools &tools() { return m_tools; }

private:
    [[nodiscard]] Result<Secret> checkedToken(const Secret &typed) const;
    /** What a test found, stored when the token is still `token`. */
    [[nodiscard]] Result<connections::Connection> described(const connections::Connection &proven,
                                                            const Secret &token) const;

    connections::Connections &m_connections;
    RestTools m_tools;
};

} // namespace fairlead::providers
