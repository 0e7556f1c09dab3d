// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox.h"

#include <QCoreApplication>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QList<OAuthClient> builtInClients(const Sandbox::Options &options)
{
    return {{.service = u"jira"_s,
             .clientId = u"sandbox-jira-client"_s,
             .clientSecret = "sandbox-jira-secret"_ba,
             .redirectUri = options.jiraRedirect,
             .name = u"Fairlead in the sandbox"_s},
            {.service = u"notion"_s,
             .clientId = u"sandbox-notion-client"_s,
             .clientSecret = "sandbox-notion-secret"_ba,
             .redirectUri = options.notionRedirect,
             .name = u"Fairlead in the sandbox"_s}};
}

} // namespace

Sandbox::Sandbox()
    : Sandbox(Options{})
{}

Sandbox::Sandbox(const Options &options)
    : m_options(options)
    , m_clock(options.now ? SandboxClock(*options.now) : SandboxClock())
    , m_faults(options.seed)
    , m_control(m_faults, m_journal, m_clock)
    , m_clients(builtInClients(options))
    , m_oauthControl(m_clients)
    , m_jiraGrants(AtlassianAuth::rules(), m_clock)
    , m_atlassianAuth(m_allSites, m_clients, m_jiraGrants, m_clock)
    , m_atlassianApi(m_allSites, m_contract, m_jiraGrants)
    , m_atlassianMcp(m_allSites, m_contract, m_jiraGrants)
    , m_notionGrants(NotionOAuth::rules(options.notion.oauth), m_clock)
    , m_notion(options.notion, m_clients, m_notionGrants, m_clock)
    , m_notionMcp(m_notion)
    , m_openProject(m_clock)
    , m_sentryUs(m_sentry, u"us"_s)
    , m_sentryDe(m_sentry, u"de"_s)
    , m_todoist(m_clock)
    , m_front(m_control, m_faults, m_journal)
{
    for (const FaultRule &rule : options.faults)
        m_faults.add(rule);
    m_control.addService(m_media);
    m_control.addService(m_atlassianAuth);
    m_control.addSwitches(u"oauth"_s, m_oauthControl);
    m_oauthControl.addStore(u"jira"_s, m_jiraGrants);
    m_control.addService(m_notion);
    m_control.addService(m_openProject);
    m_control.addService(m_sentry);
    m_control.addService(m_todoist);
    m_oauthControl.addStore(u"notion"_s, m_notionGrants);
    for (const SiteOptions &wanted : options.sites) {
        MountedSite mounted{.options = wanted, .site = {}, .service = {}, .url = {}};
        mounted.site = std::make_unique<JiraSite>(
            JiraSite::Options{.name = wanted.name, .searchLag = options.searchLag},
            m_clock,
            m_media);
        m_allSites.append(mounted.site.get());
        mounted.service = std::make_unique<JiraService>(*mounted.site, m_allSites, m_contract);
        m_control.addService(*mounted.service);
        m_sites.push_back(std::move(mounted));
    }
}

Result<> Sandbox::start()
{
    const auto listen = [this](Service &service, quint16 port, QString &url) -> Result<> {
        const Result<QString> origin = m_front.listen(service, port);
        if (!origin)
            return tl::unexpected(origin.error());
        url = *origin;
        return {};
    };
    for (MountedSite &mounted : m_sites) {
        if (const auto bound = listen(*mounted.service, mounted.options.port, mounted.url); !bound)
            return bound;
        mounted.site->setUrl(mounted.url);
    }
    if (const auto bound = listen(m_media, 0, m_mediaUrl); !bound)
        return bound;
    m_media.setOrigin(m_mediaUrl);
    if (const auto bound = listen(m_atlassianAuth, 0, m_atlassianAuthUrl); !bound)
        return bound;
    if (const auto bound = listen(m_atlassianApi, 0, m_atlassianApiUrl); !bound)
        return bound;
    if (const auto bound = listen(m_notion, m_options.notionPort, m_notionUrl); !bound)
        return bound;
    return startTokenServices();
}

Result<> Sandbox::startTokenServices()
{
    const auto openProject = m_front.listen(m_openProject, 0);
    const auto sentry = m_front.listen(m_sentry, 0);
    const auto us = m_front.listen(m_sentryUs, 0);
    const auto de = m_front.listen(m_sentryDe, 0);
    const auto todoist = m_front.listen(m_todoist, 0);
    const auto atlassianMcp = m_front.listen(m_atlassianMcp, 0);
    const auto notionMcp = m_front.listen(m_notionMcp, 0);
    for (const auto *origin :
         {&openProject, &sentry, &us, &de, &todoist, &atlassianMcp, &notionMcp}) {
        if (!*origin)
            return tl::unexpected(origin->error());
    }
    m_sentry.setRegionUrl(u"us"_s, *us);
    m_sentry.setRegionUrl(u"de"_s, *de);
    m_openProjectUrl = *openProject;
    m_sentryUrl = *sentry;
    m_todoistUrl = *todoist;
    m_atlassianMcpUrl = *atlassianMcp;
    m_notionMcpUrl = *notionMcp;
    return {};
}

const Sandbox::MountedSite &Sandbox::mounted(const QString &name) const
{
    const auto found = std::find_if(m_sites.begin(), m_sites.end(), [&](const MountedSite &entry) {
        return entry.options.name == name;
    });
    return found == m_sites.end() ? m_sites.front() : *found;
}

QString Sandbox::url(const QString &site) const
{
    return mounted(site).url;
}

QString Sandbox::gatewayUrl(const QString &site) const
{
    return url(site) + u"/ex/jira/"_s + mounted(site).site->state().cloudId();
}

Site &Sandbox::site(const QString &name)
{
    return mounted(name).site->state();
}

void Sandbox::reset()
{
    m_control.reset();
    for (const FaultRule &rule : std::as_const(m_options.faults))
        m_faults.add(rule);
}

const OAuthClient &Sandbox::jiraClient() const
{
    return *m_clients.client(u"jira"_s, u"sandbox-jira-client"_s);
}

const OAuthClient &Sandbox::notionClient() const
{
    return *m_clients.client(u"notion"_s, u"sandbox-notion-client"_s);
}

QJsonObject Sandbox::readyObject() const
{
    const QJsonArray sites = siteObjects();
    const OAuthClient &app = jiraClient();
    return {{u"url"_s, url()},
            {u"pid"_s, QCoreApplication::applicationPid()},
            {u"email"_s, sites[0]["credentials"_L1][0]["email"_L1]},
            {u"token"_s, sites[0]["credentials"_L1][0]["token"_L1]},
            {u"media"_s, m_mediaUrl},
            {u"atlassian"_s,
             QJsonObject{{u"auth"_s, m_atlassianAuthUrl},
                         {u"api"_s, m_atlassianApiUrl},
                         {u"mcp"_s, atlassianMcpUrl()},
                         {u"client_id"_s, app.clientId},
                         {u"client_secret"_s, QString::fromUtf8(app.clientSecret)},
                         {u"redirect_uri"_s, app.redirectUri}}},
            {u"notion"_s, notionObject()},
            {u"openproject"_s,
             QJsonObject{{u"url"_s, m_openProjectUrl},
                         {u"token"_s, QString::fromLatin1(m_openProject.state().token)}}},
            {u"sentry"_s,
             QJsonObject{{u"url"_s, m_sentryUrl},
                         {u"token"_s, QString::fromLatin1(m_sentry.state().token)}}},
            {u"todoist"_s,
             QJsonObject{{u"api"_s, m_todoistUrl},
                         {u"token"_s, QString::fromLatin1(m_todoist.state().token)}}},
            {u"logins"_s, loginObjects()},
            {u"sites"_s, sites}};
}

QJsonArray Sandbox::siteObjects() const
{
    QJsonArray sites;
    for (const MountedSite &mounted : m_sites) {
        QJsonArray credentials;
        for (const ApiToken &token : std::as_const(mounted.site->state().tokens))
            credentials.append(
                QJsonObject{{u"email"_s, token.email},
                            {u"token"_s, QString::fromUtf8(token.secret)},
                            {u"scopes"_s,
                             token.isScoped ? QJsonValue(QJsonArray::fromStringList(token.scopes))
                                            : QJsonValue(QJsonValue::Null)}});
        sites.append(QJsonObject{{u"name"_s, mounted.options.name},
                                 {u"url"_s, mounted.url},
                                 {u"cloudId"_s, mounted.site->state().cloudId()},
                                 {u"gateway"_s, gatewayUrl(mounted.options.name)},
                                 {u"credentials"_s, credentials}});
    }
    return sites;
}

QJsonObject Sandbox::notionObject() const
{
    const OAuthClient &app = notionClient();
    const NotionWorkspace &workspace = m_notion.workspace();
    QJsonArray credentials;
    for (const NotionConnection &connection : workspace.connections) {
        if (connection.kind != NotionConnection::Kind::Public)
            credentials.append(QJsonObject{{u"name"_s, connection.name},
                                           {u"token"_s, QString::fromUtf8(connection.token)}});
    }
    return {{u"api"_s, m_notionUrl},
            {u"mcp"_s, notionMcpUrl()},
            {u"token"_s, credentials[0]["token"_L1]},
            {u"credentials"_s, credentials},
            {u"client_id"_s, app.clientId},
            {u"client_secret"_s, QString::fromUtf8(app.clientSecret)},
            {u"redirect_uri"_s, app.redirectUri},
            {u"workspace"_s, QJsonObject{{u"id"_s, workspace.id}, {u"name"_s, workspace.name}}}};
}

/** The people of the first site; the others' are the same persons with the other address. */
QJsonArray Sandbox::loginObjects() const
{
    QJsonArray logins;
    for (const JiraUser &user : std::as_const(m_sites.front().site->state().users))
        logins.append(QJsonObject{{u"email"_s, user.email}, {u"password"_s, user.password}});
    return logins;
}

} // namespace fairlead::sandbox
