// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::providers::jira {

/**
 * A table in GitHub's Markdown: a table without a header row gets an empty one, a spanned cell is
 * followed by empty ones, and a cell's blocks stand on one line.
 */
[[nodiscard]] QString tableMarkdown(const QJsonObject &table);

/** One block of a cell as it stands in the cell's line. */
[[nodiscard]] QString cellLineMarkdown(const QJsonObject &block);

/** Whether a cell's line shows a node of this type as the lines of what it holds. */
[[nodiscard]] bool holdsCellBlocks(const QString &type);

} // namespace fairlead::providers::jira
