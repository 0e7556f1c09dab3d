// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/jirasignin.h"
#include "server/providers/provider.h"

namespace fairlead::providers::jira {

/** Jira Cloud: sites, connected with an e-mail and an API token, classic or scoped. */
class JiraProvider final : public Provider
{
public:
    struct Options
    {
        QUrl gatewayBase{QStringLiteral("https://api.atlassian.com/ex/jira")};
    };

    JiraProvider(net::HttpClient &http, connections::Connections &connections);
    JiraProvider(net::HttpClient &http, connections::Connections &connections, Options options);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    void addTools(tools::ToolRegistry &registry) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> connectWithToken(
        TokenSignIn signIn) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

private:
    connections::Connections &m_connections;
    JiraSignIn m_signIn;
    JiraSessions m_sessions;
};

} // namespace fairlead::providers::jira
