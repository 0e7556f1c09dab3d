// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/signin.h"

namespace fairlead::connections {
class Connections;
} // namespace fairlead::connections
namespace fairlead::oauth {
class Grants;
} // namespace fairlead::oauth

namespace fairlead::providers {

/**
 * The connections that stand on browser sign-ins: which of a user's a new sign-in renews, and how
 * its sites are stored. Both outlive this object.
 */
class GrantedConnections final
{
public:
    GrantedConnections(connections::Connections &connections, oauth::Grants &grants);

    /** What a person picks from, for themselves or for an organization. */
    [[nodiscard]] QList<SignInSite> choice(const QString &userId,
                                           const QString &organizationId,
                                           const QList<GrantedSite> &granted) const;

    /** The ids of the granted sites that belong to this connection and to those that stand on the
     * same sign-in. NotFound when the connection's own is not among them. */
    [[nodiscard]] Result<QStringList> renewedBy(const QString &userId,
                                                const QString &connectionId,
                                                const QList<GrantedSite> &granted) const;

    /** A sign-in that worked. */
    struct Fresh
    {
        QString userId;
        QString service;
        QString clientId;
        oauth::TokenSet tokens;
        QString connectionId; ///< to be signed in again; may be empty
        QString organizationId; ///< whose new connections are; empty: the user's
    };
    /** Stores the tokens and the proven connections, whose ids it fills in; older sign-ins that no
     * connection stands on any more are forgotten. */
    [[nodiscard]] Result<> store(const Fresh &fresh, QList<ConnectionReport> &reports) const;

private:
    void forgetUnused(QStringList grantIds) const;

    connections::Connections &m_connections;
    oauth::Grants &m_grants;
};

} // namespace fairlead::providers
