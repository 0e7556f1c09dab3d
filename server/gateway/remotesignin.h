// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/discovery.h"
#include "server/oauth/registrar.h"

namespace fairlead::oauth {
class Grants;
class ServerStore;
} // namespace fairlead::oauth

namespace fairlead::gateway {

/**
 * Signing in to remote MCP servers: where it is done, and as which app, in the specification's
 * order: one that a person has set up, the document that describes Fairlead, one that Fairlead
 * registers. What is known of an app belongs to the authorization server that issued it, by its
 * issuer. Everything that is passed by reference outlives it; it outlives the event loop.
 */
class RemoteSignIn final
{
public:
    struct Parts
    {
        net::HttpClient &http;
        oauth::Clients &clients;
        oauth::Grants &grants;
        oauth::ServerStore &servers;
        QString document; ///< the address of the document that describes Fairlead; may be empty
    };
    explicit RemoteSignIn(Parts parts);

    /** Makes known to the grants what was found out in earlier lives of the program. */
    [[nodiscard]] Result<> load();

    struct Question
    {
        QUrl server;
        QString name; ///< for sentences
        oauth::Challenge challenge{};
        QStringList scopes{}; ///< to ask for beside what the challenge names
        QUrl redirectUri{};
        CancellationToken cancellation{};
    };
    struct Way
    {
        oauth::AuthorizationServer server;
        oauth::Client client;
    };
    /** Forbidden, with the reason, when Fairlead may not register; besides, as Discovery has it. */
    [[nodiscard]] QCoro::Task<Result<Way>> find(Question question);

    /** From now on the app to sign in with at the authorization server of this server. */
    [[nodiscard]] QCoro::Task<Result<>> useClient(Question question, oauth::Client client);
    /** An app that Fairlead registered is not taken any more. */
    void forgetClient(const oauth::AuthorizationServer &server, const oauth::Client &client);

    /** Asks a page to sign in on whether it works. Forbidden, with the reason, when it says that it
     * will not send the browser back, or lets nobody in. */
    [[nodiscard]] QCoro::Task<Result<>> check(oauth::AuthorizationServer server,
                                              QUrl page,
                                              CancellationToken cancellation);

    /** What the person was asked to allow at this sign-in. */
    [[nodiscard]] QStringList scopesOf(const QString &grantId) const;

private:
    [[nodiscard]] oauth::AuthorizationServer serverFrom(const oauth::SignInPlace &place,
                                                        const Question &question) const;
    [[nodiscard]] QCoro::Task<Result<oauth::Client>> clientAt(oauth::SignInPlace place,
                                                              QString key,
                                                              Question question);

    Parts m_parts;
    oauth::Discovery m_discovery;
    oauth::Registrar m_registrar;
};

} // namespace fairlead::gateway
