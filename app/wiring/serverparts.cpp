// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ServerInstance hands to those of its parts that need much.
#include "app/wiring/serverinstance.h"

namespace fairlead::wiring {

ActivityEvents::Sources ServerInstance::eventSources()
{
    return {.keys = m_keys,
            .connections = m_connections,
            .organizations = m_organizations.organizations(),
            .upstreams = m_gateway.upstreams(),
            .approvals = m_tools.approvals(),
            .publications = m_publishing.publications(),
            .activity = m_activity,
            .clock = m_clock};
}

api::StatusApi ServerInstance::statusApi()
{
    return {m_facts,
            m_connections,
            m_gateway.upstreams(),
            m_rates,
            m_keys,
            m_vault,
            m_tools.pause(),
            m_doctor,
            m_clock};
}

doctor::Doctor::Parts ServerInstance::doctorParts()
{
    return {.url = [this] { return QUrl(QString::fromLatin1(m_facts.url)); },
            .dataFolder = m_options.dataFolder.path(),
            .keys = m_keys,
            .clients = m_clientConnections,
            .connections = m_connections,
            .providers = m_providers,
            .upstreams = m_gateway.upstreams(),
            .vault = m_vault,
            .settings = m_settingsStore,
            .http = m_httpClient,
            .clock = m_clock};
}

api::ApiAuthenticator::Sources ServerInstance::authenticatorSources()
{
    return {.keys = m_keys,
            .users = m_users,
            .tokens = m_tokens.own(),
            .otherTokens = m_tokens.others(),
            .controlToken = m_controlToken,
            .owner = m_defaultUser,
            .clock = m_clock,
            .keyInUrlAllowed = m_settings.keyInUrlAllowed,
            .failuresPerMinute = m_settings.failedSignInsPerMinute};
}

providers::BrowserSignIn::Parts ServerInstance::signInParts()
{
    return {.providers = m_providers,
            .connections = m_connections,
            .clients = m_clients,
            .grants = m_grants,
            .endpoint = m_tokenEndpoint,
            .clock = m_clock,
            .mayConnect = [this](const QString &userId, const QString &organizationId) {
                return m_organizations.organizations()
                    .findAs(userId, organizationId, accounts::Role::Admin)
                    .map([](const accounts::Membership &) {});
            }};
}

LeaseParts::Sources ServerInstance::leaseSources()
{
    return {.database = *m_database,
            .vault = m_vault,
            .connections = m_connections,
            .credentials = m_credentials,
            .grants = m_grants,
            .providers = m_providers,
            .users = m_users,
            .organizations = m_organizations.organizations(),
            .keys = m_keys,
            .tokens = m_tokens.own(),
            .activity = m_activity,
            .clock = m_clock};
}

MetricsParts::Sources ServerInstance::metricsSources()
{
    return {.facts = m_facts,
            .tools = m_tools,
            .authenticator = m_authenticator,
            .server = m_server,
            .mcp = m_mcp,
            .leases = m_leases.leases(),
            .http = m_httpClient,
            .upstreams = m_gateway.upstreams(),
            .connections = m_connections,
            .rates = m_rates};
}

api::SeedApi::Parts ServerInstance::seedParts()
{
    return {.users = m_users,
            .organizations = m_organizations.organizations(),
            .invitations = m_organizations.invitations(),
            .keys = m_keys,
            .tokens = m_tokens.own(),
            .connections = m_connections,
            .leases = m_leases.leases()};
}

SharedChanges::Sources ServerInstance::sharedSources()
{
    return {.database = *m_database,
            .vault = m_vault,
            .keys = m_keys,
            .connections = m_connections,
            .grants = m_grants,
            .leases = m_leases.leases(),
            .upstreams = m_gateway.upstreams(),
            .approvals = m_tools.approvals(),
            .budget = m_tools.budget(),
            .pause = m_tools.pause(),
            .events = m_events,
            .clock = m_clock};
}

} // namespace fairlead::wiring
