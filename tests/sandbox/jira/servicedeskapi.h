// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

#include <QSet>

namespace fairlead::sandbox {

/**
 * Jira Service Management, /rest/servicedeskapi: Operations has a service desk with two request
 * types and two queues. Requests become issues of that project. The shapes are those that
 * Atlassian's documentation of the Cloud REST API shows.
 */
class ServiceDeskApi final : public JiraApi
{
public:
    /** `createIssue` is Jira's own endpoint for one. */
    ServiceDeskApi(Site &site, SearchIndex &index, JiraHandler createIssue);

    [[nodiscard]] JiraHandlers handlers();

    /** Whether customers cannot see the comment. */
    [[nodiscard]] bool isInternal(const QString &commentId) const
    {
        return m_internal.contains(commentId);
    }

private:
    [[nodiscard]] Response desks(const JiraCall &call) const;
    [[nodiscard]] Response queues(const JiraCall &call) const;
    [[nodiscard]] Response queueIssues(const JiraCall &call) const;
    [[nodiscard]] Response requestTypes(const JiraCall &call) const;
    [[nodiscard]] Response requestFields(const JiraCall &call) const;
    [[nodiscard]] Response createRequest(const JiraCall &call) const;
    [[nodiscard]] Response comment(const JiraCall &call);

    /** The desk's project, or nullptr where the caller may not see the desk of the path. */
    [[nodiscard]] const JiraProject *deskOf(const JiraCall &call) const;
    [[nodiscard]] const JiraProject *deskNamed(const JiraCall &call, const QString &id) const;
    [[nodiscard]] QList<const JiraIssue *> waiting(const JiraCall &call,
                                                   const QString &queue) const;

    JiraHandler m_createIssue;
    QSet<QString> m_internal; ///< comment ids
};

} // namespace fairlead::sandbox
