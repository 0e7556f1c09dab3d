// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/**
 * The development panel, /rest/dev-status/1.0, which Atlassian does not document: its shape is what
 * public clients read. What it tells follows from an issue's status: a branch with a commit once
 * work has begun, a pull request with builds from the review on.
 */
class DevelopmentApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response summary(const JiraCall &call) const;
    [[nodiscard]] Response detail(const JiraCall &call) const;
    /** The issue that is asked for, or nullptr where the caller may not see it. */
    [[nodiscard]] const JiraIssue *issueFor(const JiraCall &call) const;
};

} // namespace fairlead::sandbox
