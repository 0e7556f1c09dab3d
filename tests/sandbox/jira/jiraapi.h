// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"
#include "tests/sandbox/jira/renderer.h"
#include "tests/sandbox/jira/searchindex.h"

#include <functional>

namespace fairlead::sandbox {

/** One request to one of Jira's endpoints, already known to be well formed. */
struct JiraCall
{
    const Request &request;
    const JiraUser *caller; ///< nullptr: anonymous
    QHash<QString, QString> path;
    QJsonObject body;
    QString base; ///< what "self" links begin with
};

using JiraHandler = std::function<Response(const JiraCall &)>;
using JiraHandlers = QHash<QString, JiraHandler>; ///< by operation id

/** What the groups of endpoints share: the site, its search index and the usual look-ups. */
class JiraApi
{
public:
    JiraApi(Site &site, SearchIndex &index)
        : m_site(site)
        , m_index(index)
    {}

protected:
    /** The issue of the path, or nullptr where the caller may not see it. */
    [[nodiscard]] JiraIssue *issueOf(const JiraCall &call);
    /** The project of the path, or nullptr where the caller may not see it. */
    [[nodiscard]] const JiraProject *projectOf(const JiraCall &call) const;
    [[nodiscard]] Renderer rendererFor(const JiraCall &call) const;

    Site &m_site;
    SearchIndex &m_index;
};

/** The slice of a list that startAt and maxResults ask for, with what Jira says around it. */
struct JiraPage
{
    int startAt = 0;
    int maxResults = 0;
    qsizetype total = 0;

    JiraPage(const JiraCall &call, qsizetype count, int otherwise, int limit);

    [[nodiscard]] bool contains(qsizetype index) const
    {
        return index >= startAt && index < startAt + maxResults;
    }
    [[nodiscard]] bool isLast() const { return startAt + maxResults >= total; }
    /** startAt, maxResults and total. */
    [[nodiscard]] QJsonObject envelope() const;
};

} // namespace fairlead::sandbox
