// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/http/router.h"
#include "server/providers/provider.h"

namespace fairlead::api {

/** On whose behalf a REST call is made; the holder of a management token may do everything. */
[[nodiscard]] tools::Caller callerOf(const http::Call &call);

/** The connection to a service that `wanted` (id, name, site or account; may be empty) means.
 * NotFound with the next step when the caller has none like that; Conflict names them when there
 * are several. */
[[nodiscard]] Result<connections::Connection> chosenConnection(
    const connections::Connections &connections,
    const tools::Caller &caller,
    const providers::Provider &provider,
    const QString &wanted);

} // namespace fairlead::api
