// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/jira/jiraapi.h"
#include "tests/sandbox/jira/jqlquery.h"

#include <random>

namespace fairlead::sandbox {

/** Searching by JQL: pages by opaque tokens, the approximate count, and the removed endpoint. */
class SearchApi final : public JiraApi
{
public:
    SearchApi(Site &site, SearchIndex &index);

    [[nodiscard]] JiraHandlers handlers();

private:
    /** A search whose later pages somebody may still ask for. */
    struct OpenSearch
    {
        QString jql;
        QString accountId;
        QStringList ids;
        qsizetype next = 0;
        QDateTime expires;
    };

    [[nodiscard]] Response searchByQuery(const JiraCall &call);
    [[nodiscard]] Response searchByBody(const JiraCall &call);
    [[nodiscard]] Response search(const JiraCall &call, const QJsonObject &wanted);
    /** The search that the token belongs to, or nullptr where it is not the caller's. */
    [[nodiscard]] const OpenSearch *openSearch(const JiraCall &call,
                                               const QString &jql,
                                               const QString &token) const;
    [[nodiscard]] Response page(const JiraCall &call, OpenSearch search, const QJsonObject &wanted);
    [[nodiscard]] Response count(const JiraCall &call);
    [[nodiscard]] static Response removed(const JiraCall &call);

    [[nodiscard]] Result<QStringList> find(const JiraCall &call,
                                           const QString &jql,
                                           const QStringList &reconciled);
    [[nodiscard]] QString keep(const OpenSearch &search);

    QHash<QString, OpenSearch> m_open; ///< by page token
    std::mt19937_64 m_random{20261120};
};

} // namespace fairlead::sandbox
