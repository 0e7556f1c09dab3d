// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statusapi.h"

#include "server/api/apijson.h"
#include "server/api/upstreamsjson.h"
#include "server/gateway/upstreams.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
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
                     const gateway::Upstreams &upstreams,
                     const connections::RateReport &rates,
                     const accounts::McpKeys &keys,
                     const secrets::Vault &vault,
                     const tools::Pause &pause,
                     const doctor::Doctor &doctor,
                     const Clock &clock)
    : m_facts(facts)
    , m_connections(connections)
    , m_upstreams(upstreams)
    , m_rates(rates)
    , m_keys(keys)
    , m_vault(vault)
    , m_pause(pause)
    , m_doctor(doctor)
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

connections::ConnectionState StatusApi::stateOf(const connections::Connection &connection) const
{
    const auto upstream = m_upstreams.glance(connection.id);
    return upstream ? standingState(connection, upstream->standing) : connection.state;
}

QCoro::Task<http::Response> StatusApi::health(http::Call)
{
    const auto connections = m_connections.listAll();
    QJsonArray states;
    const bool hasDatabase = m_facts.database().has_value();
    bool allWell = connections && hasDatabase && m_vault.state() == secrets::VaultState::Ready;
    for (const connections::Connection &connection :
         connections.value_or(QList<connections::Connection>())) {
        const connections::ConnectionState state = stateOf(connection);
        allWell = allWell && state == connections::ConnectionState::Connected;
        // No site names: any program of this computer may ask.
        states.append(QJsonObject{{u"id"_s, connection.id},
                                  {u"provider_type"_s, connection.provider},
                                  {u"state"_s, QString(stateName(state))}});
    }
    const QJsonObject answer{{u"status"_s, allWell ? u"ok"_s : u"attention"_s},
                             {u"name"_s, u"fairlead"_s},
                             {u"version"_s, m_facts.version},
                             {u"secrets"_s, vaultStateName(m_vault.state())},
                             {u"database"_s, hasDatabase ? u"ok"_s : u"unreachable"_s},
                             {u"connections"_s, states}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> StatusApi::status(http::Call call)
{
    const auto connections = m_connections.listVisible(call.principal.userId);
    if (!connections)
        co_return problemFor(connections.error());
    const auto keys = m_keys.list(call.principal.userId);
    if (!keys)
        co_return problemFor(keys.error());
    QJsonArray connectionsJson;
    for (const connections::Connection &connection : *connections) {
        QJsonObject json = toJson(connection);
        if (const auto standing = m_rates.standing(connection.id))
            json.insert(u"rate_budget"_s, toJson(*standing));
        connectionsJson.append(json);
    }
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
    const auto entries = co_await m_doctor.examine(call.principal.userId, call.cancellation);
    QJsonArray checks;
    for (const doctor::Entry &entry : entries)
        checks.append(QJsonObject{{u"check"_s, entry.title.english()},
                                  {u"verdict"_s, verdictName(entry.finding.verdict)},
                                  {u"finding"_s, entry.finding.text.english()},
                                  {u"remedy"_s, entry.finding.remedy.english()}});
    const QJsonObject answer{{u"checks"_s, checks},
                             {u"report"_s, doctor::report(m_doctor.reportHeading(), entries)}};
    co_return http::Response::json(answer);
}

} // namespace fairlead::api
