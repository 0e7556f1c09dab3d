// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/providers/undorules.h"

namespace fairlead::providers::jira {

/** Jira's writes, and how each is taken back or why it cannot be. */
[[nodiscard]] std::span<const UndoKind> undoKinds();

/** The same with the calls that take them back. */
[[nodiscard]] UndoRules undoRules(const JiraTools &tools);

} // namespace fairlead::providers::jira
