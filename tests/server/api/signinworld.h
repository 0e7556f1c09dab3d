// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/loopbackredirects.h"
#include "server/connections/connections.h"
#include "server/oauth/clients.h"
#include "server/oauth/grants.h"
#include "server/providers/browsersignin.h"
#include "server/providers/providers.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/server/api/browserprovider.h"

#include <QTemporaryDir>

#include <memory>

namespace fairlead::api {

/** All that a browser sign-in needs: real stores in a temporary folder, two users, one service. */
struct SignInWorld
{
    SignInWorld(net::HttpClient &http, const oauth::AuthorizationServer &server);
    ~SignInWorld();
    Q_DISABLE_COPY_MOVE(SignInWorld)

    /** Another authorization server for the same service. */
    void setServer(const oauth::AuthorizationServer &server);
    /** The tokens as they are stored now. */
    [[nodiscard]] Result<oauth::TokenSet> tokens(const QString &grantId) const;

    QTemporaryDir folder;
    fakes::FakeClock clock;
    fakes::FakeKeychain keychain;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<secrets::Vault> vault;
    std::unique_ptr<connections::Connections> connections;
    std::unique_ptr<oauth::Clients> clients;
    oauth::TokenEndpoint endpoint;
    std::unique_ptr<oauth::Grants> grants;
    providers::Providers providers;
    BrowserProvider *provider = nullptr; ///< owned by `providers`
    std::unique_ptr<providers::BrowserSignIn> signIns;
    std::unique_ptr<LoopbackRedirects> redirects;
    QString anna;
    QString ben;
};

} // namespace fairlead::api
