// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Links from issues to pages elsewhere; one of a known global id takes the place of the old one.
 */
class RemoteLinkApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response list(const JiraCall &call);
    [[nodiscard]] Response save(const JiraCall &call);
    [[nodiscard]] Response removeById(const JiraCall &call);
    [[nodiscard]] Response removeByGlobalId(const JiraCall &call);
    /** The issue, when the caller may link it; else the refusal. */
    [[nodiscard]] std::optional<Response> refused(const JiraCall &call, const JiraIssue *issue);
};

} // namespace fairlead::sandbox
