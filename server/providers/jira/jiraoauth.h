// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasignin.h"

namespace fairlead::providers::jira {

/**
 * OAuth 2.0 (3LO): where people sign in to Atlassian, and what such a sign-in opens. Outlives the
 * event loop.
 */
class JiraOAuth final
{
public:
    struct Options
    {
        QUrl signInUrl{QStringLiteral("https://auth.atlassian.com")};
        QUrl apiUrl{QStringLiteral("https://api.atlassian.com")};
        bool hasAgileScopes = false; ///< boards and sprints; the app must have them too
    };

    /** The HTTP client outlives this object. */
    JiraOAuth(net::HttpClient &http, Options options);

    [[nodiscard]] oauth::AuthorizationServer server() const;

    /** The sites with a Jira; calls to each go through the gateway. */
    [[nodiscard]] QCoro::Task<Result<QList<GrantedSite>>> sitesOf(
        oauth::TokenSet tokens, CancellationToken cancellation) const;

    /** Sent with an access token that no connection holds yet. */
    [[nodiscard]] AuthorizedHttp httpWith(const oauth::TokenSet &tokens) const;

private:
    net::HttpClient &m_http;
    Options m_options;
};

} // namespace fairlead::providers::jira
