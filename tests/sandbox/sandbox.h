// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/atlassian/atlassianapi.h"
#include "tests/sandbox/atlassian/atlassianauth.h"
#include "tests/sandbox/atlassian/atlassianmcp.h"
#include "tests/sandbox/front/controlservice.h"
#include "tests/sandbox/front/front.h"
#include "tests/sandbox/jira/jiraservice.h"
#include "tests/sandbox/jira/mediastore.h"
#include "tests/sandbox/notion/notionmcp.h"
#include "tests/sandbox/notion/notionservice.h"
#include "tests/sandbox/oauth/oauthcontrol.h"
#include "tests/sandbox/openproject/openprojectservice.h"
#include "tests/sandbox/sentry/sentryservice.h"
#include "tests/sandbox/todoist/todoistservice.h"

#include <memory>
#include <vector>

namespace fairlead::sandbox {

/**
 * The whole sandbox in one object: clock, fault switches, journal, the pretended services and the
 * front before them. The program runs it alone; tests embed it.
 */
class Sandbox
{
public:
    struct SiteOptions
    {
        QString name;
        quint16 port = 0; ///< 0: any free one
    };

    struct Options
    {
        QList<SiteOptions> sites{{QStringLiteral("northwind"), 0}};
        QList<FaultRule> faults;
        quint32 seed = 1;
        std::optional<QDateTime> now; ///< a fixed moment; absent: the computer's time
        std::chrono::milliseconds searchLag{0};
        /** Where the built-in Jira app is sent back to: Fairlead's own address at its usual port.
         */
        QString jiraRedirect = QStringLiteral("http://127.0.0.1:8080/api/auth/jira/callback");
        /** The same for the built-in Notion app. */
        QString notionRedirect = QStringLiteral("http://127.0.0.1:8080/api/auth/notion/callback");
        quint16 notionPort = 0; ///< 0: any free one
        NotionService::Options notion{};
    };

    /** Northwind alone, on any free port, without faults. */
    Sandbox();
    explicit Sandbox(const Options &options);

    /** Begins to listen; a taken port is refused with a sentence. */
    [[nodiscard]] Result<> start();

    /** A site's origin, "http://127.0.0.1:8090"; the first site's without a name. */
    [[nodiscard]] QString url(const QString &site = {}) const;
    /** Where scoped tokens work: "…/ex/jira/{cloudId}" of that site. */
    [[nodiscard]] QString gatewayUrl(const QString &site = {}) const;
    [[nodiscard]] QString mediaUrl() const { return m_mediaUrl; }
    /** In the place of https://auth.atlassian.com. */
    [[nodiscard]] QString atlassianAuthUrl() const { return m_atlassianAuthUrl; }
    /** In the place of https://api.atlassian.com. */
    [[nodiscard]] QString atlassianApiUrl() const { return m_atlassianApiUrl; }
    /** In the place of https://mcp.atlassian.com/v2/mcp. */
    [[nodiscard]] QString atlassianMcpUrl() const
    {
        return m_atlassianMcpUrl + QStringLiteral("/v2/mcp");
    }
    [[nodiscard]] AtlassianMcp &atlassianMcp() { return m_atlassianMcp; }

    /** In the place of https://api.notion.com. */
    [[nodiscard]] QString notionUrl() const { return m_notionUrl; }
    /** In the place of https://mcp.notion.com/mcp. */
    [[nodiscard]] QString notionMcpUrl() const { return m_notionMcpUrl + QStringLiteral("/mcp"); }
    [[nodiscard]] NotionMcp &notionMcp() { return m_notionMcp; }

    /** What a site holds; the reference is good until the next reset. */
    [[nodiscard]] Site &site(const QString &name = {});
    [[nodiscard]] Faults &faults() { return m_faults; }
    [[nodiscard]] Journal &journal() { return m_journal; }
    [[nodiscard]] SandboxClock &clock() { return m_clock; }
    /** The apps that may ask people to sign in. */
    [[nodiscard]] ClientRegistry &clients() { return m_clients; }
    /** The app that is registered from the start. */
    [[nodiscard]] const OAuthClient &jiraClient() const;
    [[nodiscard]] const OAuthClient &notionClient() const;
    /** What people have granted to Jira apps. */
    [[nodiscard]] GrantStore &jiraGrants() { return m_jiraGrants; }

    [[nodiscard]] GrantStore &notionGrants() { return m_notionGrants; }
    /** Notion's workspace and its rate limit. */
    [[nodiscard]] NotionService &notion() { return m_notion; }

    /** An OpenProject of somebody's own. */
    [[nodiscard]] QString openProjectUrl() const { return m_openProjectUrl; }
    [[nodiscard]] OpenProjectService &openProject() { return m_openProject; }

    /** In the place of https://sentry.io. */
    [[nodiscard]] QString sentryUrl() const { return m_sentryUrl; }
    [[nodiscard]] SentryService &sentry() { return m_sentry; }

    /** In the place of https://api.todoist.com. */
    [[nodiscard]] QString todoistUrl() const { return m_todoistUrl; }
    [[nodiscard]] TodoistService &todoist() { return m_todoist; }

    /** Everything back to its start, with the faults given in the options. */
    void reset();

    /** What `fairlead-sandbox --print-ready` prints. */
    [[nodiscard]] QJsonObject readyObject() const;

private:
    struct MountedSite
    {
        SiteOptions options;
        std::unique_ptr<JiraSite> site;
        std::unique_ptr<JiraService> service;
        QString url;
    };

    [[nodiscard]] Result<> startTokenServices();
    [[nodiscard]] QJsonArray siteObjects() const;
    [[nodiscard]] QJsonArray loginObjects() const;
    [[nodiscard]] QJsonObject notionObject() const;
    [[nodiscard]] const MountedSite &mounted(const QString &name) const;

    Options m_options;
    SandboxClock m_clock;
    Faults m_faults;
    Journal m_journal;
    MediaStore m_media;
    Contract m_contract;
    ControlService m_control;
    ClientRegistry m_clients;
    OAuthControl m_oauthControl;
    GrantStore m_jiraGrants;
    QList<JiraSite *> m_allSites;
    AtlassianAuth m_atlassianAuth;
    AtlassianApi m_atlassianApi;
    AtlassianMcp m_atlassianMcp;
    GrantStore m_notionGrants;
    NotionService m_notion;
    NotionMcp m_notionMcp;
    OpenProjectService m_openProject;
    SentryService m_sentry;
    SentryService m_sentryUs; ///< its regions
    SentryService m_sentryDe;
    TodoistService m_todoist;
    std::vector<MountedSite> m_sites;
    Front m_front; ///< last: stops before what it serves goes
    QString m_mediaUrl;
    QString m_atlassianAuthUrl;
    QString m_atlassianApiUrl;
    QString m_atlassianMcpUrl;
    QString m_notionMcpUrl;
    QString m_notionUrl;
    QString m_openProjectUrl;
    QString m_sentryUrl;
    QString m_todoistUrl;
};

} // namespace fairlead::sandbox
