// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/promptprovider.h"

/** Jira's prompts as people see them in their client. */
namespace fairlead::providers::jira::definitions {

[[nodiscard]] tools::PromptDefinition planSprint();
[[nodiscard]] tools::PromptDefinition documentToIssues();
[[nodiscard]] tools::PromptDefinition triageIssues();

} // namespace fairlead::providers::jira::definitions
