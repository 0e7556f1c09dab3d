// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/knownservers.h"
#include "server/gateway/upstreams.h"

/** What /api/upstreams says: pure conversions, no state. */
namespace fairlead::api {

[[nodiscard]] QJsonObject toJson(const gateway::KnownServer &server);
/** The connection's state, and of one that is signed in whether its server can be reached: nobody
 * writes that down. */
[[nodiscard]] connections::ConnectionState standingState(const connections::Connection &connection,
                                                         const gateway::UpstreamStanding &standing);
/** Without its tools: how many there are of each state. */
[[nodiscard]] QJsonObject toJson(const gateway::UpstreamView &view);
/** A tool of it, with both definitions, so that what has changed can be shown. */
[[nodiscard]] QJsonObject toJson(const gateway::UpstreamView &view,
                                 const gateway::PinnedTool &tool);
[[nodiscard]] QJsonArray refusedJson(const gateway::UpstreamView &view);

} // namespace fairlead::api
