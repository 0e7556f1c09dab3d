// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

/** What the value of an argument means, and the sentence where it means nothing. */
namespace fairlead::providers::jira {

/** Whether a text stands for "nobody" or "nothing": empty, "none", "null", "unassigned". */
[[nodiscard]] bool meansNone(const QString &text);
/** The label, which must be one word. */
[[nodiscard]] Result<QString> checkedLabel(const QString &label, QLatin1StringView name);
/** InvalidInput: the argument is what it is, but must be what `allowed` says. */
[[nodiscard]] tl::unexpected<Error> wrongArgument(QLatin1StringView name,
                                                  const QString &given,
                                                  const QString &allowed);

} // namespace fairlead::providers::jira
