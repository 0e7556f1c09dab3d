// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** The people of the site. */
class UserApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response currentUser(const JiraCall &call) const;
    [[nodiscard]] Response getUser(const JiraCall &call) const;
    [[nodiscard]] Response bulkGet(const JiraCall &call) const;
    [[nodiscard]] Response findUsers(const JiraCall &call) const;
    [[nodiscard]] Response findAssignable(const JiraCall &call) const;
    [[nodiscard]] Response listed(const JiraCall &call, const JiraProject *assignableIn) const;
};

} // namespace fairlead::sandbox
