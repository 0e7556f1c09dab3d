// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** What people add to an issue: comments and work logs. */
class TalkApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response comments(const JiraCall &call);
    [[nodiscard]] Response addComment(const JiraCall &call);
    [[nodiscard]] Response getComment(const JiraCall &call);
    [[nodiscard]] Response updateComment(const JiraCall &call);
    [[nodiscard]] Response deleteComment(const JiraCall &call);
    [[nodiscard]] Response worklogs(const JiraCall &call);
    [[nodiscard]] Response getWorklog(const JiraCall &call);
    [[nodiscard]] Response addWorklog(const JiraCall &call);
    [[nodiscard]] Response deleteWorklog(const JiraCall &call);
    [[nodiscard]] static JiraComment *commentOf(const JiraCall &call, JiraIssue &issue);
};

} // namespace fairlead::sandbox
