// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/tools/tool.h"

#include <optional>

/** A call's arguments as what they mean. Errors are InvalidInput and name the argument. */
namespace fairlead::providers::jira::arguments {

/** Without white space at its ends; empty when absent. */
[[nodiscard]] QString text(const tools::ToolCall &call, QLatin1StringView name);
/** The same of each text in a list, without empty ones. */
[[nodiscard]] QStringList list(const tools::ToolCall &call, QLatin1StringView name);
/** The keys of issues, given as keys or URLs; each once, in the order given. */
[[nodiscard]] Result<QStringList> issueKeys(const tools::ToolCall &call, QLatin1StringView name);
/** The key of an issue; nothing when the argument is absent. */
[[nodiscard]] Result<std::optional<QString>> issueKey(const tools::ToolCall &call,
                                                      QLatin1StringView name);
/** The index at which a list goes on: the argument "cursor", 0 when absent. */
[[nodiscard]] Result<qint64> startAt(const tools::ToolCall &call);
/** Whether the text is an id of digits, fit to be a part of a path. */
[[nodiscard]] bool isId(const QString &text);

} // namespace fairlead::providers::jira::arguments
