// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace fairlead::providers::notion {

/** The types of blocks that the tools write. */
[[nodiscard]] const QStringList &blockTypes();
/** Whether blocks of the type have a text that can be set. */
[[nodiscard]] bool hasText(const QString &type);

/** Notion's name for a programming language as people write it: "js", "C++", "". */
[[nodiscard]] QString codeLanguage(const QString &name);

/**
 * Notion's blocks from simple ones, {type, text, checked, language, url, children}; a text is
 * Markdown of one paragraph. InvalidInput says which block is wrong and what is allowed.
 */
[[nodiscard]] Result<QJsonArray> blocksFrom(const QJsonArray &simple);

/** What stands under the type's name of a text block. */
[[nodiscard]] Result<QJsonObject> textContent(const QString &type,
                                              const QString &text,
                                              const QString &where);

} // namespace fairlead::providers::notion
