// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"
#include "server/providers/provider.h"

namespace fairlead::api {

/** A service with one site and no tools, to sign in to; the test says where. */
class BrowserProvider final : public providers::Provider
{
public:
    BrowserProvider(net::HttpClient &http, oauth::AuthorizationServer server);

    [[nodiscard]] QString type() const override { return server.service; }
    [[nodiscard]] QString displayName() const override { return server.displayName; }
    void addTools(tools::ToolRegistry &) override {}
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn signIn) override;
    [[nodiscard]] std::optional<oauth::AuthorizationServer> authorizationServer() const override;
    [[nodiscard]] QCoro::Task<Result<QList<providers::GrantedSite>>> sitesOf(
        oauth::TokenSet tokens, CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> proveSite(
        providers::GrantedSite site,
        oauth::TokenSet tokens,
        CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

    oauth::AuthorizationServer server;
    QUrl userInfo; ///< where an access token is proven by a call; empty: every token is good

private:
    net::HttpClient &m_http;
};

} // namespace fairlead::api
