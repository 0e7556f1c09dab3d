// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead {
class Clock;
} // namespace fairlead
namespace fairlead::audit {
class ActivityLog;
} // namespace fairlead::audit
namespace fairlead::connections {
class Connections;
} // namespace fairlead::connections
namespace fairlead::gateway {
class Upstreams;
} // namespace fairlead::gateway

namespace fairlead::wiring {

/** From now on the log says when a remote MCP server offers tools that stay hidden until a person
 * approves them. Everything passed outlives the event loop. */
void recordHiddenTools(const gateway::Upstreams &upstreams,
                       connections::Connections &connections,
                       audit::ActivityLog &log,
                       const Clock &clock);

} // namespace fairlead::wiring
