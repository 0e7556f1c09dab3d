// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead {

/**
 * Text from outside (Jira, Notion, a client's name) made safe to show and to log: control
 * characters other than newline and tab, bidirectional overrides, zero-width and Unicode tag
 * characters are removed, and variation selectors and joiners where they change nothing that is
 * seen; lone surrogates are replaced, and it is cut to `limit` UTF-16 units with an ellipsis.
 */
[[nodiscard]] QString cleanedText(QStringView text, qsizetype limit);
/** The same; a text that is clean already is handed on and not copied. */
[[nodiscard]] QString cleanedText(QString &&text, qsizetype limit);

/** cleanedText() on one line: newlines, line and paragraph separators and tabs become spaces. For
 * log lines and list rows. */
[[nodiscard]] QString cleanedLine(QStringView text, qsizetype limit);
[[nodiscard]] QString cleanedLine(QString &&text, qsizetype limit);

/** Whether a person may give something this name: 1 to `limit` characters on one line, none hidden.
 */
[[nodiscard]] bool isPlainName(QStringView name, qsizetype limit);

} // namespace fairlead
