// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/** What Jira's answers about many issues at once say. Pure functions; errors are InvalidData. */
namespace fairlead::providers::jira {

/** What became of issues that were to be made. */
struct CreatedIssues
{
    QStringList keys; ///< of those made, in the order in which they were sent
    QList<std::pair<qint64, QString>> refused; ///< index of what was sent, and why
};

/** How far a bulk operation has come. */
struct BulkProgress
{
    QString status; ///< "ENQUEUED", "RUNNING", "COMPLETE", "FAILED", "CANCELLED", "DEAD", …
    qint64 percent = 0;
    QStringList doneIds;
    QList<std::pair<QString, QString>> failed; ///< issue id and why
    qint64 inaccessible = 0;

    [[nodiscard]] bool isRunning() const;
};

namespace parser {

[[nodiscard]] Result<CreatedIssues> createdIssues(const QByteArray &body);
[[nodiscard]] Result<QString> taskId(const QByteArray &body);
[[nodiscard]] Result<BulkProgress> bulkProgress(const QByteArray &body);
/** Keys by ids, of a bulkfetch. */
[[nodiscard]] Result<QHash<QString, QString>> keysById(const QByteArray &body);

} // namespace parser
} // namespace fairlead::providers::jira
