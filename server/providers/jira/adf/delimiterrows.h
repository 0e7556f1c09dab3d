// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace fairlead::providers::jira {

/** A line of which widenedDelimiterRows() made a longer one. */
struct WidenedLine
{
    qsizetype offset = 0; ///< Where the line begins in the new text.
    qsizetype changed = 0; ///< Where in the line the change begins.
    QByteArray original;
};

/**
 * Makes `|-|:-|` into `|---|:---|`: md4c before 0.5 wants three hyphens a column, GitHub and models
 * are content with one. What was changed is listed in `lines`, for text that is no table after all.
 */
[[nodiscard]] QByteArray widenedDelimiterRows(const QByteArray &text,
                                              std::vector<WidenedLine> &lines);

/** The line whose rest the text at `offset` is, if that was changed; null if it was not. */
[[nodiscard]] const WidenedLine *widenedLineAt(const std::vector<WidenedLine> &lines,
                                               qsizetype offset,
                                               qsizetype size);

} // namespace fairlead::providers::jira
