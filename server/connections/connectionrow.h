// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/store/database.h"

/** A connection as the table pm_provider_connections has it. */
namespace fairlead::connections::row {

/** Without slashes at the end, so that one site is one site however it was typed. */
[[nodiscard]] QString encoded(const QUrl &url);
[[nodiscard]] QString encoded(const QStringList &texts);
/** A null QString would be stored as NULL. */
[[nodiscard]] QString stored(const QString &text);

[[nodiscard]] Result<Connection> connectionFrom(const store::Row &row);
/** username, name, api_base_url, account_name, auth_type, grant_id, state, last_error, limitations.
 */
[[nodiscard]] QVariantList changingValues(const Connection &connection);

} // namespace fairlead::connections::row
