// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/publisher.h"

/** What publishing says to people. Pure functions. */
namespace fairlead::publishing {

/** "Created WEB-12 from notes.md  https://…", and what did not go along. */
[[nodiscard]] QString outcomeText(const PublishOutcome &outcome, bool isDryRun);

/** The file is published and has changed, and nobody said what to do. */
[[nodiscard]] tl::unexpected<Error> undecided(const Publication &known);
/** The issue is gone, or hidden. */
[[nodiscard]] tl::unexpected<Error> gone(const Publication &known);
/** Nobody knows whether the issue was made; `error` is why. */
[[nodiscard]] tl::unexpected<Error> uncertain(const Publication &lost, const Error &error);

/** The comment that tells what changed in a file, as Markdown. */
[[nodiscard]] QString differenceComment(const QString &fileName,
                                        const QString &before,
                                        const QString &after);

/** What does not hang on an issue yet, and why not, with what to do; empty for none. */
[[nodiscard]] QString missingFilesText(const QList<LinkedFile> &missing);

} // namespace fairlead::publishing
