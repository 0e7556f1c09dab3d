// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/clients/connect/clientconnections.h"
#include "server/connections/connections.h"
#include "server/doctor/check.h"
#include "server/gateway/upstreams.h"
#include "server/net/httpclient.h"
#include "server/providers/providers.h"
#include "server/secrets/vault.h"
#include "server/settings/settingsstore.h"

namespace fairlead::doctor {

/**
 * Knows what to look at when something does not work. The checks are the same for the window, the
 * command line and the REST API; a program adds those that only it can make. All that it looks at
 * outlives the event loop, and so does it.
 */
class Doctor final
{
public:
    struct Parts
    {
        std::function<QUrl()> url; ///< where we serve; empty while we do not
        QString dataFolder;
        const accounts::McpKeys &keys;
        const clients::ClientConnections &clients;
        const connections::Connections &connections;
        const providers::Providers &providers;
        const gateway::Upstreams &upstreams;
        const secrets::Vault &vault;
        const settings::SettingsStore &settings;
        net::HttpClient &http;
        const Clock &clock;
    };

    explicit Doctor(Parts parts);

    /** A check that comes before those of the connections. */
    void add(const Check &check);

    /** What there is to look at now, for this user. */
    [[nodiscard]] QList<Check> checks(const QString &userId) const;
    /** All of them, one beside the other. */
    [[nodiscard]] QCoro::Task<QList<Entry>> examine(QString userId,
                                                    CancellationToken cancellation) const;
    /** What a report begins with: versions and system. */
    [[nodiscard]] QString reportHeading() const;

private:
    [[nodiscard]] QCoro::Task<Finding> answersAt(QUrl address,
                                                 CancellationToken cancellation) const;
    [[nodiscard]] QCoro::Task<Finding> test(connections::Connection connection,
                                            CancellationToken cancellation) const;
    [[nodiscard]] QCoro::Task<Finding> lookAtClock(QUrl site, CancellationToken cancellation) const;
    [[nodiscard]] Finding lookAtPort() const;
    [[nodiscard]] Finding lookAtSecrets() const;
    [[nodiscard]] Finding lookAtNetwork() const;
    [[nodiscard]] Finding lookAtClients(const QString &userId) const;

    Parts m_parts;
    QList<Check> m_added;
};

} // namespace fairlead::doctor
