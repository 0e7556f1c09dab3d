// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/sleepwatch.h"
#include "app/wiring/activityevents.h"
#include "app/wiring/configuredclients.h"
#include "app/wiring/connectionrates.h"
#include "app/wiring/endpointfile.h"
#include "app/wiring/gatewayparts.h"
#include "app/wiring/instanceoptions.h"
#include "app/wiring/leaseparts.h"
#include "app/wiring/mcpfront.h"
#include "app/wiring/metricsparts.h"
#include "app/wiring/organizationparts.h"
#include "app/wiring/publishingparts.h"
#include "app/wiring/sandboxdata.h"
#include "app/wiring/sharedchanges.h"
#include "app/wiring/tokenparts.h"
#include "app/wiring/toolstack.h"
#include "app/wiring/undoparts.h"
#include "server/accounts/controltoken.h"
#include "server/accounts/mcpkeys.h"
#include "server/accounts/users.h"
#include "server/api/activityapi.h"
#include "server/api/apiauthenticator.h"
#include "server/api/approvalsapi.h"
#include "server/api/authapi.h"
#include "server/api/backupapi.h"
#include "server/api/clientsapi.h"
#include "server/api/connectionsapi.h"
#include "server/api/foldersapi.h"
#include "server/api/keysapi.h"
#include "server/api/loopbackredirects.h"
#include "server/api/pauseapi.h"
#include "server/api/proxyapi.h"
#include "server/api/seedapi.h"
#include "server/api/statusapi.h"
#include "server/api/tokenapi.h"
#include "server/api/usersapi.h"
#include "server/backup/backups.h"
#include "server/base/clock.h"
#include "server/clients/connect/clientconnections.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/http/httpserver.h"
#include "server/net/networkhttpclient.h"
#include "server/oauth/grants.h"
#include "server/providers/approvedfolders.h"
#include "server/providers/browsersignin.h"
#include "server/providers/providers.h"
#include "server/secrets/systemkeychain.h"
#include "server/secrets/vault.h"
#include "server/settings/datafolder.h"
#include "server/settings/settingsstore.h"
#include "server/store/database.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace fairlead::wiring {

struct ServerOptions
{
    settings::DataFolder dataFolder;
    std::optional<quint16> port; ///< instead of the setting; 0: any free port
    std::optional<store::DatabaseAddress> database = {}; ///< instead of the data folder's file
    secrets::FallbackPolicy fallback = secrets::FallbackPolicy::Ask;
    clients::Machine machine = clients::Machine::current(); ///< whose clients it connects
    api::SpokenText spoken = nullptr; ///< for the pages in the browser; null: English
};

/**
 * The whole server, built in one place: who holds what, and in which order calls pass through the
 * layers. Members stand in the order of dependence: they end in the reverse one. One per folder.
 */
class ServerInstance final : public QObject
{
    Q_OBJECT

public:
    /** Opens settings, database and secrets; serves nothing yet. An error says what to do: settings
     * that cannot be understood, a database that is corrupt, newer or cannot be written. */
    [[nodiscard]] static Result<std::unique_ptr<ServerInstance>> create(
        const ServerOptions &options);
    ~ServerInstance() override;
    Q_DISABLE_COPY_MOVE(ServerInstance)

    /** Listens and tells fairleadctl where. Conflict when the port is in use. */
    [[nodiscard]] Result<> serve();
    [[nodiscard]] bool isServing() const { return !m_facts.url.isEmpty(); }

    /** Ends sessions and streams and writes what is pending; stopped() follows within two seconds,
     * unless a sign-in is just being renewed: its tokens would be lost. */
    void shutDown();

    [[nodiscard]] const api::InstanceFacts &facts() const { return m_facts; }
    [[nodiscard]] const accounts::User &defaultUser() const { return m_defaultUser; }
    [[nodiscard]] accounts::McpKeys &keys() { return m_keys; }
    [[nodiscard]] audit::ActivityLog &activity() { return m_activity; }
    [[nodiscard]] connections::Connections &connections() { return m_connections; }
    [[nodiscard]] OrganizationParts &organizations() { return m_organizations; }
    [[nodiscard]] const connections::RateReport &rates() const { return m_rates; }
    [[nodiscard]] connections::Credentials &credentials() { return m_credentials; }
    [[nodiscard]] oauth::Clients &clients() { return m_clients; }
    [[nodiscard]] clients::ClientConnections &clientConnections() { return m_clientConnections; }
    [[nodiscard]] providers::BrowserSignIn &signIns() { return m_signIns; }
    [[nodiscard]] const providers::Providers &providers() const { return m_providers; }
    [[nodiscard]] publishing::Publisher &publisher() { return m_publishing.publisher(); }
    [[nodiscard]] publishing::Publications &publications() { return m_publishing.publications(); }
    [[nodiscard]] gateway::Upstreams &upstreams() { return m_gateway.upstreams(); }
    [[nodiscard]] gateway::PinnedTools &pinnedTools() { return m_gateway.pinnedTools(); }
    [[nodiscard]] providers::ApprovedFolders &approvedFolders() { return m_approvedFolders; }
    [[nodiscard]] providers::SampleData &sampleData() { return m_sampleData; }
    [[nodiscard]] backup::Backups &backups() { return m_backups; }
    [[nodiscard]] doctor::Doctor &doctor() { return m_doctor; }
    [[nodiscard]] settings::SettingsStore &settings() { return m_settingsStore; }
    [[nodiscard]] leases::Leases &leases() { return m_leases.leases(); }
    [[nodiscard]] secrets::Vault &vault() { return m_vault; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const tools::ToolRegistry &toolRegistry() const { return m_tools.registry(); }
    [[nodiscard]] tools::ToolInvoker &tools() { return m_tools.front(); }
    [[nodiscard]] UndoParts &undo() { return m_undo; }
    [[nodiscard]] tools::Approvals &approvals() { return m_tools.approvals(); }
    /** Holds up what clients call, and nothing else. */
    [[nodiscard]] tools::Pause &pause() { return m_tools.pause(); }
    [[nodiscard]] const tools::CallLog &callLog() const { return m_tools.log(); }
    [[nodiscard]] const http::Router &router() const { return m_router; }

Q_SIGNALS:
    void stopped();

private:
    ServerInstance(const ServerOptions &options,
                   settings::Settings settings,
                   std::unique_ptr<store::Database> database);

    [[nodiscard]] Result<> open();
    void useConfiguredClients();
    void joinParts();
    void addProviders();
    void addUpstreams();
    void addRoutes();
    void followKeys();
    [[nodiscard]] ActivityEvents::Sources eventSources();
    [[nodiscard]] api::StatusApi statusApi();
    [[nodiscard]] api::ApiAuthenticator::Sources authenticatorSources();
    [[nodiscard]] providers::BrowserSignIn::Parts signInParts();
    [[nodiscard]] LeaseParts::Sources leaseSources();
    [[nodiscard]] MetricsParts::Sources metricsSources();
    [[nodiscard]] doctor::Doctor::Parts doctorParts();
    [[nodiscard]] api::SeedApi::Parts seedParts();
    [[nodiscard]] SharedChanges::Sources sharedSources();
    void followOrganizations();
    void followChanges();
    void followMachine();
    void lookAtUnreachable();

    ServerOptions m_options;
    settings::Settings m_settings; ///< as they were at the start
    settings::SettingsStore m_settingsStore;
    SystemClock m_clock;
    api::InstanceFacts m_facts;
    platform::SleepWatch m_sleepWatch;

    // What is kept.
    std::unique_ptr<store::Database> m_database;
    secrets::SystemKeychain m_keychain;
    secrets::Vault m_vault;
    backup::Backups m_backups{m_vault, m_options.dataFolder};
    accounts::Users m_users{*m_database, m_clock};
    accounts::User m_defaultUser;
    QSet<QString> m_connectedServices; ///< that somebody has connections to, by user
    accounts::McpKeys m_keys{*m_database, m_clock};
    clients::ClientConnections m_clientConnections;
    accounts::ControlToken m_controlToken;
    connections::Connections m_connections{*m_database, m_vault, m_clock};
    audit::ActivityLog m_activity{*m_database, m_clock, retentionFrom(m_settings)};
    OrganizationParts m_organizations{{*m_database, m_users, m_connections, m_activity, m_clock}};

    // How people sign in and stay signed in.
    net::NetworkHttpClient m_httpClient;
    TokenParts m_tokens{m_settings, m_vault, *m_database, m_httpClient, m_clock};
    UndoParts m_undo; ///< sees what goes out by it
    ConnectionRates m_rates{m_httpClient};
    oauth::TokenEndpoint m_tokenEndpoint{m_httpClient, m_clock};
    oauth::Clients m_clients{*m_database, m_vault, m_clock};
    oauth::Grants m_grants{*m_database, m_vault, m_clients, m_tokenEndpoint, m_clock};
    connections::Credentials m_credentials{m_connections, m_grants};
    QList<ConfiguredClient> m_configuredClients; ///< from the settings

    GatewayParts m_gateway;

    // What clients may call.
    providers::ApprovedFolders m_approvedFolders;
    ToolStack m_tools;
    tools::ChangeFeed m_changes;
    providers::Providers m_providers;
    SandboxData m_sampleData;
    providers::BrowserSignIn m_signIns{signInParts()};
    api::LoopbackRedirects m_redirects{m_signIns, m_options.spoken};

    // The way in.
    api::ApiAuthenticator m_authenticator{authenticatorSources()};
    http::Router m_router{m_authenticator};
    McpFront m_mcp{m_settings, m_tools, m_changes, m_clock};
    doctor::Doctor m_doctor{doctorParts()};
    api::StatusApi m_statusApi{statusApi()};
    api::UsersApi m_usersApi{m_users, m_tokens.own()};
    api::KeysApi m_keysApi{m_keys, m_connections, m_clock};
    api::ConnectionsApi m_connectionsApi{
        m_connections, m_credentials, m_providers, m_organizations.organizations()};
    api::AuthApi m_authApi{m_signIns, m_clients, m_providers, m_connections, m_options.spoken};
    api::ProxyApi m_proxyApi{{.connections = m_connections,
                              .credentials = m_credentials,
                              .providers = m_providers,
                              .http = m_httpClient,
                              .limit = m_tools.limit(),
                              .log = m_tools.log(),
                              .approvals = m_tools.approvals()}};
    api::TokenApi m_tokenApi{{.connections = m_connections,
                              .credentials = m_credentials,
                              .grants = m_grants,
                              .providers = m_providers,
                              .log = m_tools.log()}};
    LeaseParts m_leases{leaseSources()};
    api::SeedApi m_seedApi{seedParts()};
    api::ApprovalsApi m_approvalsApi{m_tools.approvals(), m_keys};
    api::PauseApi m_pauseApi{m_tools.pause()};
    api::FoldersApi m_foldersApi{m_approvedFolders};
    PublishingParts m_publishing{*m_database, m_approvedFolders, m_clock};
    ActivityEvents m_events{eventSources()};
    api::ActivityApi m_activityApi{m_activity, m_undo.store(), m_undo.undoing()};
    api::ClientsApi m_clientsApi{m_clientConnections};
    api::BackupApi m_backupApi{m_backups};
    http::HttpServer m_server;
    EndpointFile m_endpointFile;
    MetricsParts m_metrics{metricsSources()};
    SharedChanges m_sharedChanges{sharedSources()};
};

} // namespace fairlead::wiring
