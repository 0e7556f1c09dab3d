// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** The versions of projects: two for each software project, and those that are made. */
class VersionApi final : public JiraApi
{
public:
    VersionApi(Site &site, SearchIndex &index);

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response list(const JiraCall &call) const;
    [[nodiscard]] Response create(const JiraCall &call);
    [[nodiscard]] Response update(const JiraCall &call);
    /** Sets what the body has; what is wrong with it, by member. */
    [[nodiscard]] QMap<QString, QString> set(JiraVersion &version, const QJsonObject &body) const;
    void seed(const JiraProject &project);
};

} // namespace fairlead::sandbox
