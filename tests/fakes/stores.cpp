// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/stores.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "tests/fakes/testdatabase.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {

Stores::Stores(const QString &folder, net::HttpClient &network, const Clock &clock)
    : m_clock(clock)
{
    secrets::VaultOptions options;
    options.keyFile = folder + u"/test.key"_s;
    if (!QFileInfo::exists(options.keyFile) && !durableWrite(options.keyFile, randomBytes(32)))
        qFatal("The test's key cannot be written");
    build(folder, network, m_unused, options);
    if (vault->state() != secrets::VaultState::Ready)
        qFatal("The test's vault cannot be opened");
}

Stores::Stores(const QString &folder,
               net::HttpClient &network,
               const Clock &clock,
               secrets::Keychain &keychain)
    : m_clock(clock)
{
    build(folder, network, keychain, {});
}

void Stores::build(const QString &folder,
                   net::HttpClient &network,
                   secrets::Keychain &keychain,
                   const secrets::VaultOptions &options)
{
    database = openTestDatabase(folder);
    vault = std::make_unique<secrets::Vault>(*database, keychain, options);
    if (!vault->open())
        qFatal("The test's vault cannot be read");
    connections = std::make_unique<connections::Connections>(*database, *vault, m_clock);
    clients = std::make_unique<oauth::Clients>(*database, *vault, m_clock);
    endpoint = std::make_unique<oauth::TokenEndpoint>(network, m_clock);
    grants = std::make_unique<oauth::Grants>(*database, *vault, *clients, *endpoint, m_clock);
    credentials = std::make_unique<connections::Credentials>(*connections, *grants);
}

QString Stores::user(const QString &name)
{
    accounts::Users users(*database, m_clock);
    if (const auto known = users.find(name))
        return known->id;
    return users.create(name, {}).value().id;
}

} // namespace fairlead::fakes
