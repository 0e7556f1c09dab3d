// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"

#include <QAbstractButton>

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
    accounts::Users users(*database, clock);
    anna = users.create(u"Anna"_s, {}).value().id;
    ben = users.create(u"Ben"_s, {}).value().id;
    keys = std::make_unique<accounts::McpKeys>(*database, clock);
    require(keys->load());
    connections = std::make_unique<connections::Connections>(*database, *vault, clock);
    auto provider = std::make_unique<FakeProvider>(*connections);
    jira = provider.get();
    providers.add(std::move(provider));
    services = std::make_unique<Services>(Services{.keys = *keys,
                                                   .connections = *connections,
                                                   .providers = providers,
                                                   .vault = *vault,
                                                   .clock = clock,
                                                   .urlOpener = urlOpener,
                                                   .userId = anna});
    instance = {
        .url = u"http://127.0.0.1:8080"_s, .dataFolder = folder.path(), .version = u"1.2.3"_s};
}

connections::Connection UiWorld::addConnection(const QString &userId, const QString &host)
{
    auto connection = report(host).connection;
    connection.userId = userId;
    return connections->save(connection, Secret("token"_ba)).value();
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
    providers::ConnectionReport report;
    report.connection.provider = u"jira"_s;
    report.connection.name = host;
    report.connection.site = QUrl(u"https://"_s + host);
    report.connection.apiBase = report.connection.site;
    report.connection.account = u"anna@company.com"_s;
    report.connection.accountName = u"Anna Berg"_s;
    report.connection.limitations = QStringList{u"May not delete issues."_s};
    report.projects = QStringList{u"SHOP  Web shop"_s, u"OPS  Operations"_s};
    report.projectCount = 7;
    return report;
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
