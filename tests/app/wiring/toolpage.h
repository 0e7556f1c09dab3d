// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

#include <QJsonObject>

namespace fairlead::tests {

/** TOOLS.md: every tool with its arguments, endpoints, access and toolset, and what stands in the
 * place of each tool of the peers (`equivalents`: by peer, a list of tool, ours and note). */
[[nodiscard]] QString toolPage(const QList<tools::ToolDefinition> &tools,
                               const QJsonObject &equivalents);

} // namespace fairlead::tests
