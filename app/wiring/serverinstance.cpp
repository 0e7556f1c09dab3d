// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/serverinstance.h"

#include "app/platform/log.h"
#include "app/wiring/clientoptions.h"
#include "app/wiring/databaseoptions.h"
#include "app/wiring/instanceoptions.h"
#include "server/base/version.h"
#include "server/providers/jira/jiraprovider.h"
#include "server/providers/jira/jiraundo.h"
#include "server/providers/jira/tools/changepreviews.h"
#include "server/providers/notion/notionprovider.h"
#include "server/providers/notion/notionundo.h"
#include "server/providers/notion/tools/changepreviews.h"
#include "server/providers/openproject/openprojectprovider.h"
#include "server/providers/sentry/sentryprovider.h"
#include "server/providers/todoist/todoistprovider.h"
#include "server/publishing/jiradesk.h"
#include "server/publishing/mcpdesk.h"
#include "server/publishing/publishingtools.h"

#include <QLoggingCategory>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

Q_LOGGING_CATEGORY(lcWiring, "fairlead.app.wiring")

constexpr auto afterSleep = std::chrono::seconds(5);

QList<QByteArray> latin1(const QStringList &texts)
{
    QList<QByteArray> bytes;
    for (const QString &text : texts)
        bytes.append(text.toLatin1());
    return bytes;
}

void warnUnless(const Result<> &result)
{
    if (!result)
        qCWarning(lcWiring).noquote() << result.error().message;
}

} // namespace

Result<std::unique_ptr<ServerInstance>> ServerInstance::create(const ServerOptions &options)
{
    if (const auto restored = backup::Backups::carryOut(options.dataFolder); !restored)
        return failure(restored.error());
    const auto settings = settings::SettingsFile::read(options.dataFolder.settings());
    if (!settings)
        return failure(settings.error());
    platform::setLogLevel(settings->values().logLevel);
    auto database = openDatabase(
        options.dataFolder,
        options.database.value_or(store::DatabaseAddress::ofFile(options.dataFolder.database())));
    if (!database)
        return failure(database.error());
    std::unique_ptr<ServerInstance> instance(
        new ServerInstance(options, settings->values(), std::move(*database)));
    if (const auto opened = instance->open(); !opened)
        return failure(opened.error());
    return instance;
}

ServerInstance::ServerInstance(const ServerOptions &options,
                               settings::Settings settings,
                               std::unique_ptr<store::Database> database)
    : m_options(options)
    , m_settings(std::move(settings))
    , m_settingsStore(options.dataFolder.settings(), m_settings)
    , m_facts{.dataFolder = options.dataFolder.path(),
              .version = QString::fromLatin1(version),
              .startedAt = m_clock.now(),
              .url = {},
              .database = [this] { return m_database->check(); }}
    , m_database(std::move(database))
    , m_vault(*m_database,
              m_keychain,
              secrets::VaultOptions::fromEnvironment(options.dataFolder.path(), options.fallback))
    , m_clientConnections(
          clientOptions(options.machine, options.dataFolder, m_facts), m_keys, m_clock)
    , m_httpClient(httpOptions(m_settings))
    , m_undo({.database = *m_database,
              .vault = m_vault,
              .connections = m_connections,
              .http = m_httpClient,
              .activity = m_activity,
              .clock = m_clock,
              .retentionDays = m_settings.undoRetentionDays})
    , m_gateway(*m_database,
                m_connections,
                m_credentials,
                {.proxy = m_settings.proxy, .extraCaFile = m_settings.caFile},
                m_clock,
                {.http = m_httpClient,
                 .clients = m_clients,
                 .grants = m_grants,
                 .document = m_settings.clientDocumentUrl})
    , m_approvedFolders(folderOptions(m_settingsStore, options.dataFolder))
    , m_tools(m_clock,
              {.callsPerKey = m_settings.maximumCallsPerKey,
               .resultBytes = m_settings.maximumResultBytes},
              m_connections,
              m_signIns,
              m_gateway.upstreams())
    , m_sampleData({.program = platform::ChildProgram::beside(u"fairlead-sandbox"_s),
                    .recordFile = options.dataFolder.filePath(u"sample.json"_s),
                    .owner = m_defaultUser,
                    .connections = m_connections,
                    .providers = m_providers,
                    .http = m_httpClient})
    , m_server([this](http::Exchange *exchange) { m_router.dispatch(exchange); },
               limitsFrom(m_settings))
    , m_endpointFile(options.dataFolder.endpoint())
{
    joinParts();
}

void ServerInstance::joinParts()
{
    m_backups.setLeftOut([this] { return m_sampleData.connectionIds(); });
    if (!m_database->address().isFile()) {
        m_backups.setServer(m_database->address().shown());
        m_doctor.add(databaseCheck(*m_database));
    }
    addProviders();
    addUpstreams();
    addRoutes();
    followKeys();
    followOrganizations();
    followChanges();
    followMachine();
}

ServerInstance::~ServerInstance()
{
    m_controlToken.remove();
}

Result<> ServerInstance::open()
{
    auto user = m_users.defaultUser();
    if (!user)
        return failure(user.error());
    m_defaultUser = std::move(*user);
    m_clientConnections.setUserId(m_defaultUser.id);
    if (const auto loaded = m_keys.load(); !loaded)
        return failure(loaded.error());
    m_events.begin();
    if (const auto begun = m_organizations.begin(); !begun)
        return failure(begun.error());
    if (const auto ended = m_leases.leases().open(); !ended)
        return failure(ended.error());
    if (const auto undo = m_undo.open(); !undo)
        return failure(undo.error());
    auto configured = configuredClients(m_settings);
    if (!configured)
        return failure(configured.error());
    m_configuredClients = std::move(*configured);
    if (const auto removed = m_sampleData.removeLeftovers(); !removed)
        return failure(removed.error());
    return m_vault.open();
}

void ServerInstance::useConfiguredClients()
{
    for (const ConfiguredClient &configured : std::as_const(m_configuredClients)) {
        const auto known = m_clients.inUse(configured.service);
        const bool isKnown = known && known->id == configured.client.id
            && known->secret.equals(configured.client.secret.reveal());
        if (!isKnown)
            warnUnless(m_clients.use(configured.service, configured.client));
    }
}

void ServerInstance::addProviders()
{
    providers::jira::JiraProvider::Options jira;
    jira.watchInterval = std::chrono::seconds(m_settings.watchIntervalSeconds);
    jira.oauth = {.signInUrl = QUrl(m_settings.jiraSignInUrl),
                  .apiUrl = QUrl(m_settings.jiraApiUrl),
                  .hasAgileScopes = m_settings.jiraAgileScopes};
    jira.files = &m_approvedFolders;
    auto jiraProvider = std::make_unique<providers::jira::JiraProvider>(
        m_undo.keeper(), m_connections, m_credentials, m_clock, std::move(jira));
    m_publishing.setDesks(
        publishing::McpDesk::opener(m_gateway.upstreams(),
                                    m_gateway.fileUploads(),
                                    m_connections,
                                    publishing::JiraDesk::opener(jiraProvider->parts())));
    providers::jira::addChangePreviews(m_tools.previews(), jiraProvider->parts());
    m_undo.keeper().add(providers::jira::undoRules(jiraProvider->parts()));
    m_providers.add(std::move(jiraProvider));
    providers::notion::NotionProvider::Options notion;
    notion.apiBase = QUrl(m_settings.notionApiUrl);
    notion.watchInterval = std::chrono::seconds(m_settings.watchIntervalSeconds);
    notion.files = &m_approvedFolders;
    auto notionProvider = std::make_unique<providers::notion::NotionProvider>(
        m_undo.keeper(), m_connections, m_credentials, m_clock, std::move(notion));
    providers::notion::addChangePreviews(m_tools.previews(), notionProvider->parts());
    m_undo.keeper().add(providers::notion::undoRules(notionProvider->parts()));
    m_providers.add(std::move(notionProvider));
    m_providers.add(std::make_unique<providers::openproject::OpenProjectProvider>(
        m_httpClient, m_connections, m_credentials));
    m_providers.add(std::make_unique<providers::sentry::SentryProvider>(
        m_httpClient, m_connections, m_credentials, QUrl(m_settings.sentryApiUrl)));
    m_providers.add(std::make_unique<providers::todoist::TodoistProvider>(
        m_httpClient, m_connections, m_credentials, QUrl(m_settings.todoistApiUrl)));
    for (const auto &server : m_providers.authorizationServers())
        m_grants.addServer(server);
    m_providers.addTools(m_tools.registry());
    publishing::addPublishingTools(m_tools.registry(), m_publishing.publisher());
    m_providers.addResources(m_tools.resources());
    m_providers.addPrompts(m_tools.prompts());
}

void ServerInstance::addUpstreams()
{
    const auto isTaken = [this](const QString &prefix) { return m_tools.hasOwn(prefix); };
    m_providers.add(m_gateway.provider(isTaken));
    warnUnless(m_gateway.load());
    m_rates.include(m_gateway.upstreams());
    connect(&m_gateway.upstreams(),
            &gateway::Upstreams::toolsChanged,
            &m_changes,
            &tools::ChangeFeed::toolsChanged);
}

void ServerInstance::addRoutes()
{
    m_mcp.addRoutes(m_router);
    m_statusApi.addRoutes(m_router);
    m_usersApi.addRoutes(m_router);
    m_organizations.api().addRoutes(m_router);
    m_seedApi.addRoutes(m_router);
    m_keysApi.addRoutes(m_router);
    m_connectionsApi.addRoutes(m_router);
    m_authApi.addRoutes(m_router);
    m_proxyApi.addRoutes(m_router);
    m_tokenApi.addRoutes(m_router);
    m_leases.api().addRoutes(m_router);
    m_leases.credentialsApi().addRoutes(m_router);
    m_approvalsApi.addRoutes(m_router);
    m_pauseApi.addRoutes(m_router);
    m_foldersApi.addRoutes(m_router);
    m_activityApi.addRoutes(m_router);
    m_clientsApi.addRoutes(m_router);
    m_backupApi.addRoutes(m_router);
    m_gateway.api().addRoutes(m_router);
    m_publishing.api().addRoutes(m_router);
    if (m_settings.metrics)
        m_metrics.addRoutes(m_router);
}

void ServerInstance::followKeys()
{
    connect(&m_keys, &accounts::McpKeys::ended, this, [this](const QString &keyId) {
        m_mcp.closeSessionsOf(keyId);
        m_server.closeStreamsOf(keyId);
        m_tools.approvals().forgetKey(keyId);
    });
    m_activity.follow(m_tools.log());
    m_tools.log().setKeptArguments(keptArgumentsFrom(m_settings));
    connect(&m_authenticator,
            &api::ApiAuthenticator::keyRefused,
            this,
            [this](const QString &userId, const audit::RefusedKey &key) {
                m_activity.noteRefusedKey(userId.isEmpty() ? m_defaultUser.id : userId, key);
            });
    connect(
        &m_tools.log(), &tools::CallLog::toolCalled, this, [this](const tools::CallRecord &record) {
            m_keys.noteUse(record.keyId, record.clientName);
        });
    m_mcp.onClientIdentified(this, [this](const QString &keyId, const QString &client) {
        m_keys.noteUse(keyId, client);
        m_events.noteClient(keyId, client);
    });
    connect(&m_server, &http::HttpServer::finished, this, [this] {
        QCoro::connect(m_grants.settle(), this, [this] { Q_EMIT stopped(); });
    });
}

void ServerInstance::followOrganizations()
{
    connect(&m_organizations,
            &OrganizationParts::accessLost,
            this,
            [this](const QString &userId, const QSet<QString> &connectionIds) {
                m_leases.leases().endOfUser(userId, connectionIds);
                // What they follow there, too; their clients come back with what is left.
                for (const accounts::McpKey &key :
                     m_keys.list(userId).value_or(QList<accounts::McpKey>())) {
                    m_mcp.closeSessionsOf(key.id);
                    m_server.closeStreamsOf(key.id);
                }
            });
    connect(&m_organizations,
            &OrganizationParts::accessChanged,
            &m_changes,
            &tools::ChangeFeed::toolsChanged);
}

void ServerInstance::followChanges()
{
    connect(&m_connections,
            &connections::Connections::changed,
            &m_changes,
            &tools::ChangeFeed::resourcesChanged);
    connect(
        &m_keys, &accounts::McpKeys::toolsetsChanged, &m_changes, &tools::ChangeFeed::toolsChanged);
    // The tools of some services come and go with their connections.
    connect(&m_connections, &connections::Connections::changed, this, [this] {
        QSet<QString> services;
        const auto all = m_connections.listAll();
        for (const auto &connection : all.value_or(QList<connections::Connection>()))
            services.insert(connection.userId + u'/' + connection.provider);
        if (std::exchange(m_connectedServices, services) != services)
            Q_EMIT m_changes.toolsChanged();
    });
    // What a client was asked before a restart it may still answer after it.
    connect(&m_vault, &secrets::Vault::stateChanged, this, [this] {
        if (const auto key = m_vault.derivedKey("mcp request state"))
            m_mcp.setStateKey(key->reveal());
        if (m_vault.state() == secrets::VaultState::Ready) {
            useConfiguredClients();
            m_gateway.upstreams().start();
            // Of several instances on a database it is one with a folder that publishes.
            if (m_database->address().isFile() || !m_approvedFolders.folders().isEmpty())
                m_publishing.publisher().finish();
        }
    });
}

void ServerInstance::followMachine()
{
    // The network needs a moment, too, after the computer has woken up.
    connect(&m_sleepWatch, &platform::SleepWatch::resumed, this, [this] {
        QTimer::singleShot(afterSleep, this, &ServerInstance::lookAtUnreachable);
    });
    connect(&m_settingsStore, &settings::SettingsStore::changed, this, [this] {
        platform::setLogLevel(m_settingsStore.values().logLevel);
        m_tools.log().setKeptArguments(keptArgumentsFrom(m_settingsStore.values()));
        m_undo.store().setRetention(m_settingsStore.values().undoRetentionDays);
    });
}

void ServerInstance::lookAtUnreachable()
{
    const auto all = m_connections.listAll().value_or(QList<connections::Connection>());
    for (const connections::Connection &connection : all) {
        const auto provider = m_providers.find(connection.provider);
        if (!provider || connection.state != connections::ConnectionState::Unreachable)
            continue;
        // What comes of it the provider notes at the connection.
        QCoro::connect((*provider)->test(connection, {}), this, [](const auto &) {});
    }
}

Result<> ServerInstance::serve()
{
    m_server.setAllowedOrigins(latin1(m_settings.allowedOrigins));
    m_server.setAllowedHosts(latin1(m_settings.allowedHosts));
    const auto port =
        m_server.listen(m_options.port.value_or(static_cast<quint16>(m_settings.port)));
    if (!port)
        return failure(port.error());
    auto controlToken = accounts::ControlToken::create(m_options.dataFolder.path());
    if (!controlToken)
        return failure(controlToken.error());
    m_controlToken = std::move(*controlToken);
    m_facts.url = "http://127.0.0.1:" + QByteArray::number(*port);
    m_tokens.start();
    m_signIns.setServerUrl(QUrl(QString::fromLatin1(m_facts.url)));
    m_signIns.setListener(&m_redirects);
    qCInfo(lcWiring).noquote() << "Fairlead" << m_facts.version << "serves on" << m_facts.url;
    return m_endpointFile.write(m_facts.url);
}

void ServerInstance::shutDown()
{
    m_endpointFile.remove();
    m_controlToken.remove();
    warnUnless(m_sampleData.remove());
    warnUnless(m_keys.flush());
    warnUnless(m_connections.flush());
    warnUnless(m_activity.flush());
    m_facts.url.clear();
    m_gateway.upstreams().close();
    m_server.close();
}

} // namespace fairlead::wiring
