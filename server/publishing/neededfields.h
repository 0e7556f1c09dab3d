// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/newissue.h"
#include "server/publishing/issuedesk.h"

namespace fairlead::publishing {

/** What a person has to be asked for before a file can become an issue of that type, from the
 * fields that Jira knows of it. */
[[nodiscard]] QList<NeededField> neededFieldsOf(const QString &project,
                                                const providers::jira::IssueType &type,
                                                const QList<providers::jira::CreateField> &known);

} // namespace fairlead::publishing
