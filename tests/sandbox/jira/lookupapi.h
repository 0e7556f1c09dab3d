// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Issues by a list of keys, and by what somebody types into a picker. */
class LookupApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response bulkFetch(const JiraCall &call) const;
    [[nodiscard]] Response pick(const JiraCall &call);
    [[nodiscard]] Result<QList<const JiraIssue *>> searched(const JiraCall &call,
                                                            const QString &jql);
    /** What the caller has made: the sandbox keeps no record of who looked at what. */
    [[nodiscard]] QList<const JiraIssue *> history(const JiraCall &call) const;
};

} // namespace fairlead::sandbox
