// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Projects, and what the caller may do in them. */
class ProjectApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response searchProjects(const JiraCall &call) const;
    [[nodiscard]] Response getProject(const JiraCall &call) const;
    [[nodiscard]] Response statuses(const JiraCall &call) const;
    [[nodiscard]] Response myPermissions(const JiraCall &call) const;
    /** Whether the caller has it there (or anywhere); nothing for a name that Jira lacks. */
    [[nodiscard]] std::optional<bool> permission(const JiraCall &call,
                                                 const QString &key,
                                                 const JiraProject *project) const;
    [[nodiscard]] QList<const JiraProject *> visibleProjects(const JiraCall &call) const;
    void sort(QList<const JiraProject *> &projects, const QString &order) const;
};

} // namespace fairlead::sandbox
