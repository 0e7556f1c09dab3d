// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notionclient.h"
#include "server/providers/provider.h"

namespace fairlead::providers::notion {

/**
 * Finds out whether a credential works, which workspace it opens, and what it may not do. Stores
 * nothing. Outlives the event loop.
 */
class NotionSignIn final
{
public:
    NotionSignIn(net::HttpClient &http, QUrl apiBase);

    /** The token without what copying put around it; InvalidInput for what cannot be one. Notion's
     * tokens have no prefix to go by: it has changed before. */
    [[nodiscard]] static Result<Secret> checkedToken(const Secret &typed);

    /** Proves a token that a person entered. The report's connection has no id yet. */
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> prove(TokenSignIn signIn);

    /** The workspace that a browser sign-in opens, by what came with its tokens. */
    [[nodiscard]] Result<GrantedSite> siteOf(const oauth::TokenSet &tokens) const;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> proveSite(GrantedSite site,
                                                                  oauth::TokenSet tokens,
                                                                  CancellationToken cancellation);

    /** Proves an existing connection; `client` talks for it. */
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> proveAgain(
        connections::Connection connection, std::shared_ptr<NotionClient> client);

private:
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> inspect(
        connections::Connection connection, std::shared_ptr<NotionClient> client);

    net::HttpClient &m_http;
    QUrl m_apiBase;
};

} // namespace fairlead::providers::notion
