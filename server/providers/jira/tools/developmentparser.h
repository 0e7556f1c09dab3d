// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

/**
 * What the development panel's interface says, /rest/dev-status/1.0. Atlassian does not document
 * it; its shape is what Jira's own pages and public clients read, so that nothing but the frame is
 * taken for granted. Pure functions; errors are InvalidData.
 */
namespace fairlead::providers::jira {

/** One kind of thing that the panel counts. */
struct DevelopmentSection
{
    QString type; ///< "pullrequest", "branch", "repository", "build", "deployment-environment", …
    qint64 count = 0;
    QString state; ///< what the counts add: "1 successful, 1 failed"; often empty
    QStringList applications; ///< by which it can be asked for: "GitHub"
};

namespace parser {

[[nodiscard]] Result<QList<DevelopmentSection>> developmentSummary(const QByteArray &body);
/** A line for each pull request, branch and commit. */
[[nodiscard]] Result<QStringList> developmentLines(const QByteArray &body);
/** The numeric id of an issue. */
[[nodiscard]] Result<QString> issueId(const QByteArray &body);

} // namespace parser
} // namespace fairlead::providers::jira
