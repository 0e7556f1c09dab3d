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

    /** Proves a connection where it is known to work, with what is handed in; its account is filled
     * in when it is not known yet. */
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> proveAt(connections::Connection connection,
                                                                AuthorizedHttp http,
                                                                CancellationToken cancellation);

private:
    /** NotFound when the other side is no Jira; Unauthorized as the wrong-token sentence. */
    [[nodiscard]] QCoro::Task<Result<Myself>> whoAmI(AuthorizedHttp http,
                                                     JiraClient::Target target);
    [[nodiscard]] QCoro::Task<Result<QUrl>> gatewayOf(JiraSite site,
                                                      CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> inspect(connections::Connection connection,
                                                                JiraClient client);

    net::HttpClient &m_http;
    QUrl m_gatewayBase;
};

} // namespace fairlead::providers::jira
