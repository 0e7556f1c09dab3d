// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead {
class Clock;
} // namespace fairlead
namespace fairlead::accounts {
class McpKeys;
} // namespace fairlead::accounts
namespace fairlead::clients {
class ClientConnections;
} // namespace fairlead::clients
namespace fairlead::connections {
class Connections;
class Credentials;
} // namespace fairlead::connections
namespace fairlead::oauth {
class Clients;
} // namespace fairlead::oauth
namespace fairlead::providers {
class BrowserSignIn;
class Providers;
} // namespace fairlead::providers
namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::ui {

class UrlOpener;

/**
 * What the windows work with, made by the composition root; all of it outlives every window.
 * Everything shown and done belongs to this one user.
 */
struct Services
{
    accounts::McpKeys &keys;
    connections::Connections &connections;
    connections::Credentials &credentials;
    oauth::Clients &clients;
    clients::ClientConnections &clientConnections;
    providers::BrowserSignIn &signIns;
    const providers::Providers &providers;
    secrets::Vault &vault;
    const Clock &clock;
    UrlOpener &urlOpener;
    QString userId;
};

} // namespace fairlead::ui
