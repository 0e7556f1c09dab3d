// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/issuedesk.h"

namespace fairlead::publishing {

/** What hangs on an issue, from Jira's JSON of it. InvalidData when it does not say: that nothing
 * hangs there would be another answer. */
[[nodiscard]] Result<QList<Attachment>> attachmentsIn(const QJsonObject &issue);

} // namespace fairlead::publishing
