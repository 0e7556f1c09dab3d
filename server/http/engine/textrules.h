// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace fairlead::http::engine {

[[nodiscard]] bool isDigit(char c);
[[nodiscard]] bool isLetter(char c);
[[nodiscard]] bool isHexDigit(char c);

/** RFC 9110 5.6.2: what methods and field names are made of; at least one character. */
[[nodiscard]] bool isToken(QByteArrayView text);

} // namespace fairlead::http::engine
