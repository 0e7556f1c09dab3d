// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

/**
 * The changelog of issues. It notices changes by comparing the issues with how they were, so that
 * no endpoint need tell it; what happened before the start is made up from what the issues are.
 */
class HistoryApi final : public JiraApi
{
public:
    HistoryApi(Site &site, SearchIndex &index);

    [[nodiscard]] JiraHandlers handlers();
    /** To be called after a request that may have changed issues. */
    void record(const JiraUser *author);

private:
    struct Entry
    {
        QString id;
        QString authorId;
        QDateTime created;
        QJsonArray items;
    };

    [[nodiscard]] Response ofIssue(const JiraCall &call);
    [[nodiscard]] Response ofIssues(const JiraCall &call);
    void seed(const JiraIssue &issue);
    void add(const JiraIssue &issue,
             const QString &authorId,
             const QDateTime &at,
             QJsonArray items);

    QHash<QString, QList<Entry>> m_entries; ///< by issue id
    QHash<QString, JiraIssue> m_before; ///< by id
    int m_lastId = 40000;
};

} // namespace fairlead::sandbox
