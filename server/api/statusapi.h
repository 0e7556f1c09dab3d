// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/connections/connections.h"
#include "server/connections/ratereport.h"
#include "server/doctor/doctor.h"
#include "server/http/router.h"
#include "server/secrets/vault.h"
#include "server/tools/pause.h"

namespace fairlead::gateway {
class Upstreams;
} // namespace fairlead::gateway

namespace fairlead::api {

/** What about the running program is not known to the objects below it. */
struct InstanceFacts
{
    QString dataFolder;
    QString version;
    QDateTime startedAt;
    QByteArray url; ///< "http://127.0.0.1:8080"; known once the server listens
    std::function<Result<>()> database; ///< whether it answers
};

/** GET /health for anyone on loopback; GET /api/status and GET /api/doctor for the person. */
class StatusApi final
{
public:
    /** `facts` may still be filled in until the first request. */
    StatusApi(const InstanceFacts &facts,
              const connections::Connections &connections,
              const gateway::Upstreams &upstreams,
              const connections::RateReport &rates,
              const accounts::McpKeys &keys,
              const secrets::Vault &vault,
              const tools::Pause &pause,
              const doctor::Doctor &doctor,
              const Clock &clock);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] connections::ConnectionState stateOf(
        const connections::Connection &connection) const;
    [[nodiscard]] QCoro::Task<http::Response> health(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> status(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> doctor(http::Call call);

    const InstanceFacts &m_facts;
    const connections::Connections &m_connections;
    const gateway::Upstreams &m_upstreams;
    const connections::RateReport &m_rates;
    const accounts::McpKeys &m_keys;
    const secrets::Vault &m_vault;
    const tools::Pause &m_pause;
    const doctor::Doctor &m_doctor;
    const Clock &m_clock;
};

/** "ready", "opening", "locked", …: the vault's state as the REST API says it. */
[[nodiscard]] QString vaultStateName(secrets::VaultState state);
[[nodiscard]] QString masterKeySourceName(secrets::MasterKeySource source);

} // namespace fairlead::api
