// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"
#include "server/providers/jira/jiraclient.h"
#include "server/providers/jira/jirasite.h"
#include "server/providers/provider.h"

namespace fairlead::providers::jira {

/**
 * Finds out whether a credential works, where its calls have to go, and what it may not do. Stores
 * nothing. Outlives the event loop.
 */
class JiraSignIn final
{
public:
    /** `gatewayBase`: where scoped tokens go; the site's cloud id follows it. */
    JiraSignIn(net::HttpClient &http, QUrl gatewayBase);

    /** Proves what a person entered: first on the site, then, when the site refuses the token,
     * through the gateway. The report's connection has no id yet. */
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> prove(TokenSignIn signIn);

    /** Proves a connection again where it is known to work. */
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> proveAgain(
        connections::Connection connection, Secret token, CancellationToken cancellation);

private:
    /** NotFound when the other side is no Jira; Unauthorized as the wrong-token sentence. */
    [[nodiscard]] QCoro::Task<Result<Myself>> whoAmI(JiraClient::Target target);
    [[nodiscard]] QCoro::Task<Result<QUrl>> gatewayOf(JiraSite site,
                                                      CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> inspect(connections::Connection connection,
                                                                JiraClient::Target target);

    net::HttpClient &m_http;
    QUrl m_gatewayBase;
};

} // namespace fairlead::providers::jira
