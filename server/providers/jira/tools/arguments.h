// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

/** Reads the arguments of a call that has passed its schema. */
namespace fairlead::providers::jira {

/** The text, trimmed of white space at both ends; empty when absent. */
[[nodiscard]] QString textOf(const tools::ToolCall &call, QLatin1StringView name);
/** The texts of a list, without empty ones. */
[[nodiscard]] QStringList listOf(const tools::ToolCall &call, QLatin1StringView name);
/** Whether a text stands for "nobody" or "nothing": empty, "none", "null", "unassigned". */
[[nodiscard]] bool meansNone(const QString &text);
/** The label, which must be one word. */
[[nodiscard]] Result<QString> checkedLabel(const QString &label, QLatin1StringView name);
/** InvalidInput: the argument is what it is, but must be what `allowed` says. */
[[nodiscard]] tl::unexpected<Error> wrongArgument(QLatin1StringView name,
                                                  const QString &given,
                                                  const QString &allowed);

} // namespace fairlead::providers::jira
