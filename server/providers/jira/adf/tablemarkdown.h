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

} // namespace fairlead::providers::jira
