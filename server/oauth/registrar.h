// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/clients.h"
#include "server/oauth/servermetadata.h"

#include <QCoroTask>

namespace fairlead::oauth {

/**
 * Makes Fairlead known to an authorization server, as a program on a person's computer
 * (RFC 7591, dynamic client registration). The HTTP client outlives it; it outlives the event loop.
 */
class Registrar final
{
public:
    explicit Registrar(net::HttpClient &http);

    struct Wish
    {
        ServerMetadata server;
        QStringList redirectUris;
        net::Reach reach = net::Reach::Internet;
        CancellationToken cancellation{};
    };
    /** Forbidden when the server says no; the reason says whether it does so to everybody or
     * because of the redirect addresses. InvalidData for an answer that cannot be used. */
    [[nodiscard]] QCoro::Task<Result<Registration>> registerClient(Wish wish);

private:
    net::HttpClient &m_http;
};

/** The way in which a client with or without a secret proves itself at this server. */
[[nodiscard]] ClientAuthentication authenticationAt(const ServerMetadata &server, bool hasSecret);

} // namespace fairlead::oauth
