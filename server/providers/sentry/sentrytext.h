// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/sentry/sentrytypes.h"

/** How Sentry's tools answer: a line for each thing, and only what it has. */
namespace fairlead::providers::sentry::text {

[[nodiscard]] QString projectLine(const Project &project);
[[nodiscard]] QString issueLine(const Issue &issue);
[[nodiscard]] QString issueList(const QList<Issue> &issues, const QString &cursor);
/** An issue whole, and how it happened. */
[[nodiscard]] QString wholeIssue(const Issue &issue, const Event &event);

} // namespace fairlead::providers::sentry::text
