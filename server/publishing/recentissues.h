// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/issuedesk.h"

namespace fairlead::publishing {

inline constexpr int recentIssuesOfAPage = 100; // Jira's limit
inline constexpr int mostRecentPages = 50;

/** The search for what the account made there since a lost issue was asked for, oldest first. */
[[nodiscard]] QString recentIssuesOf(const LostIssue &lost);

/** Not all pages could be looked at: to say "none" would make a second issue. */
[[nodiscard]] tl::unexpected<Error> tooManyRecent(const LostIssue &lost);

} // namespace fairlead::publishing
