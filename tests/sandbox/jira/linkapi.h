// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Links between issues. */
class LinkApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response get(const JiraCall &call);
    [[nodiscard]] Response create(const JiraCall &call);
    [[nodiscard]] Response remove(const JiraCall &call);
};

} // namespace fairlead::sandbox
