// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

JiraIssue *JiraApi::issueOf(const JiraCall &call)
{
    JiraIssue *issue = m_site.issue(call.path[u"issueIdOrKey"_s]);
    return issue && m_site.allows(call.caller, *issue, Permission::BrowseProjects) ? issue
                                                                                   : nullptr;
}

const JiraProject *JiraApi::projectOf(const JiraCall &call) const
{
    const JiraProject *project = m_site.project(call.path[u"projectIdOrKey"_s]);
    return project && m_site.allows(call.caller, *project, Permission::BrowseProjects) ? project
                                                                                       : nullptr;
}

Renderer JiraApi::rendererFor(const JiraCall &call) const
{
    return {m_site, call.base, call.caller};
}

JiraPage::JiraPage(const JiraCall &call, qsizetype count, int otherwise, int limit)
    : startAt(qMax(0, call.request.integer(u"startAt", 0)))
    , maxResults(qBound(0, call.request.integer(u"maxResults", otherwise), limit))
    , total(count)
{}

QJsonObject JiraPage::envelope() const
{
    return {{u"startAt"_s, startAt}, {u"maxResults"_s, maxResults}, {u"total"_s, total}};
}

} // namespace fairlead::sandbox
