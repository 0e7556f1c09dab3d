// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace fairlead::mcp {

/** What is wrong with a JSON string. */
enum class StringFault { None, Unfinished, ControlCharacter, Escape, Surrogate, Utf8 };

struct CheckedString
{
    StringFault fault = StringFault::None;
    qsizetype end = 0; ///< the index after the closing quote
    bool escaped = false; ///< holds at least one escape
};

/** Reads the JSON string whose opening quote is at `start`. */
[[nodiscard]] CheckedString checkString(QByteArrayView json, qsizetype start);

} // namespace fairlead::mcp
