// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/freshnodes.h"

#include <QJsonObject>

namespace fairlead::providers::jira {

/**
 * A table cell after an edit. Markdown shows a cell's blocks as lines of one paragraph, so each
 * line is brought back to the block that it is of; `base` and `changed` are the cell as Markdown
 * says it, before and after.
 */
[[nodiscard]] QJsonObject editedCell(const QJsonObject &original,
                                     const QJsonObject &base,
                                     const QJsonObject &changed,
                                     FreshNodes &fresh);

} // namespace fairlead::providers::jira
