// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/remotesignin.h"
#include "server/gateway/upstreams.h"
#include "server/providers/provider.h"

namespace fairlead::gateway {

/**
 * Remote MCP servers as a service to connect: any address, with a token or without. Connecting one
 * approves the tools that it offers then.
 */
class McpProvider final : public providers::Provider
{
public:
    /** All of what is passed by reference outlives the event loop. `isTaken`: whether a tool of
     * Fairlead's own has a name that begins so. */
    McpProvider(Upstreams &upstreams,
                PinnedTools &pins,
                connections::Connections &connections,
                RemoteSignIn &signIn,
                std::function<bool(const QString &prefix)> isTaken);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    void addTools(tools::ToolRegistry &) override {}
    [[nodiscard]] bool needsToken() const override { return false; }

    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn signIn) override;
    [[nodiscard]] bool plansSignIn() const override { return true; }
    [[nodiscard]] QCoro::Task<Result<providers::SignInPlan>> planSignIn(
        providers::SignInWish wish, QUrl redirectUri, CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<>> checkSignInPage(providers::SignInPlan plan,
                                                        QUrl page,
                                                        CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> proveSite(
        providers::GrantedSite site,
        oauth::TokenSet tokens,
        CancellationToken cancellation) override;
    void signedIn(providers::ConnectionReport &report) override;
    void forgetClient(const providers::SignInPlan &plan) override;
    /** The app to sign in with at whoever lets people in to the server at this address. */
    [[nodiscard]] QCoro::Task<Result<>> useClient(QString address,
                                                  oauth::Client client,
                                                  CancellationToken cancellation) override;

    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

private:
    [[nodiscard]] Result<connections::Connection> placeOf(
        const providers::TokenSignIn &signIn) const;
    [[nodiscard]] Result<connections::Connection> keep(const connections::Connection &proven,
                                                       const Secret &token,
                                                       const ToolOffer &offer);
    /** The tools that a stored connection offers now, approved where it is a new one. */
    [[nodiscard]] Result<> pin(const connections::Connection &saved, const ToolOffer &offer);
    /** Asks the server to let us in without a token: how it refuses says where to sign in. */
    [[nodiscard]] QCoro::Task<Result<oauth::Challenge>> challengeAt(connections::Connection place,
                                                                    CancellationToken cancellation);
    [[nodiscard]] Result<QString> freePrefix(const connections::Connection &connection) const;
    [[nodiscard]] providers::ConnectionReport reportOf(const connections::Connection &connection,
                                                       const ToolOffer &offer) const;

    Upstreams &m_upstreams;
    PinnedTools &m_pins;
    connections::Connections &m_connections;
    RemoteSignIn &m_signIn;
    std::map<QUrl, ToolOffer> m_proven; ///< of sign-ins that are just being stored
    std::map<QUrl, QStringList> m_wanted; ///< scopes that a server asked for after a sign-in
    std::function<bool(const QString &)> m_isTaken;
};

} // namespace fairlead::gateway
