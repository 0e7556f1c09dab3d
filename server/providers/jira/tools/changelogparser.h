// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

/** What Jira's answers say about the history of issues. Pure functions; errors are InvalidData. */
namespace fairlead::providers::jira {

/** What an issue is called and how it stands. */
struct IssueHead
{
    QString id;
    QString key;
    QString summary;
    QString status;
    bool isDone = false;
    QDateTime created;
};

/** One field of one issue that somebody changed. */
struct Change
{
    QString issueId;
    QDateTime at;
    QString author;
    QString field;
    QString from; ///< empty: there was nothing
    QString to;
};

struct ChangePage
{
    QList<Change> changes; ///< oldest first
    QString nextPageToken; ///< empty: this is the last page
};

namespace parser {

/** Of POST /rest/api/3/issue/bulkfetch with summary, status and created. */
[[nodiscard]] Result<QList<IssueHead>> issueHeads(const QByteArray &body);
/** Of POST /rest/api/3/changelog/bulkfetch. */
[[nodiscard]] Result<ChangePage> changes(const QByteArray &body);

} // namespace parser

/** How long an issue was in each status up to `now`: "To Do 2d 3h, In Progress 4h so far". */
[[nodiscard]] QString timeInStatus(const IssueHead &issue,
                                   const QList<Change> &changes,
                                   const QDateTime &now);

} // namespace fairlead::providers::jira
