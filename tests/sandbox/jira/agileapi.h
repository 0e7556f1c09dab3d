// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/agilestate.h"
#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Boards and sprints: /rest/agile/1.0. */
class AgileApi final : public JiraApi
{
public:
    AgileApi(Site &site, SearchIndex &index, AgileState &state);

    [[nodiscard]] JiraHandlers handlers();

private:
    [[nodiscard]] Response boards(const JiraCall &call) const;
    [[nodiscard]] Response board(const JiraCall &call) const;
    [[nodiscard]] Response sprints(const JiraCall &call) const;
    [[nodiscard]] Response createSprint(const JiraCall &call);
    [[nodiscard]] Response getSprint(const JiraCall &call);
    [[nodiscard]] Response updateSprint(const JiraCall &call);
    [[nodiscard]] Response moveToSprint(const JiraCall &call);
    [[nodiscard]] Response moveToBacklog(const JiraCall &call);
    [[nodiscard]] Response rank(const JiraCall &call);
    [[nodiscard]] bool allows(const JiraCall &call, const JiraBoard &board, Permission) const;
    [[nodiscard]] QJsonObject rendered(const JiraCall &call, const JiraBoard &board) const;
    [[nodiscard]] QJsonObject rendered(const JiraCall &call, const JiraSprint &sprint) const;
    /** Moves what the caller may edit among the body's issues; 207 when it is not all of them. */
    [[nodiscard]] Response change(const JiraCall &call,
                                  const std::function<void(const QStringList &)> &work,
                                  bool hasEntries);

    AgileState &m_state;
};

} // namespace fairlead::sandbox
