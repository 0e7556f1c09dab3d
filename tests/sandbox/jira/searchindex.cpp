// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/searchindex.h"

namespace fairlead::sandbox {

SearchIndex::SearchIndex(const Site &site, std::chrono::milliseconds lag)
    : m_site(site)
    , m_lag(lag)
{}

void SearchIndex::aboutToChange(const JiraIssue &issue)
{
    if (m_lag.count() == 0)
        return;
    forgetOld();
    const qint64 until = m_site.clock().monotonicMs() + m_lag.count();
    if (m_stale.contains(issue.id))
        m_stale[issue.id].until = until;
    else
        m_stale.insert(issue.id, {.before = issue, .until = until});
}

void SearchIndex::added(const JiraIssue &issue)
{
    if (m_lag.count() > 0)
        m_stale.insert(
            issue.id,
            {.before = std::nullopt, .until = m_site.clock().monotonicMs() + m_lag.count()});
}

QList<const JiraIssue *> SearchIndex::issues(const QStringList &reconciled)
{
    forgetOld();
    QList<const JiraIssue *> result;
    for (const JiraIssue &issue : m_site.issues) {
        if (!m_stale.contains(issue.id) || reconciled.contains(issue.id))
            result.append(&issue);
    }
    for (auto it = m_stale.constBegin(); it != m_stale.constEnd(); ++it) {
        if (it->before && !reconciled.contains(it.key()))
            result.append(&*it->before);
    }
    return result;
}

void SearchIndex::forgetOld()
{
    const qint64 now = m_site.clock().monotonicMs();
    m_stale.removeIf([now](const auto &entry) { return entry.value().until <= now; });
}

} // namespace fairlead::sandbox
