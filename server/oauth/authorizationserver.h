// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"

#include <QStringList>
#include <QUrl>

namespace fairlead::oauth {

/** How a client proves itself at the token endpoint (RFC 6749, section 2.3.1). */
enum class ClientAuthentication {
    Body, ///< client_id and client_secret among the parameters
    Basic, ///< the Authorization header
    None, ///< a public client: client_id alone
};

/** What a token request's body is; RFC 6749 says a form, Atlassian and Notion say JSON. */
enum class BodyFormat { Form, Json };

/** Whether the server is known to check a code_challenge (RFC 7636). */
enum class PkceSupport { None, S256 };

/** Which redirect addresses can be registered. */
enum class RedirectRule {
    FixedAddress, ///< exactly one that was registered before: that of the running server
    AnyLoopbackPort, ///< RFC 8252, section 7.3: a listener of its own for each sign-in
};

/** Whether an authorization response names its issuer (RFC 9207). */
enum class IssuerParameter {
    IfPresent, ///< checked where it is there
    Required, ///< the server says that it always sends it: one without is refused
};

/** What is known of a service's authorization server. */
struct AuthorizationServer
{
    QString service; ///< "jira": as in Provider::type()
    QString displayName; ///< for sentences: "Atlassian"
    QString issuer; ///< what iss must be, compared as it stands; empty: the server has none
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl revocationEndpoint = {}; ///< RFC 7009; empty: there is none
    QList<std::pair<QString, QString>> authorizationParameters = {}; ///< "audience", "prompt", …
    QStringList scopes = {}; ///< to ask for; empty: no scope parameter
    QStringList neededScopes = {}; ///< without these the sign-in is refused as incomplete
    QList<net::Header> headers = {}; ///< on requests to the token endpoint
    ClientAuthentication authentication = ClientAuthentication::Body;
    BodyFormat format = BodyFormat::Form;
    PkceSupport pkce = PkceSupport::None;
    RedirectRule redirect = RedirectRule::FixedAddress;
    IssuerParameter issuerParameter = IssuerParameter::IfPresent;
    QString resource = {}; ///< what the tokens are for (RFC 8707); empty: not said
    QString clientsOf = {}; ///< whose apps are used; empty: those of the service
    net::Reach reach = net::Reach::Anywhere; ///< of requests to it

    /** Where its apps are kept. */
    [[nodiscard]] const QString &clientsKey() const
    {
        return clientsOf.isEmpty() ? service : clientsOf;
    }
};

/** What one authorization request adds. */
struct AuthorizationRequest
{
    QString clientId;
    QUrl redirectUri;
    QByteArray state;
    QByteArray codeChallenge = {}; ///< empty: without PKCE
};

/**
 * The address to open in the browser. InvalidInput when the server's own is not https (http on a
 * loopback host), has user information, a backslash, control characters or more than 2 KiB: what
 * is opened must be a web page and nothing that a shell or another program would understand.
 */
[[nodiscard]] Result<QUrl> authorizationUrl(const AuthorizationServer &server,
                                            const AuthorizationRequest &request);

} // namespace fairlead::oauth
