// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>

namespace fairlead::providers::notion {

/**
 * Notion's blocks from Markdown, each line a block: headings, lists, to-dos, quotes, code, rules,
 * pictures and paragraphs; what is indented lies in the line above. Tables are InvalidInput.
 */
[[nodiscard]] Result<QJsonArray> blocksFromMarkdown(const QString &markdown);

} // namespace fairlead::providers::notion
