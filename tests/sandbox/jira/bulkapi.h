// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/** Many issues at once: made in one request, or moved by a task that goes on step by step, each
 * time that somebody asks how far it is. */
class BulkApi final : public JiraApi
{
public:
    /** `createIssue` is the endpoint for one. */
    BulkApi(Site &site, SearchIndex &index, JiraHandler createIssue);

    [[nodiscard]] JiraHandlers handlers();

private:
    struct Task
    {
        QString accountId;
        QString projectId;
        QString typeId;
        QString parentId;
        QStringList waiting; ///< issue ids
        QJsonArray done;
        QJsonObject failed;
        qsizetype total = 0;
        int looks = 0; ///< how often it was asked for
    };

    [[nodiscard]] Response create(const JiraCall &call) const;
    [[nodiscard]] Response move(const JiraCall &call);
    [[nodiscard]] Response progress(const JiraCall &call);
    void moveNext(const JiraUser *user, Task &task);

    JiraHandler m_createIssue;
    QHash<QString, Task> m_tasks;
};

} // namespace fairlead::sandbox
