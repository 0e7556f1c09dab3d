// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/tools/agileparser.h"

/** Boards and sprints by what a person calls them. Errors are InvalidInput that list what there is,
 * or those of the call. */
namespace fairlead::providers::jira {

// Boards and sprints have scopes of their own, which an API token with the usual ones lacks.
inline constexpr auto boardScopes =
    QLatin1StringView("read:board-scope:jira-software and read:project:jira");
inline constexpr auto issueScopes =
    QLatin1StringView("read:board-scope:jira-software, read:sprint:jira-software, "
                      "read:issue-details:jira and read:jql:jira");
inline constexpr auto sprintScopes = QLatin1StringView("read:sprint:jira-software");

/** By id, or by name, whatever its case; a part of the name will do where only one board has it. */
[[nodiscard]] QCoro::Task<Result<Board>> boardNamed(JiraSessions::Session session, QString wanted);

/** By id; by name, "active" or "next" among those of `board`, which is needed for these. */
[[nodiscard]] QCoro::Task<Result<Sprint>> sprintNamed(JiraSessions::Session session,
                                                      QString board,
                                                      QString wanted);

/** "37  active  Sprint 12  2026-11-09 to 2026-11-23  Goal: ship it" */
[[nodiscard]] QString sprintLine(const Sprint &sprint);

} // namespace fairlead::providers::jira
