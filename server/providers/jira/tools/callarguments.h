// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/tools/tool.h"

#include <optional>

/** Arguments that several tools have, as what they mean. Errors are InvalidInput and name the
 * argument. */
namespace fairlead::providers::jira::arguments {

/** The keys of issues, given as keys or URLs; each once, in the order given. */
[[nodiscard]] Result<QStringList> issueKeys(const tools::ToolCall &call, QLatin1StringView name);
/** The key of an issue; nothing when the argument is absent. */
[[nodiscard]] Result<std::optional<QString>> issueKey(const tools::ToolCall &call,
                                                      QLatin1StringView name);
/** The index at which a list goes on: the argument "cursor", 0 when absent. */
[[nodiscard]] Result<qint64> startAt(const tools::ToolCall &call);

} // namespace fairlead::providers::jira::arguments
