// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/oauth/grants.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakekeychain.h"

#include <memory>

namespace fairlead::fakes {

/**
 * A real database and a real vault in a folder, and what keeps connections and sign-ins over them,
 * as one life of the program has it. A second one over the same folder is the next life. The
 * network and the clock outlive it.
 */
class Stores
{
public:
    Stores(const QString &folder, net::HttpClient &network, const Clock &clock);
    /** With the master key in this keychain, which answers when it likes and outlives this. */
    Stores(const QString &folder,
           net::HttpClient &network,
           const Clock &clock,
           secrets::Keychain &keychain);

    /** A user of that name, made when there is none. */
    [[nodiscard]] QString user(const QString &name = QStringLiteral("Mia"));

private:
    void build(const QString &folder,
               net::HttpClient &network,
               secrets::Keychain &keychain,
               const secrets::VaultOptions &options);

    const Clock &m_clock;
    FakeKeychain m_unused;

public:
    std::unique_ptr<store::Database> database;
    std::unique_ptr<secrets::Vault> vault;
    std::unique_ptr<connections::Connections> connections;
    std::unique_ptr<oauth::Clients> clients;
    std::unique_ptr<oauth::TokenEndpoint> endpoint;
    std::unique_ptr<oauth::Grants> grants;
    std::unique_ptr<connections::Credentials> credentials;
};

} // namespace fairlead::fakes
