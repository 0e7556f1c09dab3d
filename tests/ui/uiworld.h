// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/invitations.h"
#include "server/accounts/mcpkeys.h"
#include "server/accounts/organizations.h"
#include "server/accounts/users.h"
#include "server/audit/activitylog.h"
#include "server/backup/backups.h"
#include "server/clients/connect/clientconnections.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/connections/ratereport.h"
#include "server/doctor/doctor.h"
#include "server/gateway/mcpprovider.h"
#include "server/leases/leases.h"
#include "server/net/networkhttpclient.h"
#include "server/oauth/clients.h"
#include "server/oauth/grants.h"
#include "server/oauth/serverstore.h"
#include "server/providers/approvedfolders.h"
#include "server/providers/browsersignin.h"
#include "server/providers/providers.h"
#include "server/providers/sampledata.h"
#include "server/publishing/publisher.h"
#include "server/secrets/vault.h"
#include "server/settings/settingsstore.h"
#include "server/settings/startatlogin.h"
#include "server/store/database.h"
#include "server/tools/approvals.h"
#include "server/tools/pause.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/ui/fakedesk.h"
#include "tests/ui/fakeprovider.h"
#include "ui/instance.h"
#include "ui/services.h"
#include "ui/urlopener.h"

#include <QTemporaryDir>

#include <memory>

class QAbstractButton;
class QWidget;

namespace fairlead::ui {

/** Remembers what it was asked to open. */
class FakeUrlOpener final : public UrlOpener
{
public:
    [[nodiscard]] bool open(const QUrl &url) override;

    QList<QUrl> opened;
    bool works = true;
};

/** Says what it is told. */
class FakeRateReport final : public connections::RateReport
{
public:
    [[nodiscard]] std::optional<connections::RateStanding> standing(
        const QString &connectionId) const override
    {
        const auto found = standings.constFind(connectionId);
        return found == standings.cend() ? std::nullopt : std::optional(*found);
    }

    QHash<QString, connections::RateStanding> standings;
};

/** Keeps the setting in memory, or refuses to change it. */
class FakeStartAtLogin final : public settings::StartAtLogin
{
public:
    [[nodiscard]] bool isOn() const override { return m_on; }
    [[nodiscard]] Result<> setOn(bool on) override;

    bool works = true;

private:
    bool m_on = false;
};

/** Does nothing but what it is told. */
class FakeSampleData final : public providers::SampleData
{
public:
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] bool isSample(const connections::Connection &connection) const override
    {
        return samples.contains(connection.name);
    }
    void start() override { setState(State::Starting); }
    void cancel() override { setState(State::Off); }
    [[nodiscard]] Result<> remove() override;

    void setState(State state);

    QStringList samples; ///< names of connections
    bool works = true;

private:
    State m_state = State::Off;
};

/** Where the master key of a test's world comes from. */
enum class WorldSecrets {
    KeyFile, ///< ready at once
    Keychain, ///< what the fake keychain answers
};

/** Everything that the windows work with: real stores in a temporary folder, two users, no network.
 */
struct UiWorld
{
    ~UiWorld();
    explicit UiWorld(WorldSecrets secrets = WorldSecrets::KeyFile,
                     secrets::KeychainState keychainState = secrets::KeychainState::Ready);

    /** A connection of this user as if it had been made in the dialog. */
    [[nodiscard]] connections::Connection addConnection(const QString &userId, const QString &host);
    /** The same of a remote MCP server, with all of the tools that it has now. */
    [[nodiscard]] connections::Connection addServer(const QUrl &url, const QString &name);
    [[nodiscard]] accounts::CreatedMcpKey addKey(const QString &userId, const QString &name);
    /** An OAuth app of this service, as if it had been entered in the dialog. */
    void addApp(const QString &service);
    /** The browser comes back from the address that was opened last, with a code that is good, or
     * with this error. */
    void comeBack(const QString &service, const QString &error = {});

    void addServices();

    QTemporaryDir folder;
    fakes::FakeClock clock;
    fakes::FakeKeychain keychain;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<secrets::Vault> vault;
    std::unique_ptr<accounts::Users> users;
    std::unique_ptr<accounts::Organizations> organizations;
    std::unique_ptr<accounts::Invitations> invitations;
    std::unique_ptr<accounts::McpKeys> keys;
    std::unique_ptr<audit::ActivityLog> activity;
    std::unique_ptr<connections::Connections> connections;
    FakeRateReport rates;
    providers::Providers providers;
    FakeProvider *jira = nullptr; ///< owned by `providers`, like the next
    FakeProvider *notion = nullptr;
    fakes::FakeHttpClient http; ///< asked for tokens only
    std::unique_ptr<oauth::TokenEndpoint> tokenEndpoint;
    std::unique_ptr<oauth::Clients> clients;
    std::unique_ptr<clients::ClientConnections> clientConnections; ///< of a home folder in `folder`
    std::unique_ptr<oauth::Grants> grants;
    std::unique_ptr<connections::Credentials> credentials;
    std::unique_ptr<providers::BrowserSignIn> signIns;
    FakeUrlOpener urlOpener;
    FakeStartAtLogin startAtLogin;
    tools::Pause pause;
    tools::Approvals approvals{clock};
    std::unique_ptr<leases::Leases> leases;
    std::unique_ptr<settings::SettingsStore> settings;
    providers::ApprovedFolders folders; ///< not kept
    fakes::FakeHttpClient doctorHttp; ///< asked by the doctor only
    std::unique_ptr<doctor::Doctor> doctor;
    std::unique_ptr<backup::Backups> backups;
    FakeJira fakeJira; ///< where files are published
    std::unique_ptr<publishing::Publications> publications;
    std::unique_ptr<publishing::Publisher> publisher;
    FakeSampleData sampleData;
    net::StreamingClient streaming; ///< for remote MCP servers, which tests have on loopback
    std::unique_ptr<gateway::PinnedTools> pinnedTools;
    net::NetworkHttpClient loopbackHttp; ///< asks them where to sign in
    std::unique_ptr<oauth::ServerStore> remoteServers;
    std::unique_ptr<gateway::RemoteSignIn> remoteSignIn;
    std::unique_ptr<gateway::Upstreams> upstreams; ///< started
    QString anna; ///< the user whose window it is
    QString ben; ///< somebody else on the same computer
    std::unique_ptr<Services> services;
    Instance instance;
};

/** What a successful sign-in to Jira finds. */
[[nodiscard]] providers::ConnectionReport report(const QString &host);

/** The first visible button with these words, mnemonic and all; null when there is none. */
[[nodiscard]] QAbstractButton *findButton(const QWidget &window, const QString &text);

} // namespace fairlead::ui
