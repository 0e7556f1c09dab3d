// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/signinpage.h"
#include "server/http/router.h"
#include "server/oauth/clients.h"
#include "server/providers/browsersignin.h"
#include "server/providers/providers.h"

namespace fairlead::api {

/**
 * /api/auth: signing in in the browser. The management token begins, follows, answers and cancels;
 * the browser comes back to the callback, which proves itself by the state alone. All of what is
 * passed by reference outlives this object.
 */
class AuthApi final
{
public:
    AuthApi(providers::BrowserSignIn &signIns,
            oauth::Clients &clients,
            const providers::Providers &providers,
            const connections::Connections &connections,
            SpokenText spoken = nullptr);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> begin(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> callback(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> show(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> choose(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> cancel(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> showClient(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> useClient(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> removeClient(http::Call call);

    /** The service that the path names, if people can sign in to it in the browser. */
    [[nodiscard]] Result<oauth::AuthorizationServer> serverOf(const http::Call &call) const;
    /** The same, or one that finds out where people sign in when they want to. */
    [[nodiscard]] Result<QString> serviceOf(const http::Call &call) const;
    /** An app for whoever lets people in to the server that the body names. */
    [[nodiscard]] QCoro::Task<http::Response> useClientAt(QString service,
                                                          QJsonObject body,
                                                          oauth::Client client,
                                                          CancellationToken cancellation);
    [[nodiscard]] Result<QString> connectionOf(const http::Call &call,
                                               const QString &service) const;
    /** Whose the new connections will be; empty: the caller's own. */
    [[nodiscard]] Result<QString> organizationOf(const http::Call &call) const;
    [[nodiscard]] Result<QJsonObject> clientJson(const oauth::AuthorizationServer &server) const;

    providers::BrowserSignIn &m_signIns;
    oauth::Clients &m_clients;
    const providers::Providers &m_providers;
    const connections::Connections &m_connections;
    const SpokenText m_spoken; ///< may be null
};

/** What the browser brought, from the query; InvalidInput when a part is there twice or too long.
 */
[[nodiscard]] Result<providers::Arrival> arrivalFrom(const http::Request &request);

} // namespace fairlead::api
