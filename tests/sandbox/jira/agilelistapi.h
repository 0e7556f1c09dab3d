// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/agilestate.h"
#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** The issues of boards, backlogs and sprints: /rest/software/1.0, paged by tokens. */
class AgileListApi final : public JiraApi
{
public:
    AgileListApi(Site &site, SearchIndex &index, AgileState &state);

    [[nodiscard]] JiraHandlers handlers();

private:
    using Filter = std::function<bool(const JiraIssue &)>;

    [[nodiscard]] Response boardIssues(const JiraCall &call, bool isCount) const;
    [[nodiscard]] Response backlog(const JiraCall &call, bool isCount) const;
    [[nodiscard]] Response sprintIssues(const JiraCall &call);
    /** A page of what passes the filter and the call's JQL, or how many do. */
    [[nodiscard]] Response list(const JiraCall &call, const Filter &filter, bool isCount) const;

    AgileState &m_state;
};

} // namespace fairlead::sandbox
