// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/leaseparts.h"

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

using leases::Lease;
using leases::Leases;

LeaseParts::LeaseParts(const Sources &sources)
    : m_sources(sources)
    , m_leases(sources.database, sources.vault, sources.clock)
    , m_plain(sources.database, sources.vault, sources.clock)
    , m_api(m_leases,
            {.connections = sources.connections,
             .credentials = sources.credentials,
             .grants = sources.grants,
             .providers = sources.providers,
             .plain = m_plain},
            {.users = sources.users,
             .organizations = sources.organizations,
             .keys = sources.keys,
             .tokens = sources.tokens},
            sources.clock)
    , m_credentialsApi(m_plain, sources.providers)
{
    connect(&sources.keys, &accounts::McpKeys::ended, &m_leases, &Leases::endOfKey);
    connect(&sources.keys, &accounts::McpKeys::leaseRightLost, &m_leases, &Leases::endWithoutRight);
    connect(&sources.tokens, &accounts::ManagementTokens::revoked, &m_leases, &Leases::endOfToken);
    connect(&sources.connections,
            &connections::Connections::changed,
            this,
            &LeaseParts::endWithConnections);
    connect(&m_plain, &leases::PlainCredentials::changed, this, &LeaseParts::endWithConnections);
    connect(&m_leases, &Leases::taken, this, [this](const Lease &lease) {
        record(audit::event::leaseCreated, lease);
    });
    connect(&m_leases, &Leases::renewed, this, [this](const Lease &lease) {
        record(audit::event::leaseRenewed, lease);
    });
    connect(&m_leases, &Leases::ended, this, [this](const Lease &lease) {
        record(audit::event::leaseRevoked, lease);
    });
}

void LeaseParts::endWithConnections()
{
    const auto all = m_sources.connections.listAll();
    const auto plain = m_plain.allIds();
    if (!all || !plain)
        return;
    QSet<QString> ids(plain->begin(), plain->end());
    for (const connections::Connection &connection : *all)
        ids.insert(connection.id);
    m_leases.endWithout(ids);
}

void LeaseParts::record(QLatin1StringView event, const Lease &lease)
{
    audit::ActivityEntry entry;
    entry.userId = lease.holder.userId;
    entry.at = m_sources.clock.now();
    entry.event = event;
    entry.outcome = audit::outcome::good;
    entry.keyId = lease.holder.keyId;
    entry.keyPrefix = lease.holder.keyPrefix;
    entry.clientName = lease.holder.clientName;
    if (lease.connectionIds.size() == 1)
        entry.connectionId = lease.connectionIds.first();
    const QString services = lease.services.isEmpty() ? u"nothing"_s : lease.services.join(u", "_s);
    entry.detail = u"%1: %2"_s.arg(lease.id, services);
    if (!lease.endReason.isEmpty())
        entry.detail += u"; "_s + lease.endReason;
    m_sources.activity.record(std::move(entry));
}

} // namespace fairlead::wiring
