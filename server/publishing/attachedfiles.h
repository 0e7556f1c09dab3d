// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/issuedesk.h"
#include "server/publishing/publication.h"
#include "server/publishing/publishedtext.h"

namespace fairlead::publishing {

/** The sources as files that are to be attached to an issue on which that hangs already. */
[[nodiscard]] QList<LinkedFile> filesFrom(const QList<AttachedSource> &sources,
                                          const QList<Attachment> &there);

/** Says of each file whether it hangs there by now: the issue has more of that name and size than
 * it had before. `now` is when that was noticed. */
void noteThoseThere(QList<LinkedFile> &files, const QList<Attachment> &there, const QDateTime &now);

/** What goes with an issue that is published again: those wanted, without sending again what hangs
 * there unchanged; and what hangs there and is not wanted any more. */
[[nodiscard]] QList<LinkedFile> mergedFiles(const QList<LinkedFile> &known,
                                            const QList<LinkedFile> &wanted);

} // namespace fairlead::publishing
