// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreams.h"

/** The words for remote MCP servers and their tools. */
namespace fairlead::ui {

/** "Connected (MCP 2025-06-18). The last answer took 45 ms." and so on, a line each. */
[[nodiscard]] QStringList upstreamHealthLines(const gateway::UpstreamGlance &glance);
/** "812 of 1,000 requests in 60 minutes are used." */
[[nodiscard]] QString upstreamLimitText(const gateway::LimitStanding &standing);
[[nodiscard]] QString toolStateText(const gateway::PinnedTool &tool);
[[nodiscard]] QString toolEffectText(tools::ToolEffect effect);

/** Whether somebody has to look at it before clients may use it. */
[[nodiscard]] bool isWaiting(const gateway::PinnedTool &tool);

} // namespace fairlead::ui
