// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/authorizationserver.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::oauth {

/**
 * The authorization servers that were found out while the program ran, in the table
 * `oauth_servers`, so that sign-ins made with them can be renewed after a restart. The database
 * outlives it.
 */
class ServerStore final
{
public:
    explicit ServerStore(store::Database &database);

    /** In place of what was known of its service. */
    [[nodiscard]] Result<> keep(const AuthorizationServer &server);
    [[nodiscard]] Result<QList<AuthorizationServer>> all() const;

private:
    store::Database &m_database;
};

} // namespace fairlead::oauth
