// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/** Search-and-replace edits of a page's Markdown, and why one does not fit. Pure functions. */
namespace fairlead::providers::notion {

struct TextEdit
{
    QString oldText;
    QString newText;
    bool isForAll = false; ///< every occurrence, not the only one
};

/**
 * What keeps the edits, made one after the other, from fitting the text: a sentence that quotes
 * what is nearest, or where the text occurs, and says how to mend it. Empty: they fit.
 */
[[nodiscard]] QString editProblem(QString text, const QList<TextEdit> &edits);

} // namespace fairlead::providers::notion
