// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Issues: making, reading, changing, moving through the workflow, deleting. */
class IssueApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response create(const JiraCall &call);
    [[nodiscard]] Response get(const JiraCall &call);
    [[nodiscard]] Response edit(const JiraCall &call);
    [[nodiscard]] Response remove(const JiraCall &call);
    [[nodiscard]] Response assign(const JiraCall &call);
    [[nodiscard]] Response transitions(const JiraCall &call);
    [[nodiscard]] Response transition(const JiraCall &call);
    [[nodiscard]] QJsonArray transitionsOf(const JiraIssue &issue, const Renderer &renderer) const;
};

} // namespace fairlead::sandbox
