// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/approvedfolders.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiraoauth.h"
#include "server/providers/jira/jiraprompts.h"
#include "server/providers/jira/jiraresources.h"
#include "server/providers/jira/jirasignin.h"
#include "server/providers/jira/jiratools.h"
#include "server/providers/provider.h"

namespace fairlead::providers::jira {

/** Jira Cloud: sites, connected with an e-mail and an API token, classic or scoped, or in
 * the browser. */
class JiraProvider final : public Provider
{
public:
    struct Options
    {
        JiraOAuth::Options oauth;
        std::chrono::seconds watchInterval{60}; ///< how often followed issues are looked at
        const ApprovedFolders *files = nullptr; ///< outlives the event loop; null: none approved
    };

    /** All of what is passed by reference outlives the event loop. */
    JiraProvider(net::HttpClient &http,
                 connections::Connections &connections,
                 connections::Credentials &credentials,
                 const Clock &clock);
    JiraProvider(net::HttpClient &http,
                 connections::Connections &connections,
                 connections::Credentials &credentials,
                 const Clock &clock,
                 Options options);

    /** For what writes issues and is no tool; outlives the event loop, as this does. */
    [[nodiscard]] JiraTools parts() { return {m_sessions, m_directory, m_watch, m_files}; }

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] std::optional<ProxyRules> proxyRules() const override;
    void addTools(tools::ToolRegistry &registry) override;
    void addResources(tools::ResourceRegistry &registry) override;
    void addPrompts(tools::PromptRegistry &registry) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> connectWithToken(
        TokenSignIn signIn) override;
    [[nodiscard]] std::optional<oauth::AuthorizationServer> authorizationServer() const override;
    [[nodiscard]] QCoro::Task<Result<QList<GrantedSite>>> sitesOf(
        oauth::TokenSet tokens, CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> proveSite(
        GrantedSite site, oauth::TokenSet tokens, CancellationToken cancellation) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

private:
    /** Keeps what a test found out, unless somebody reconnected or removed the connection. */
    [[nodiscard]] Result<connections::Connection> noteFindings(
        const connections::Connection &asked, const connections::Connection &found);

    connections::Connections &m_connections;
    JiraSignIn m_signIn;
    JiraOAuth m_oauth;
    JiraSessions m_sessions;
    JiraDirectory m_directory;
    ApprovedFolders m_noFiles;
    const ApprovedFolders &m_files;
    JiraSuggestions m_suggestions;
    JiraWatch m_watch;
    JiraResources m_resources;
    JiraPrompts m_prompts;
};

} // namespace fairlead::providers::jira
