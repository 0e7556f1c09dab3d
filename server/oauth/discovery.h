// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/challenge.h"
#include "server/oauth/protectedresource.h"
#include "server/oauth/servermetadata.h"

#include <QCoroTask>

namespace fairlead::oauth {

/** Where people sign in to a server. */
struct SignInPlace
{
    ProtectedResource resource;
    ServerMetadata server;
    net::Reach reach = net::Reach::Internet; ///< for everything that is asked there
};

/**
 * Finds out where people sign in to a server that has refused a request: its protected-resource
 * metadata, then that of the first of its authorization servers that can be used; for servers of
 * MCP's 2025-03-26, which have no such metadata, the server's own host. Follows no redirects, and
 * no addresses that the person's own address does not lead to. The HTTP client outlives it; it
 * outlives the event loop.
 */
class Discovery final
{
public:
    explicit Discovery(net::HttpClient &http);

    /** InvalidData with what is wrong there; Network, Tls, Timeout as the HTTP client has them. */
    [[nodiscard]] QCoro::Task<Result<SignInPlace>> find(QUrl server,
                                                        Challenge challenge,
                                                        CancellationToken cancellation);

private:
    struct Journey
    {
        net::Reach reach = net::Reach::Internet;
        CancellationToken cancellation;
    };
    /** The document at this address; NotFound when there is none. */
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(QUrl place, Journey journey);
    /** NotFound when the server has none. */
    [[nodiscard]] QCoro::Task<Result<ProtectedResource>> resourceAt(QUrl server,
                                                                    Challenge challenge,
                                                                    Journey journey);
    [[nodiscard]] QCoro::Task<Result<ServerMetadata>> metadataOf(QString issuer, Journey journey);
    [[nodiscard]] QCoro::Task<Result<ServerMetadata>> firstUsable(QStringList issuers,
                                                                  Journey journey);
    /** A server that says nothing of its authorization servers is its own. */
    [[nodiscard]] QCoro::Task<Result<SignInPlace>> onItsOwn(QUrl server, Journey journey);

    net::HttpClient &m_http;
};

} // namespace fairlead::oauth
