// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead {
class Clock;
} // namespace fairlead
namespace fairlead::accounts {
class Invitations;
class McpKeys;
class Organizations;
} // namespace fairlead::accounts
namespace fairlead::audit {
class ActivityLog;
} // namespace fairlead::audit
namespace fairlead::backup {
class Backups;
} // namespace fairlead::backup
namespace fairlead::clients {
class ClientConnections;
} // namespace fairlead::clients
namespace fairlead::connections {
class Connections;
class Credentials;
class RateReport;
} // namespace fairlead::connections
namespace fairlead::doctor {
class Doctor;
} // namespace fairlead::doctor
namespace fairlead::gateway {
class PinnedTools;
class Upstreams;
} // namespace fairlead::gateway
namespace fairlead::leases {
class Leases;
} // namespace fairlead::leases
namespace fairlead::oauth {
class Clients;
} // namespace fairlead::oauth
namespace fairlead::providers {
class ApprovedFolders;
class BrowserSignIn;
class Providers;
class SampleData;
} // namespace fairlead::providers
namespace fairlead::publishing {
class Publications;
class Publisher;
} // namespace fairlead::publishing
namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::settings {
class SettingsStore;
class StartAtLogin;
} // namespace fairlead::settings
namespace fairlead::tools {
class Approvals;
class Pause;
} // namespace fairlead::tools

namespace fairlead::ui {

class UrlOpener;

/**
 * What the windows work with, made by the composition root; all of it outlives every window.
 * Everything shown and done belongs to this one user.
 */
struct Services
{
    accounts::McpKeys &keys;
    audit::ActivityLog &activity;
    connections::Connections &connections;
    const connections::RateReport &rates;
    connections::Credentials &credentials;
    oauth::Clients &clients;
    tools::Pause &pause;
    tools::Approvals &approvals;
    leases::Leases &leases;
    clients::ClientConnections &clientConnections;
    providers::BrowserSignIn &signIns;
    const providers::Providers &providers;
    secrets::Vault &vault;
    const Clock &clock;
    UrlOpener &urlOpener;
    settings::StartAtLogin &startAtLogin;
    settings::SettingsStore &settings;
    providers::ApprovedFolders &folders;
    const doctor::Doctor &doctor;
    backup::Backups &backups;
    providers::SampleData &sampleData;
    gateway::Upstreams &upstreams;
    gateway::PinnedTools &pinnedTools;
    publishing::Publisher &publisher;
    publishing::Publications &publications;
    accounts::Organizations &organizations;
    accounts::Invitations &invitations;
    QString userId;
};

} // namespace fairlead::ui
