// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"

#include <QCoroTask>

/** Reads what hangs on an issue beside its fields; keys have passed their grammar. */
namespace fairlead::providers::jira {

class JiraDirectory;

[[nodiscard]] QCoro::Task<Result<QList<AttachedFile>>> attachmentsOf(JiraSessions::Session session,
                                                                     QString key);
[[nodiscard]] QCoro::Task<Result<QList<LinkedIssue>>> linksOf(JiraSessions::Session session,
                                                              QString key);

/** "10010  screen.png  image/png  12.3 KB  Mia Krystof, 2026-11-20 10:00" */
[[nodiscard]] QString attachmentLine(const AttachedFile &attachment);
/** "21  Start work -> In Progress  needs Resolution" */
[[nodiscard]] QString transitionLine(const Transition &transition);
/** "12 bytes", "12.3 KB", "4.5 MB" */
[[nodiscard]] QString fileSizeText(qint64 bytes);

/** A part of an issue's text under a heading: one of "links", "attachments", "transitions",
 * "changelog", "worklog". A part that cannot be read says why: the others are still of use. */
[[nodiscard]] QCoro::Task<QString> extraText(JiraDirectory &directory,
                                             JiraSessions::Session session,
                                             QString key,
                                             QString part);

} // namespace fairlead::providers::jira
