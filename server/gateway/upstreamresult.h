// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

namespace fairlead::gateway {

/**
 * The result of an upstream's tools/call as a tool's answer: its texts without what is hidden in
 * them, marked with `source`. `hasOutputSchema`: structured content is a part of the tool's
 * definition; otherwise it is only kept as text, where there is no other. InvalidData when it is no
 * such result.
 */
[[nodiscard]] Result<tools::ToolResult> upstreamResult(const QJsonObject &result,
                                                       const QString &source,
                                                       bool hasOutputSchema);

} // namespace fairlead::gateway
