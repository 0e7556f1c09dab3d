// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

#include <vector>

namespace fairlead::providers {

/** One replacement in a text that the caller has read before. */
struct TextEdit
{
    QString oldText; ///< Exactly as the text has it; must stand there once, unless `all`.
    QString newText;
    bool all = false; ///< Replace every place, not just the only one.
};

/**
 * The text after these edits, each applied to what the one before it made. Line ends count as the
 * same, whichever they are. InvalidInput, with nothing replaced, if an old text is empty, is not
 * there (the nearest line is quoted) or is there more than once; `argument` is how the message
 * calls the list of edits ("description_edits").
 */
[[nodiscard]] Result<QString> replacedText(const QString &text,
                                           const std::vector<TextEdit> &edits,
                                           const QString &argument);

} // namespace fairlead::providers
