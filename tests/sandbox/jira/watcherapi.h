// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Who is told of an issue's changes. */
class WatcherApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response list(const JiraCall &call);
    [[nodiscard]] Response add(const JiraCall &call);
    [[nodiscard]] Response remove(const JiraCall &call);
    /** What stands against the caller's changing this watcher of the issue. */
    [[nodiscard]] std::optional<Response> refused(const JiraCall &call,
                                                  const JiraIssue &issue,
                                                  const QString &accountId) const;
};

} // namespace fairlead::sandbox
