// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreammessages.h"
#include "server/tools/tool.h"

namespace fairlead::gateway {

/**
 * The result of an upstream's tools/call as a tool's answer: its texts without what is hidden in
 * them, marked with `source`; structured content also as it came, as far as `reply` has its text.
 * `hasOutputSchema`: structured content is a part of the tool's definition; otherwise it is only
 * kept as text, where there is no other. InvalidData when it is no such result.
 */
[[nodiscard]] Result<tools::ToolResult> upstreamResult(const UpstreamReply &reply,
                                                       const QString &source,
                                                       bool hasOutputSchema);

} // namespace fairlead::gateway
