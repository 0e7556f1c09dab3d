// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/leases/leases.h"
#include "server/leases/plaincredentials.h"
#include "server/oauth/grants.h"
#include "server/providers/providers.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace fairlead::api {

/** A service of which somebody gets no credentials, and why. */
struct MissingService
{
    QString service;
    QString reason; ///< sentences, with what to do
};

/** What somebody may hold of the services that they asked for. */
struct Credentials
{
    void drop(const QString &service, const QString &reason);

    QJsonObject byService; ///< secrets
    QStringList connectionIds; ///< in the order of `services`
    QStringList services;
    QList<MissingService> missing;

    [[nodiscard]] leases::Holding holding() const;
};

/**
 * Finds the credentials of services for a lease: of the connections that the caller may use, as
 * their services take them. A browser sign-in gives an access token that is good now; a refresh
 * token never leaves. What was kept as it is under a name is given as it is, but to keys that are
 * limited to certain connections. What is passed outlives it.
 */
class LeasedCredentials final
{
public:
    struct Parts
    {
        const connections::Connections &connections;
        connections::Credentials &credentials;
        const oauth::Grants &grants;
        const providers::Providers &providers;
        const leases::PlainCredentials &plain;
    };
    explicit LeasedCredentials(const Parts &parts);

    /** The services that the caller has connections to or plain credentials of, sorted. */
    [[nodiscard]] QStringList available(const tools::Caller &caller) const;

    /** `connections` says which one of several: id, name, site or account by service. What cannot
     * be had is told in the answer. */
    [[nodiscard]] QCoro::Task<Credentials> resolve(tools::Caller caller,
                                                   QStringList services,
                                                   QHash<QString, QString> connections,
                                                   CancellationToken cancellation);

    /** Whether its holder may still use every connection that it came from. */
    [[nodiscard]] bool areOpenStill(const leases::Lease &lease) const;

    /** What of a lease comes from organizations: {service, connection_id, organization_id,
     * organization_name} each. */
    [[nodiscard]] QJsonArray ofOrganizations(const leases::Lease &lease) const;

private:
    /** Tokens are waited for, and meanwhile a connection may have been shared otherwise. */
    void dropLost(Credentials &found, const tools::Caller &caller) const;
    void addPlain(Credentials &found, const tools::Caller &caller, const QString &service) const;
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> resolveOne(connections::Connection connection,
                                                              CancellationToken cancellation);

    Parts m_parts;
};

} // namespace fairlead::api
