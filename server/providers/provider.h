// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/secret.h"
#include "server/connections/connection.h"
#include "server/oauth/authorizationserver.h"
#include "server/oauth/tokenendpoint.h"
#include "server/oauth/tokenset.h"
#include "server/providers/proxyrules.h"

#include <QCoroTask>

#include <optional>

namespace fairlead::tools {
class PromptRegistry;
class ResourceRegistry;
class ToolRegistry;
} // namespace fairlead::tools

namespace fairlead::providers {

/** What a person enters to connect a service with a token. */
struct TokenSignIn
{
    QString userId;
    QString baseUrl; ///< as typed; the provider normalises and checks it
    QString username; ///< e-mail; empty where the provider needs none
    Secret token;
    CancellationToken cancellation;
    QString name = {}; ///< what the person calls it; empty: what the provider does
};

/** What a successful test or connect found. */
struct ConnectionReport
{
    connections::Connection connection;
    QStringList
        projects; ///< "KEY  Name" of the first projects or pages that the credential can see
    qint64 projectCount = 0; ///< of all that it can see
};

/** A site or workspace that a browser sign-in opens, before it is proven. */
struct GrantedSite
{
    QString id; ///< the service's own: Jira's cloud id
    connections::Connection connection; ///< provider, name, site, apiBase, account as far as known
};

/** Where a person wants to sign in, at a service that is anywhere. */
struct SignInWish
{
    QString userId;
    QString address = {}; ///< as typed
    QString name = {}; ///< what the person calls it; empty: what the provider does
    QString connectionId = {}; ///< to be signed in again, instead of an address; may be empty
    QString organizationId = {}; ///< whose a new connection will be; empty: the user's own
};

/** What a browser sign-in needs to know, found out for it. */
struct SignInPlan
{
    oauth::AuthorizationServer server;
    oauth::Client client;
    GrantedSite site; ///< what the sign-in is for
};

/**
 * One service that Fairlead connects to. Implementations talk through net::HttpClient, keep what
 * they learn in connections::Connections, add their tools to the registry and know nothing of MCP.
 * They outlive the event loop.
 */
class Provider
{
public:
    Provider() = default;
    virtual ~Provider() = default;
    Q_DISABLE_COPY_MOVE(Provider)

    [[nodiscard]] virtual QString type() const = 0; ///< "jira"
    [[nodiscard]] virtual QString displayName() const = 0; ///< "Jira"

    /** Whether there is nothing to connect without a token. */
    [[nodiscard]] virtual bool needsToken() const { return true; }

    virtual void addTools(tools::ToolRegistry &registry) = 0;
    virtual void addResources(tools::ResourceRegistry &) {} ///< if it has any
    virtual void addPrompts(tools::PromptRegistry &) {} ///< if it has any

    /** Proves the credential by calls, then stores it. Nothing is stored on failure. InvalidInput
       (URL, e-mail), Unauthorized, Forbidden, NotFound (not this kind of service), Network, Tls,
       Timeout, SecretsUnavailable: each with its own sentence. */
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> connectWithToken(
        TokenSignIn signIn) = 0;

    /** Which REST calls people may make over a connection; nothing when none. */
    [[nodiscard]] virtual std::optional<ProxyRules> proxyRules() const { return {}; }

    /** Where people sign in in the browser; nothing when the service has no such way. */
    [[nodiscard]] virtual std::optional<oauth::AuthorizationServer> authorizationServer() const
    {
        return {};
    }
    /** Whether where people sign in is only found out when they want to: planSignIn(). */
    [[nodiscard]] virtual bool plansSignIn() const { return false; }
    /** Finds out where to sign in, and registers there; the browser will come back to
     * `redirectUri`. InvalidInput for a wish that cannot be meant, or a place without a sign-in. */
    [[nodiscard]] virtual QCoro::Task<Result<SignInPlan>> planSignIn(
        SignInWish wish, QUrl redirectUri, CancellationToken cancellation);
    /** From now on the app to sign in with where this server's people sign in. */
    [[nodiscard]] virtual QCoro::Task<Result<>> useClient(QString address,
                                                          oauth::Client client,
                                                          CancellationToken cancellation);
    /** Asks the page that the browser was sent to whether it works, when nobody comes back: an
     * Error says what is wrong. */
    [[nodiscard]] virtual QCoro::Task<Result<>> checkSignInPage(SignInPlan plan,
                                                                QUrl page,
                                                                CancellationToken cancellation);
    /** What a planned sign-in led to is stored now; the report may be completed. */
    virtual void signedIn(ConnectionReport &) {}
    /** The service does not take this app, or not from where the browser comes back to, so that the
     * next sign-in has to begin with another registration. */
    virtual void forgetClient(const SignInPlan &) {}

    /** What a fresh browser sign-in opens, most often one. Empty: nothing at all. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<GrantedSite>>> sitesOf(
        oauth::TokenSet tokens, CancellationToken cancellation);
    /** Proves the token on one of them by calls and reports what it may do; stores nothing. */
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> proveSite(
        GrantedSite site, oauth::TokenSet tokens, CancellationToken cancellation);

    /** Proves an existing connection again and notes the outcome in it. */
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) = 0;
};

} // namespace fairlead::providers
