// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"

#include <QAbstractButton>
#include <QDir>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

/** A world that cannot be made ends the test program. */
void require(const Result<> &result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
}

} // namespace

bool FakeUrlOpener::open(const QUrl &url)
{
    opened.append(url);
    return works;
}

Result<> FakeStartAtLogin::setOn(bool on)
{
    if (!works)
        return failure(ErrorCode::Storage, u"The entry cannot be written."_s);
    if (std::exchange(m_on, on) != on)
        Q_EMIT changed();
    return {};
}

Result<> FakeSampleData::remove()
{
    if (!works)
        return failure(ErrorCode::Storage, u"The sample data cannot be removed."_s);
    setState(State::Off);
    return {};
}

void FakeSampleData::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed();
}

UiWorld::UiWorld(WorldSecrets secretsFrom, secrets::KeychainState keychainState)
{
    database = std::move(store::Database::open(folder.filePath(u"fairlead.db"_s)).value());
    secrets::VaultOptions options{.dataFolder = folder.path(),
                                  .fallback = secrets::FallbackPolicy::Ask,
                                  .credentialsFolder = {},
                                  .keyFile = {}};
    keychain.state = keychainState;
    if (secretsFrom == WorldSecrets::KeyFile) {
        options.keyFile = folder.filePath(u"test.key"_s);
        require(durableWrite(options.keyFile, randomBytes(32)));
    }
    vault = std::make_unique<secrets::Vault>(*database, keychain, options);
    require(vault->open());
    users = std::make_unique<accounts::Users>(*database, clock);
    anna = users->create(u"Anna"_s, {}).value().id;
    ben = users->create(u"Ben"_s, {}).value().id;
    organizations = std::make_unique<accounts::Organizations>(*database, clock);
    invitations = std::make_unique<accounts::Invitations>(*database, *users, *organizations, clock);
    keys = std::make_unique<accounts::McpKeys>(*database, clock);
    require(keys->load());
    activity =
        std::make_unique<audit::ActivityLog>(*database, clock, audit::ActivityLog::Retention());
    connections = std::make_unique<connections::Connections>(*database, *vault, clock);
    leases = std::make_unique<leases::Leases>(*database, *vault, clock);
    settings = std::make_unique<settings::SettingsStore>(folder.filePath(u"settings.json"_s),
                                                         settings::Settings());
    addServices();
    backups = std::make_unique<backup::Backups>(*vault,
                                                settings::DataFolder::open(folder.path()).value());
    clients::ClientConnections::Options clientOptions;
    clientOptions.machine.home = folder.filePath(u"home"_s);
    QDir().mkdir(clientOptions.machine.home);
    clientOptions.recordsFile = folder.filePath(u"clients.json"_s);
    clientOptions.keysFolder = folder.path();
    clientOptions.userId = anna;
    clientOptions.address = [] {
        return clients::ServerAddress{
            .url = u"http://127.0.0.1:8080"_s, .bridgeProgram = {}, .dataFolder = {}};
    };
    clientConnections = std::make_unique<clients::ClientConnections>(clientOptions, *keys, clock);
    const auto url = [] { return QUrl(u"http://127.0.0.1:8080"_s); };
    doctor = std::make_unique<doctor::Doctor>(doctor::Doctor::Parts{.url = url,
                                                                    .dataFolder = folder.path(),
                                                                    .keys = *keys,
                                                                    .clients = *clientConnections,
                                                                    .connections = *connections,
                                                                    .providers = providers,
                                                                    .upstreams = *upstreams,
                                                                    .vault = *vault,
                                                                    .settings = *settings,
                                                                    .http = doctorHttp,
                                                                    .clock = clock});
    services = std::make_unique<Services>(Services{.keys = *keys,
                                                   .activity = *activity,
                                                   .connections = *connections,
                                                   .rates = rates,
                                                   .credentials = *credentials,
                                                   .clients = *clients,
                                                   .pause = pause,
                                                   .approvals = approvals,
                                                   .leases = *leases,
                                                   .clientConnections = *clientConnections,
                                                   .signIns = *signIns,
                                                   .providers = providers,
                                                   .vault = *vault,
                                                   .clock = clock,
                                                   .urlOpener = urlOpener,
                                                   .startAtLogin = startAtLogin,
                                                   .settings = *settings,
                                                   .folders = folders,
                                                   .doctor = *doctor,
                                                   .backups = *backups,
                                                   .sampleData = sampleData,
                                                   .upstreams = *upstreams,
                                                   .pinnedTools = *pinnedTools,
                                                   .publisher = *publisher,
                                                   .publications = *publications,
                                                   .organizations = *organizations,
                                                   .invitations = *invitations,
                                                   .userId = anna});
    instance = {
        .url = u"http://127.0.0.1:8080"_s, .dataFolder = folder.path(), .version = u"1.2.3"_s};
}

UiWorld::~UiWorld()
{
    upstreams->close();
}

void UiWorld::addServices()
{
    tokenEndpoint = std::make_unique<oauth::TokenEndpoint>(http, clock);
    clients = std::make_unique<oauth::Clients>(*database, *vault, clock);
    grants = std::make_unique<oauth::Grants>(*database, *vault, *clients, *tokenEndpoint, clock);
    credentials = std::make_unique<connections::Credentials>(*connections, *grants);
    for (FakeProvider **place : {&jira, &notion}) {
        auto provider =
            std::make_unique<FakeProvider>(place == &jira ? u"jira"_s : u"notion"_s, *connections);
        *place = provider.get();
        grants->addServer(*provider->authorizationServer());
        providers.add(std::move(provider));
    }
    publications = std::make_unique<publishing::Publications>(*database);
    publisher = std::make_unique<publishing::Publisher>(
        *publications, folders, FakeDesk::opener(fakeJira), clock);
    pinnedTools = std::make_unique<gateway::PinnedTools>(*database);
    remoteServers = std::make_unique<oauth::ServerStore>(*database);
    remoteSignIn = std::make_unique<gateway::RemoteSignIn>(
        gateway::RemoteSignIn::Parts{.http = loopbackHttp,
                                     .clients = *clients,
                                     .grants = *grants,
                                     .servers = *remoteServers,
                                     .document = {}});
    upstreams =
        std::make_unique<gateway::Upstreams>(gateway::Upstreams::Parts{.connections = *connections,
                                                                       .credentials = *credentials,
                                                                       .pins = *pinnedTools,
                                                                       .http = streaming,
                                                                       .clock = clock,
                                                                       .scopesOf = {}});
    providers.add(std::make_unique<gateway::McpProvider>(
        *upstreams, *pinnedTools, *connections, *remoteSignIn, [](const QString &) {
            return false;
        }));
    upstreams->start();
    signIns = std::make_unique<providers::BrowserSignIn>(
        providers::BrowserSignIn::Parts{.providers = providers,
                                        .connections = *connections,
                                        .clients = *clients,
                                        .grants = *grants,
                                        .endpoint = *tokenEndpoint,
                                        .clock = clock});
    signIns->setServerUrl(QUrl(u"http://127.0.0.1:8080"_s));
}

void UiWorld::addApp(const QString &service)
{
    require(clients->use(service, {.id = u"app-1"_s, .secret = Secret("app-secret"_ba)}));
}

void UiWorld::comeBack(const QString &service, const QString &error)
{
    const QUrlQuery query(urlOpener.opened.last());
    providers::Arrival arrival;
    arrival.state = query.queryItemValue(u"state"_s).toLatin1();
    arrival.error = error;
    if (error.isEmpty()) {
        arrival.code = Secret("code"_ba);
        http.plan("POST"_ba,
                  u"https://%1.example/token"_s.arg(service),
                  200,
                  "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"refresh_token\":\"rt\"}");
    }
    // The sign-in itself is what the tests look at.
    QCoro::connect(signIns->arrive(service, arrival), signIns.get(), [](const auto &) {});
}

connections::Connection UiWorld::addConnection(const QString &userId, const QString &host)
{
    auto connection = report(host).connection;
    connection.userId = userId;
    return connections->save(connection, Secret("token"_ba)).value();
}

connections::Connection UiWorld::addServer(const QUrl &url, const QString &name)
{
    providers::TokenSignIn signIn{.userId = anna,
                                  .baseUrl = url.toString(),
                                  .username = {},
                                  .token = {},
                                  .cancellation = {},
                                  .name = name};
    const auto provider = providers.find(gateway::Upstreams::provider).value();
    return QCoro::waitFor(provider->connectWithToken(signIn)).value().connection;
}

accounts::CreatedMcpKey UiWorld::addKey(const QString &userId, const QString &name)
{
    accounts::NewMcpKey request;
    request.userId = userId;
    request.name = name;
    return keys->create(request).value();
}

providers::ConnectionReport report(const QString &host)
{
    return report(u"jira"_s, host);
}

QAbstractButton *findButton(const QWidget &window, const QString &text)
{
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (auto *button : buttons) {
        if (button->isVisibleTo(&window) && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace fairlead::ui
