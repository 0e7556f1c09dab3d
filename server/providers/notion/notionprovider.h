// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/approvedfolders.h"
#include "server/providers/notion/notionresources.h"
#include "server/providers/notion/notionsignin.h"
#include "server/providers/notion/notiontools.h"
#include "server/providers/provider.h"

namespace fairlead::providers::notion {

/**
 * Notion: workspaces, connected with the token of an internal integration or of a person, or in the
 * browser.
 */
class NotionProvider final : public Provider
{
public:
    struct Options
    {
        QUrl apiBase{QStringLiteral("https://api.notion.com")};
        std::chrono::seconds watchInterval{60}; ///< how often followed pages are looked at
        const ApprovedFolders *files = nullptr; ///< outlives the event loop; null: none approved
    };

    /** All of what is passed by reference outlives the event loop. */
    NotionProvider(net::HttpClient &http,
                   connections::Connections &connections,
                   connections::Credentials &credentials,
                   const Clock &clock,
                   Options options);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    /** What its tools work with. */
    [[nodiscard]] const NotionTools &parts() const { return m_tools; }
    [[nodiscard]] std::optional<ProxyRules> proxyRules() const override;
    void addTools(tools::ToolRegistry &registry) override;
    void addResources(tools::ResourceRegistry &registry) override;
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
    /** What a test found, stored when the credential, of a token `token`, is still the same. */
    [[nodiscard]] Result<connections::Connection> updated(const connections::Connection &proven,
                                                          const Secret &token) const;

    QUrl m_apiBase;
    connections::Connections &m_connections;
    ApprovedFolders m_noFiles;
    const ApprovedFolders &m_files; ///< for uploads
    NotionSignIn m_signIn;
    NotionSessions m_sessions;
    NotionDirectory m_directory;
    ChangeWatch m_watch;
    NotionResources m_resources;
    NotionTools m_tools;
};

} // namespace fairlead::providers::notion
