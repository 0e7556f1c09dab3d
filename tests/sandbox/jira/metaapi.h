// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** What the site consists of, and which fields an issue takes. */
class MetaApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response serverInfo(const JiraCall &call) const;
    [[nodiscard]] static Response fields(const JiraCall &call);
    [[nodiscard]] Response priorities(const JiraCall &call) const;
    [[nodiscard]] Response statuses(const JiraCall &call) const;
    [[nodiscard]] Response issueTypes(const JiraCall &call) const;
    [[nodiscard]] Response linkTypes(const JiraCall &call) const;
    [[nodiscard]] Response createTypes(const JiraCall &call) const;
    [[nodiscard]] Response createFields(const JiraCall &call) const;
    [[nodiscard]] Response editFields(const JiraCall &call);
    [[nodiscard]] QJsonObject fieldMeta(const JiraCall &call,
                                        const FieldInfo &field,
                                        const JiraProject &project,
                                        const NamedItem &type) const;
};

} // namespace fairlead::sandbox
