// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>

namespace fairlead::providers::notion {

/**
 * Notion's rich text of one line or paragraph of Markdown: bold, italic, struck and code text and
 * links, also within each other; a backslash takes a mark's meaning away. Cut into pieces that
 * Notion takes; InvalidInput, naming `where`, when that makes too many of them.
 */
[[nodiscard]] Result<QJsonArray> inlineText(const QString &markdown, const QString &where);

/** The same of text without marks, as in code. */
[[nodiscard]] Result<QJsonArray> verbatimText(const QString &text, const QString &where);

} // namespace fairlead::providers::notion
