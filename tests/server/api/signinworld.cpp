// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/signinworld.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "tests/fakes/testdatabase.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

/** A world that cannot be made ends the test program. */
void require(const Result<> &result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
}

} // namespace

SignInWorld::SignInWorld(net::HttpClient &http, const oauth::AuthorizationServer &server)
    : endpoint(http, clock)
{
    database = fakes::openTestDatabase(folder.path());
    secrets::VaultOptions options;
    options.keyFile = folder.filePath(u"test.key"_s);
    require(durableWrite(options.keyFile, randomBytes(32)));
    vault = std::make_unique<secrets::Vault>(*database, keychain, options);
    require(vault->open());
    accounts::Users users(*database, clock);
    anna = users.create(u"Anna"_s, {}).value().id;
    ben = users.create(u"Ben"_s, {}).value().id;
    connections = std::make_unique<connections::Connections>(*database, *vault, clock);
    clients = std::make_unique<oauth::Clients>(*database, *vault, clock);
    grants = std::make_unique<oauth::Grants>(*database, *vault, *clients, endpoint, clock);
    auto made = std::make_unique<BrowserProvider>(http, server);
    provider = made.get();
    providers.add(std::move(made));
    grants->addServer(server);
    signIns = std::make_unique<providers::BrowserSignIn>(
        providers::BrowserSignIn::Parts{.providers = providers,
                                        .connections = *connections,
                                        .clients = *clients,
                                        .grants = *grants,
                                        .endpoint = endpoint,
                                        .clock = clock});
    signIns->setServerUrl(QUrl(u"http://127.0.0.1:8080"_s));
    redirects = std::make_unique<LoopbackRedirects>(*signIns);
    signIns->setListener(redirects.get());
}

SignInWorld::~SignInWorld()
{
    signIns->setListener(nullptr);
    redirects.reset();
    signIns.reset();
}

void SignInWorld::setServer(const oauth::AuthorizationServer &server)
{
    provider->server = server;
    grants->addServer(server);
}

Result<oauth::TokenSet> SignInWorld::tokens(const QString &grantId) const
{
    const auto stored = vault->get(u"grant/"_s + grantId);
    if (!stored)
        return failure(stored.error());
    return oauth::TokenSet::fromSecret(stored->secret);
}

} // namespace fairlead::api
