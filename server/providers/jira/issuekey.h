// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

namespace fairlead::providers::jira {

/** Which issue a caller means. */
struct IssueAddress
{
    QString key; ///< "ABC-1"
    QString host; ///< "company.atlassian.net:8443" when a URL was given; else empty
    QString cloudId = {}; ///< when it was one of Atlassian's gateway: …/ex/jira/{cloudId}/…
};

/** Whether the text is an issue key in its canonical form, fit to be a part of a path. */
[[nodiscard]] bool isIssueKey(const QString &text);
/** Whether the text is a project key in its canonical form. */
[[nodiscard]] bool isProjectKey(const QString &text);

/** Whether the text is one of Jira's numbers for things, fit to be a part of a path. */
[[nodiscard]] bool isNumericId(const QString &text);
/** "ABC" of "ABC-1". */
[[nodiscard]] QString projectOf(const QString &issueKey);

/** Reads "abc-1", "ABC-1", or any URL that shows an issue, such as
 * "https://company.atlassian.net/browse/ABC-1" or a board's "…?selectedIssue=ABC-1"; InvalidInput
 * names the argument. */
[[nodiscard]] Result<IssueAddress> issueAddress(const QString &text, QLatin1StringView argument);
/** Reads "abc" or "ABC"; InvalidInput names the argument. */
[[nodiscard]] Result<QString> projectKey(const QString &text, QLatin1StringView argument);

} // namespace fairlead::providers::jira
