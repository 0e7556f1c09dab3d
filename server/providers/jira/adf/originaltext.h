// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/delimiterrows.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace fairlead::providers::jira {

/**
 * The text with as many empty lines in front as keep md4c before 0.5 from a mistake: it takes the
 * end of a list item's code block or heading for an empty item, and ends the list there, when an
 * offset that it stored last happens to be 4 modulo 256. The offsets of `lines` move along.
 */
[[nodiscard]] QByteArray shiftedMarkdown(const QByteArray &text, std::vector<WidenedLine> &lines);

/** The tabs and spaces before `offset` that are `width` columns wide, or as many spaces. */
[[nodiscard]] QString originalIndent(const QByteArray &text, qsizetype offset, qsizetype width);

} // namespace fairlead::providers::jira
