// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/reach.h"
#include "server/oauth/authorizationserver.h"

namespace fairlead::oauth {

/** What an authorization server says of itself (RFC 8414, OpenID Connect Discovery). */
struct ServerMetadata
{
    QString issuer; ///< letter for letter; empty: a server of MCP's 2025-03-26 that says nothing
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl registrationEndpoint = {}; ///< RFC 7591; empty: nobody can register by himself
    QUrl revocationEndpoint = {};
    QStringList scopes = {};
    QStringList authenticationMethods = {}; ///< "none", "client_secret_post"; empty: not said
    IssuerParameter issuerParameter = IssuerParameter::IfPresent;
    bool takesMetadataDocuments = false; ///< the address of a document as the client's id
};

/**
 * Reads the document that was found for this issuer. NotFound: that is no such document at all.
 * InvalidData: it is another's, it names addresses that cannot be used, or the server does not
 * check a code_challenge of S256, without which a code that is caught on its way is as good as a
 * password.
 */
[[nodiscard]] Result<ServerMetadata> serverMetadataFrom(const QByteArray &document,
                                                        const QString &issuer,
                                                        net::Reach reach);

/** Where it may be, in the order of MCP's specification. */
[[nodiscard]] QList<QUrl> serverMetadataPlaces(const QUrl &issuer);

/** The addresses that MCP's revision 2025-03-26 gives a server that says nothing of itself. */
[[nodiscard]] ServerMetadata unsaidMetadata(const QUrl &server);

} // namespace fairlead::oauth
