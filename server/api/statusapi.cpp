// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statusapi.h"

#include "server/api/apijson.h"
#include "server/api/signincommand.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qint64 lowSpaceBytes = 50LL * 1024 * 1024;

/** One line of the doctor: a verdict and, when it is not "ok", what to do. */
QJsonObject check(const QString &name, bool ok, const QString &finding, const QString &remedy = {})
{
    return {{u"check"_s, name},
            {u"verdict"_s, ok ? u"ok"_s : u"problem"_s},
            {u"finding"_s, finding},
            {u"remedy"_s, ok ? QString() : remedy}};
}

QJsonObject checkSecrets(const secrets::Vault &vault)
{
    const bool ready = vault.state() == secrets::VaultState::Ready;
    return check(u"Secrets"_s,
                 ready,
                 ready
                     ? u"The master key comes from: %1."_s.arg(masterKeySourceName(vault.source()))
                     : vault.stateMessage(),
                 u"Unlock the keychain, or see “Secrets” in the README for servers without one."_s);
}

QJsonObject checkDataFolder(const QString &folder)
{
    const QFileInfo info(folder);
    const auto foreign =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const bool isPrivate = !(info.permissions() & foreign);
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    if (free >= 0 && free < lowSpaceBytes)
        return check(u"Data folder"_s,
                     false,
                     u"Only %1 MiB are free for %2."_s.arg(free / (1024 * 1024)).arg(folder),
                     u"Free some space; until then nothing can be stored."_s);
    return check(u"Data folder"_s,
                 isPrivate && info.isWritable(),
                 isPrivate ? u"%1 is yours alone."_s.arg(folder)
                           : u"Other users of this computer can read %1."_s.arg(folder),
                 u"Run: chmod 700 '%1'"_s.arg(folder));
}

QJsonObject checkConnection(const connections::Connection &connection)
{
    const bool ok = connection.state == connections::ConnectionState::Connected;
    const QString fix = connection.state == connections::ConnectionState::NeedsSignIn
        ? u"Click Reconnect in the window, or run: %1"_s.arg(signInCommand(connection))
        : u"Check the network and that %1 opens in a browser, then test it again."_s.arg(
            connection.site.toString());
    return check(u"Connection %1"_s.arg(connection.name),
                 ok,
                 ok ? u"Signed in as %1."_s.arg(connection.account) : connection.lastError,
                 fix);
}

} // namespace

QString vaultStateName(secrets::VaultState state)
{
    switch (state) {
    case secrets::VaultState::Opening:
        return u"opening"_s;
    case secrets::VaultState::Ready:
        return u"ready"_s;
    case secrets::VaultState::Locked:
        return u"locked"_s;
    case secrets::VaultState::Denied:
        return u"denied"_s;
    case secrets::VaultState::KeyChanged:
        return u"key_changed"_s;
    case secrets::VaultState::Absent:
        break;
    }
    return u"absent"_s;
}

QString masterKeySourceName(secrets::MasterKeySource source)
{
    switch (source) {
    case secrets::MasterKeySource::Keychain:
        return u"keychain"_s;
    case secrets::MasterKeySource::SystemdCredential:
        return u"systemd credential"_s;
    case secrets::MasterKeySource::KeyFile:
        return u"key file"_s;
    case secrets::MasterKeySource::DataFolder:
        return u"master.key in the data folder"_s;
    case secrets::MasterKeySource::None:
        break;
    }
    return u"none"_s;
}

StatusApi::StatusApi(const InstanceFacts &facts,
                     const connections::Connections &connections,
                     const accounts::McpKeys &keys,
                     const secrets::Vault &vault,
                     const tools::Pause &pause,
                     const Clock &clock)
    : m_facts(facts)
    , m_connections(connections)
    , m_keys(keys)
    , m_vault(vault)
    , m_pause(pause)
    , m_clock(clock)
{}

void StatusApi::addRoutes(http::Router &router)
{
    const auto add = [&](const QByteArray &path, http::Access access, auto handler) {
        router.add({.method = "GET"_ba,
                    .path = path,
                    .access = access,
                    .handler = http::answering([this, handler](http::Call call) {
                        return (this->*handler)(std::move(call));
                    })});
    };
    add("/health"_ba, http::Access::Public, &StatusApi::health);
    add("/api/status"_ba, http::Access::Management, &StatusApi::status);
    add("/api/doctor"_ba, http::Access::Management, &StatusApi::doctor);
}

QCoro::Task<http::Response> StatusApi::health(http::Call)
{
    const auto connections = m_connections.listAll();
    QJsonArray states;
    bool allWell = connections.has_value() && m_vault.state() == secrets::VaultState::Ready;
    for (const connections::Connection &connection :
         connections.value_or(QList<connections::Connection>())) {
        allWell = allWell && connection.state == connections::ConnectionState::Connected;
        // No site names: any program of this computer may ask.
        states.append(QJsonObject{{u"id"_s, connection.id},
                                  {u"provider_type"_s, connection.provider},
                                  {u"state"_s, QString(stateName(connection.state))}});
    }
    const QJsonObject answer{{u"status"_s, allWell ? u"ok"_s : u"attention"_s},
                             {u"name"_s, u"fairlead"_s},
                             {u"version"_s, m_facts.version},
                             {u"secrets"_s, vaultStateName(m_vault.state())},
                             {u"connections"_s, states}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> StatusApi::status(http::Call call)
{
    const auto connections = m_connections.list(call.principal.userId);
    if (!connections)
        co_return problemFor(connections.error());
    const auto keys = m_keys.list(call.principal.userId);
    if (!keys)
        co_return problemFor(keys.error());
    QJsonArray connectionsJson;
    for (const connections::Connection &connection : *connections)
        connectionsJson.append(toJson(connection));
    const auto inForce =
        std::count_if(keys->begin(), keys->end(), [this](const accounts::McpKey &key) {
            return !key.revokedAt.isValid()
                && (!key.expiresAt.isValid() || key.expiresAt > m_clock.now());
        });
    const QString url = QString::fromLatin1(m_facts.url);
    const QJsonObject answer{{u"version"_s, m_facts.version},
                             {u"url"_s, url},
                             {u"mcp_url"_s, url + u"/mcp"_s},
                             {u"sse_url"_s, url + u"/sse"_s},
                             {u"data_folder"_s, m_facts.dataFolder},
                             {u"started_at"_s, timeJson(m_facts.startedAt)},
                             {u"user_id"_s, call.principal.userId},
                             {u"paused"_s, m_pause.isOn()},
                             {u"secrets"_s, vaultStateName(m_vault.state())},
                             {u"secrets_message"_s, m_vault.stateMessage()},
                             {u"master_key_source"_s, masterKeySourceName(m_vault.source())},
                             {u"connections"_s, connectionsJson},
                             {u"keys_in_force"_s, static_cast<qint64>(inForce)}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> StatusApi::doctor(http::Call call)
{
    const auto connections = m_connections.list(call.principal.userId);
    if (!connections)
        co_return problemFor(connections.error());
    const auto keys = m_keys.list(call.principal.userId);
    if (!keys)
        co_return problemFor(keys.error());
    QJsonArray checks{
        check(u"Server"_s, true, u"Serving on %1."_s.arg(QString::fromLatin1(m_facts.url))),
        checkSecrets(m_vault),
        checkDataFolder(m_facts.dataFolder)};
    if (connections->isEmpty())
        checks.append(check(
            u"Connections"_s,
            false,
            u"No service is connected."_s,
            u"Connect Jira or Notion in the window, or run: fairleadctl connect jira --oauth"_s));
    for (const connections::Connection &connection : *connections)
        checks.append(checkConnection(connection));
    const bool everUsed = std::any_of(keys->begin(), keys->end(), [](const accounts::McpKey &key) {
        return key.lastUsedAt.isValid();
    });
    checks.append(check(
        u"Clients"_s,
        everUsed,
        everUsed ? u"At least one client has called."_s : u"No client has called with a key yet."_s,
        u"Make a key and add it to your client, for example: fairleadctl keys create --name Cursor"_s));
    const QJsonObject answer{{u"checks"_s, checks}};
    co_return http::Response::json(answer);
}

} // namespace fairlead::api
