// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** What helps to write JQL: its check, suggestions of values, and saved filters. */
class JqlApi final : public JiraApi
{
public:
    using JiraApi::JiraApi;

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response parse(const JiraCall &call) const;
    [[nodiscard]] Response suggestions(const JiraCall &call) const;
    [[nodiscard]] Response filters(const JiraCall &call) const;
    /** What a query may compare the field with: value and what people call it. */
    [[nodiscard]] QList<std::pair<QString, QString>> valuesOf(const JiraCall &call,
                                                              const QString &field) const;
};

} // namespace fairlead::sandbox
