// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/jira/jqlquery.h"

namespace fairlead::sandbox {

/** Reads JQL. The error's message is the sentence that Jira answers with. */
[[nodiscard]] Result<JqlQuery> parseJql(const QString &text);

} // namespace fairlead::sandbox
