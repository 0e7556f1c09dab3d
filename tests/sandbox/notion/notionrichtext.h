// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>

/** Notion's rich text: what is sent, what is answered, and its forms as plain text and Markdown. */
namespace fairlead::sandbox {

/** Checks what was sent and brings it into the form of answers; refuses with "body.… should be". */
[[nodiscard]] Result<QJsonArray> readRichText(const QJsonValue &sent, const QString &path);

/** One piece without formatting; an empty text makes no piece. */
[[nodiscard]] QJsonArray richTextOf(const QString &text);

/** Bold, italic, struck and code text and links, not nested in each other. */
[[nodiscard]] QJsonArray richTextFromMarkdown(const QString &markdown);

[[nodiscard]] QString plainText(const QJsonArray &richText);
[[nodiscard]] QString inlineMarkdown(const QJsonArray &richText);

} // namespace fairlead::sandbox
