// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/site.h"

#include <chrono>

namespace fairlead::sandbox {

/**
 * What a search finds. Jira's index runs behind its issues; with a lag, a search goes on seeing an
 * issue as it was before the change until that much time has passed.
 */
class SearchIndex
{
public:
    SearchIndex(const Site &site, std::chrono::milliseconds lag);

    /** To be called before an issue is changed or removed. */
    void aboutToChange(const JiraIssue &issue);
    /** To be called after an issue was added. */
    void added(const JiraIssue &issue);

    /** Every issue as the index knows it; those named in `reconciled` as they are. */
    [[nodiscard]] QList<const JiraIssue *> issues(const QStringList &reconciled);

private:
    struct Stale
    {
        std::optional<JiraIssue> before; ///< absent: did not exist
        qint64 until = 0;
    };

    void forgetOld();

    const Site &m_site;
    std::chrono::milliseconds m_lag;
    QHash<QString, Stale> m_stale;
};

} // namespace fairlead::sandbox
